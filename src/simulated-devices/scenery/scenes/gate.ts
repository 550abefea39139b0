import { rgb } from '../colour.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { lap, scatter, swing, track } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { drawBeams, drawCar, fleet } from '../vehicle.ts';

const roundSeconds = 20;
/** The barrier: waiting car at 0, up from 5 to 7, down again by 15. */
const armStops = [
  [0, 0],
  [4.5, 0],
  [6.5, 1],
  [12, 1],
  [14, 0],
  [20, 0],
] as const;
const carStops = [
  [0, 46],
  [4.5, 16],
  [6.5, 16],
  [12, -6],
  [20, -6],
] as const;

function skyline(stage: Stage): void {
  const horizon = stage.project([0, 1.5, 400]).y;
  const brush = stage.brush;
  for (const [layer, colour] of [
    [0, '#7d6287'],
    [1, '#473c60'],
  ] as const) {
    brush.fillStyle = colour;
    for (let x = -40; x < stage.width; ) {
      const wide = 46 + scatter(x * 0.7 + layer * 31) * 80;
      const high = (layer === 0 ? 38 : 14) + scatter(x + layer * 7) * (layer === 0 ? 80 : 48);
      brush.fillRect(x, horizon - high, wide + 1, high + 12);
      x += wide;
    }
  }
  brush.fillStyle = '#ffd38a';
  for (let i = 0; i < 44; i += 1) {
    if (scatter(i + 5) > 0.55) continue;
    brush.fillRect(20 + scatter(i) * 1240, horizon - 8 - scatter(i + 90) * 50, 4, 5);
  }
}

function streetLamp(stage: Stage, x: number, z: number): void {
  stage.bar([x, 0, z], [x, 5.6, z], 0.14, '#3c4150');
  stage.bar([x, 5.6, z], [x - Math.sign(x) * 1.3, 5.75, z], 0.1, '#3c4150');
}

