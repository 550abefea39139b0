import { css, rgb } from '../colour.ts';
import { letter } from '../lettering.ts';
import { lamp, pool, vignette, wash } from '../light.ts';
import { lap, scatter, swing, track } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { drawForklift } from '../work-vehicle.ts';

const cartons = ['#c49a6c', '#b88a5a', '#d0aa7e', '#a87c50', '#8fa3b5', '#c9ccc8'] as const;

function rack(stage: Stage, side: number, z: number): void {
  const x = side * 3.6;
  for (let level = 3; level >= 0; level -= 1) {
    const y = level * 1.55;
    if (level > 0)
      stage.box([x, y - 0.12, z], [1.5, 0.12, 2.7], { colour: '#d8792e', top: '#e58f4c' });
    for (const half of [1, -1]) {
      const seed = side * 40 + z * 3 + level * 11 + half;
      if (scatter(seed) < 0.16) continue;
      const high = 0.7 + scatter(seed + 2) * 0.55;
      const colour = cartons[Math.floor(scatter(seed + 1) * cartons.length)] ?? '#c49a6c';
      stage.box([x, y, z + half * 0.68], [1.25, 0.12, 1.15], { colour: '#8a6742' });
      stage.box([x, y + 0.12, z + half * 0.68], [1.2, high, 1.1], { colour, top: colour });
      const face = x - side * 0.605;
      stage.polygon(
        [
          [face, y + high * 0.6, z + half * 0.68 - 0.25],
          [face, y + high * 0.6, z + half * 0.68 + 0.2],
          [face, y + high * 0.85, z + half * 0.68 + 0.2],
          [face, y + high * 0.85, z + half * 0.68 - 0.25],
        ],
        '#efe9dd',
        [-side, 0, 0],
      );
    }
  }
  for (const dz of [1.4, -1.4]) {
    stage.box([x - side * 0.7, 0, z + dz], [0.12, 6.2, 0.12], { colour: '#2f5b94' });
  }
}

export const warehouse: Scene = {
  lens: { position: [0.5, 4.1, -3.4], yaw: -0.02, pitch: 0.14, focal: 0.92 },
  air: {
    sun: [0.1, 1, -0.5],
    ambient: [0.46, 0.48, 0.54],
    sunlight: [0.55, 0.53, 0.47],
    haze: { colour: rgb('#9fb0ba'), fromMetres: 12, toMetres: 62 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#59656e'],
      [0.5, '#93a3ad'],
      [1, '#8b9499'],
    ]);
    stage.polygon(
      [
        [-6, 7.4, -4],
        [6, 7.4, -4],
        [6, 7.4, 46],
        [-6, 7.4, 46],
      ],
      '#6d7880',
      [0, -0.2, 0],
    );
    stage.polygon(
      [
        [-6, 0, 46],
        [6, 0, 46],
        [6, 7.4, 46],
        [-6, 7.4, 46],
      ],
      '#b9c3c8',
      [0, 0, -1],
    );
    stage.polygon(
      [
        [-1.7, 0, 45.9],
        [1.7, 0, 45.9],
        [1.7, 3.6, 45.9],
        [-1.7, 3.6, 45.9],
      ],
      '#f7fbff',
      [0, 0, -1],
      true,
    );
    stage.polygon(
      [
        [-6, 0, -4],
        [6, 0, -4],
        [6, 0, 46],
        [-6, 0, 46],
      ],
      '#9aa0a3',
    );
    for (const x of [-2.5, 2.5]) {
      stage.polygon(
        [
          [x - 0.06, 0.01, -4],
          [x + 0.06, 0.01, -4],
          [x + 0.06, 0.01, 46],
          [x - 0.06, 0.01, 46],
        ],
        '#f0c53c',
      );
    }
    for (let z = 42; z >= 2; z -= 5) {
      stage.box([0, 7, z], [12, 0.22, 0.2], { colour: '#5a656e' });
      pool(stage, [0, 0.02, z], 2.5, rgb('#fff7df'), 0.34);
      stage.fill(
        [
          [-0.12, 0.015, z - 1],
          [0.12, 0.015, z - 1],
          [0.12, 0.015, z + 1],
          [-0.12, 0.015, z + 1],
        ],
        css(rgb('#ffffff'), 0.3),
        0,
      );
    }
    for (let z = 43; z > -2; z -= 2.9) {
      rack(stage, -1, z);
      rack(stage, 1, z);
    }
    for (let z = 42; z >= 2; z -= 5) {
      stage.bar([0, 7, z], [0, 6.55, z], 0.05, '#3c454c');
      stage.box([0, 6.4, z], [0.9, 0.16, 0.5], { colour: '#48525a' });
      lamp(stage, [0, 6.36, z], 1.1, rgb('#fff4d6'), 0.85);
    }
    for (const [x, name] of [
      [-2.9, 'A4'],
      [2.2, 'B4'],
    ] as const) {
      const sign = stage.project([x, 6.2, 5.4]);
      const wide = 0.8 * sign.scale;
      stage.brush.fillStyle = '#1f4b85';
      stage.brush.fillRect(sign.x, sign.y, wide, wide * 0.55);
      letter(stage.brush, name, sign.x + wide * 0.28, sign.y + wide * 0.13, {
        capitalHeight: wide * 0.3,
        colour: '#ffffff',
      });
    }
  },
  motion(stage, second) {
    const far = lap(second, 30, 0.4);
    const walker = {
      coat: '#4a5560',
      trousers: '#2b3040',
      skin: '#c68d63',
      hair: '#1c1512',
      hat: '#f2c230',
      vest: '#ff7a2a',
    };
    const z = track(lap(second, 30) * 30, [
      [0, 34],
      [9, 9],
      [12, 9],
      [14, 10.5],
      [24, 34],
      [30, 34],
    ]);
    const forwards = lap(second, 30) * 30 < 12;
    const figures = [
      {
        z: 40 - far * 34,
        draw: () =>
          drawPerson(stage, walker, {
            at: [-1.9, 0, 40 - far * 34],
            walked: far * 36,
            facing: 'near',
          }),
      },
      {
        z: 14.2,
        draw: () =>
          drawPerson(
            stage,
            { ...walker, hat: '#e8ecef', vest: '#c8e04a' },
            { at: [1.9 + swing(second, 10) * 0.12, 0, 14.2], walked: 0, facing: 'right' },
          ),
      },
      {
        z,
        draw: () =>
          drawForklift(
            stage,
            [0.35, 0, z],
            forwards ? Math.PI : Math.PI + swing(second, 5) * 0.02,
            0.25 +
              track(lap(second, 30) * 30, [
                [0, 0],
                [9, 0],
                [12, 1.3],
                [14, 0],
                [30, 0],
              ]),
            second,
          ),
      },
    ];
    for (const figure of figures.sort((a, b) => b.z - a.z)) figure.draw();
    const sweep = lap(second, 60);
    const scan = 2 + sweep * 40;
    lamp(stage, [-2.9, 0.3, scan], 0.3, rgb('#6af0ff'), 0.5);
  },
  foreground: (stage) => vignette(stage, 0.45),
};