export const gate: Scene = {
  lens: { position: [0.9, 4, -0.5], yaw: -0.01, pitch: 0.13, focal: 1.12 },
  air: {
    sun: [-0.6, 0.5, -0.5],
    ambient: [0.5, 0.5, 0.68],
    sunlight: [0.62, 0.42, 0.34],
    haze: { colour: rgb('#836c88'), fromMetres: 24, toMetres: 130 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#1a2550'],
      [0.12, '#4a4a86'],
      [0.22, '#b06f92'],
      [0.3, '#f4a878'],
      [0.36, '#ffd9a4'],
      [0.4, '#8a7090'],
    ]);
    skyline(stage);
    stage.polygon(
      [
        [-160, 0, -4],
        [160, 0, -4],
        [160, 0, 190],
        [-160, 0, 190],
      ],
      '#66785c',
    );
    stage.polygon(
      [
        [-4.6, 0.01, -4],
        [4.6, 0.01, -4],
        [4.6, 0.01, 190],
        [-4.6, 0.01, 190],
      ],
      '#565a66',
    );
    stage.polygon(
      [
        [-60, 0.01, 52],
        [60, 0.01, 52],
        [60, 0.01, 60],
        [-60, 0.01, 60],
      ],
      '#565a66',
    );
    for (const side of [-1, 1]) {
      stage.polygon(
        [
          [side * 4.4, 0.02, -4],
          [side * 4.6, 0.02, -4],
          [side * 4.6, 0.02, 51],
          [side * 4.4, 0.02, 51],
        ],
        '#d8d4c8',
      );
      stage.box([side * 5.8, 0, 20], [2.2, 0.12, 50], { colour: '#777a85', top: '#8b8d97' });
    }
    for (let z = 0; z < 50; z += 5) {
      stage.polygon(
        [
          [-0.08, 0.02, z],
          [0.08, 0.02, z],
          [0.08, 0.02, z + 2.4],
          [-0.08, 0.02, z + 2.4],
        ],
        '#d8d4c8',
      );
    }
    stage.polygon(
      [
        [-4.3, 0.02, 12.6],
        [4.3, 0.02, 12.6],
        [4.3, 0.02, 13.1],
        [-4.3, 0.02, 13.1],
      ],
      '#e6e1d2',
    );
    for (const side of [-1, 1]) {
      for (let i = 0; i < 7; i += 1) {
        const x = side * (9.5 + i * 5.2);
        const spot = stage.project([x, 3, 34]);
        glow(stage, spot.x, spot.y - 10, 62 + scatter(x) * 30, rgb('#232b3d'), 1);
        glow(stage, spot.x + 12, spot.y - 26, 50, rgb('#2f3a4a'), 0.9);
      }
      for (let i = 0; i < 9; i += 1) {
        const x = side * (7.4 + i * 3.4);
        stage.box([x + side * 1.7, 0, 26], [3.1, 1.9, 0.18], { colour: '#6f6674' });
        stage.box([x, 0, 26], [0.5, 2.3, 0.5], { colour: '#8d8290', top: '#a89bab' });
      }
    }
    streetLamp(stage, 6.4, 30);
    streetLamp(stage, -6.4, 30);
    stage.box([6.9, 0, 15.2], [2.8, 0.2, 3.8], { colour: '#8f929c' });
    stage.box([7, 0.2, 15.4], [2.2, 2.5, 2.8], {
      colour: '#c9c3c4',
      frontDecals: [
        {
          points: [
            [-0.95, 1, -1.41],
            [0.95, 1, -1.41],
            [0.95, 2.1, -1.41],
            [-0.95, 2.1, -1.41],
          ],
          colour: '#ffdf9e',
          glows: true,
        },
      ],
      sideDecals: [
        {
          points: [
            [-1.11, 1, -1.2],
            [-1.11, 1, 1.2],
            [-1.11, 2.1, 1.2],
            [-1.11, 2.1, -1.2],
          ],
          colour: '#ffe7b4',
          glows: true,
        },
      ],
    });
    stage.box([7, 2.7, 15.3], [3.2, 0.2, 3.8], { colour: '#31405c', top: '#3d4f70' });
    stage.brush.save();
    stage.brush.globalCompositeOperation = 'lighter';
    pool(stage, [4.6, 0.03, 13.8], 4.4, rgb('#ff9d4a'), 0.42);
    for (const x of [-5, 5]) pool(stage, [x, 0.03, 30], 6, rgb('#ff9d4a'), 0.3);
    stage.brush.restore();
    for (const x of [-5.1, 5.1]) lamp(stage, [x, 5.7, 30], 2.2, rgb('#ffbf73'), 1);
  },
  motion(stage, second) {
    for (let i = 0; i < 4; i += 1) {
      const along = lap(second, i % 2 === 0 ? 15 : 12, i * 0.29);
      const right = i % 2 === 0;
      const x = (right ? 1 : -1) * (along * 110 - 55);
      drawCar(
        stage,
        { paint: fleet[(i * 3) % 8] ?? '#889', lightsOn: true },
        [x, 0, right ? 54.5 : 57.5],
        right ? Math.PI / 2 : -Math.PI / 2,
      );
    }
    const at = second % roundSeconds;
    const round = Math.floor(second / roundSeconds);
    const z = track(at, carStops);
    const paint = ['#b23a34', '#d9dde2', '#3f6a8f'][round] ?? '#999';
    const arm = track(at, armStops);
    const walk = lap(second, 30);
    const guard = {
      coat: '#27344e',
      trousers: '#1d2434',
      skin: '#c68d63',
      hair: '#1c1512',
      hat: '#1b2740',
      vest: '#d8e04a',
    };
    const standing = at > 3.4 && at < 9.5;
    drawPerson(stage, guard, {
      at: [5.1, 0.12, 14.4],
      walked: 0,
      facing: standing ? 'left' : 'near',
      light: [0.9, 0.75, 0.66],
    });
    drawPerson(
      stage,
      { coat: '#7c4b5a', trousers: '#2d3142', skin: '#e8b995', hair: '#3d2618', bag: '#2a2320' },
      {
        at: [-6, 0.12, 44 - walk * 46],
        walked: walk * 46,
        facing: 'near',
        light: [0.75, 0.68, 0.8],
      },
    );
    if (at < 12.5) {
      drawBeams(stage, [-1.9, 0, z], Math.PI, 0.16);
      drawCar(stage, { paint, lightsOn: true, tall: round === 1 }, [-1.9, 0, z], Math.PI);
    }
    barrier(stage, arm, second);
  },
  foreground(stage) {
    vignette(stage, 0.55);
  },
};

function barrier(stage: Stage, arm: number, second: number): void {
  stage.box([4.95, 0, 12.6], [0.5, 1.15, 0.5], { colour: '#e2b53c', top: '#f0cd6a' });
  const angle = arm * 1.42;
  const point = (metres: number): [number, number, number] => [
    4.9 - Math.cos(angle) * metres,
    1 + Math.sin(angle) * metres,
    12.5,
  ];
  for (let i = 0; i < 9; i += 1) {
    stage.bar(point(i), point(i + 0.98), 0.17, i % 2 === 0 ? '#f4efe6' : '#d03a30', true);
  }
  const on = swing(second, 1) > 0;
  const colour = arm > 0.95 ? '#5dff8a' : '#ff4a3a';
  if (on || arm > 0.95) lamp(stage, [4.95, 1.3, 12.4], 0.6, rgb(colour), 0.9);
}
