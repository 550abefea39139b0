import { css, rgb } from '../colour.ts';
import { distant, groundAround } from '../distance.ts';
import { letter } from '../lettering.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { lap, scatter, swing, track } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { drawBeams, drawCar, fleet } from '../vehicle.ts';

const bayMetres = 2.9;
const columns = [-17, -6, 6, 17] as const;

function bays(stage: Stage, z: number, depth: number): void {
  for (let i = -9; i <= 9; i += 1) {
    const x = i * bayMetres;
    stage.polygon(
      [
        [x - 0.06, 0.01, z],
        [x + 0.06, 0.01, z],
        [x + 0.06, 0.01, z + depth],
        [x - 0.06, 0.01, z + depth],
      ],
      '#c9ced6',
    );
  }
}

function parked(stage: Stage, z: number, yaw: number, free: number): void {
  const order = Array.from({ length: 18 }, (_, i) => i - 9).sort(
    (a, b) => Math.abs(b) - Math.abs(a),
  );
  for (const i of order) {
    const seed = z * 17 + i;
    if (i === free || scatter(seed) < 0.22) continue;
    const paint = fleet[Math.floor(scatter(seed + 3) * fleet.length)] ?? '#889';
    drawCar(stage, { paint, tall: scatter(seed + 9) > 0.7 }, [(i + 0.5) * bayMetres, 0, z], yaw);
  }
}

export const carPark: Scene = {
  lens: { position: [-1.5, 8.2, -8], yaw: 0.04, pitch: 0.32, focal: 1.02 },
  air: {
    sun: [-0.3, 0.9, -0.4],
    ambient: [0.24, 0.29, 0.42],
    sunlight: [0.34, 0.36, 0.42],
    haze: { colour: rgb('#152036'), fromMetres: 24, toMetres: 80 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#070d1e'],
      [0.13, '#16233f'],
      [0.2, '#2c3a58'],
      [1, '#10172a'],
    ]);
    distant(
      stage,
      () => {
        for (let i = 0; i < 60; i += 1) {
          stage.brush.fillStyle = css(rgb('#dfe8ff'), 0.2 + scatter(i) * 0.5);
          stage.brush.fillRect(scatter(i + 1) * stage.width, scatter(i + 2) * 90, 2, 2);
        }
      },
      true,
    );
    distant(stage, () => {
      const moon = { x: 1020, y: 66 };
      glow(stage, moon.x, moon.y, 120, rgb('#cfdcff'), 0.35);
      stage.brush.fillStyle = '#f1f4ff';
      stage.brush.beginPath();
      stage.brush.arc(moon.x, moon.y, 19, 0, Math.PI * 2);
      stage.brush.fill();
    });
    groundAround(stage, '#5b6472', [0, 0, 55.5]);
    if (stage.drift !== null) for (const z of [-16, -26, -36, -46]) bays(stage, z, 5);
    stage.polygon(
      [
        [-90, 0, -9],
        [90, 0, -9],
        [90, 0, 120],
        [-90, 0, 120],
      ],
      '#5b6472',
    );
    stage.box([0, 0, 44], [76, 7.5, 9], { colour: '#6a7488', front: '#7d8799' });
    for (let i = -9; i < 10; i += 1) {
      for (const y of [1.4, 4.4]) {
        const lit = scatter(i * 3 + y) > 0.62;
        stage.polygon(
          [
            [i * 3.9, y, 39.4],
            [i * 3.9 + 2.5, y, 39.4],
            [i * 3.9 + 2.5, y + 1.6, 39.4],
            [i * 3.9, y + 1.6, 39.4],
          ],
          lit ? '#ffd88f' : '#27344d',
          [0, 0, -1],
          true,
        );
      }
    }
    stage.polygon(
      [
        [-40, 0.01, 4.6],
        [40, 0.01, 4.6],
        [40, 0.01, 11.4],
        [-40, 0.01, 11.4],
      ],
      '#535c6a',
    );
    stage.polygon(
      [
        [-40, 0.01, 21.4],
        [40, 0.01, 21.4],
        [40, 0.01, 27],
        [-40, 0.01, 27],
      ],
      '#535c6a',
    );
    bays(stage, 11.4, 5);
    bays(stage, 16.4, 5);
    bays(stage, -0.4, 5);
    bays(stage, 27, 5);
    stage.brush.save();
    stage.brush.globalCompositeOperation = 'lighter';
    for (const x of columns) pool(stage, [x, 0.02, 16.4], 8.2, rgb('#b9ccff'), 0.5);
    for (const x of columns) pool(stage, [x, 0.02, 3], 6.4, rgb('#b9ccff'), 0.4);
    stage.brush.restore();
    stage.box([0, 0, 16.4], [44, 0.15, 0.6], { colour: '#7b8493', top: '#8d96a5' });
    parked(stage, 29.6, 0, 99);
    parked(stage, 19, 0, 99);
    for (const x of columns) {
      stage.bar([x, 0, 16.4], [x, 7, 16.4], 0.16, '#2b3446');
      stage.bar([x - 1, 7, 16.4], [x + 1, 7, 16.4], 0.16, '#2b3446');
      for (const dx of [-0.9, 0.9]) lamp(stage, [x + dx, 6.9, 16.4], 1.5, rgb('#d5e2ff'), 1);
    }
    parked(stage, 13.8, Math.PI, -2);
    for (const [i, text] of ['P1', 'P2', 'P3'].entries()) {
      const mark = stage.project([-11.4 + i * 11.6, 0.02, 7.2]);
      letter(stage.brush, text, mark.x, mark.y, {
        capitalHeight: 22,
        colour: 'rgba(226,231,240,0.55)',
      });
    }
  },
  motion(stage, second) {
    const cross = lap(second, 20, 0.3);
    const far: [number, number, number] = [34 - cross * 68, 0, 24.2];
    drawBeams(stage, far, -Math.PI / 2, 0.2);
    drawCar(stage, { paint: '#cfd6df', lightsOn: true }, far, -Math.PI / 2);
    const at = second;
    const x = track(at, [
      [0, -26],
      [9, -7.6],
      [11, -7.6],
      [34, -7.6],
      [37, -7.6],
      [48, 30],
      [60, 30],
    ]);
    const z = track(at, [
      [0, 8],
      [11, 8],
      [14, 11.2],
      [16, 13.6],
      [31, 13.6],
      [36, 8],
      [60, 8],
    ]);
    const spot = x - 0 + (at > 9 && at < 36 ? (z - 8) * 0.06 : 0);
    const yaw = track(at, [
      [0, Math.PI / 2],
      [9.5, Math.PI / 2],
      [14.5, 0],
      [31.5, 0],
      [36, Math.PI / 2],
      [60, Math.PI / 2],
    ]);
    const on = at < 17.5 || at > 30;
    const car = {
      paint: '#a63d35',
      lightsOn: on,
      braking: (at > 8 && at < 17.5) || (at > 30 && at < 36),
    };
    if (at < 50) {
      if (on) drawBeams(stage, [spot, 0, z], yaw, 0.2);
      drawCar(stage, car, [spot, 0, z], yaw);
    }
    const walker = lap(second, 30, 0.1);
    drawPerson(
      stage,
      { coat: '#8a4f62', trousers: '#2a3042', skin: '#e8b995', hair: '#3d2618', bag: '#d8b25a' },
      {
        at: [16 - walker * 34, 0, 9.8],
        walked: walker * 38,
        facing: 'left',
        light: [0.62, 0.68, 0.86],
      },
    );
    const second2 = lap(second, 60, 0.35);
    drawPerson(
      stage,
      {
        coat: '#3b4f74',
        trousers: '#20263a',
        skin: '#8d5a3b',
        hair: '#140f0c',
        hat: '#1b2740',
        vest: '#d8e04a',
      },
      {
        at: [-20 + second2 * 44, 0, 4.9],
        walked: second2 * 52,
        facing: 'right',
        light: [0.66, 0.7, 0.86],
      },
    );
    lamp(stage, [second2 * 44 - 19.6, 1, 4.8], 1.3, rgb('#fff3c4'), 0.5);
    if (swing(second, 3) > 0.6) lamp(stage, [30, 8, 40], 0.6, rgb('#ff4a3a'), 0.9);
  },
  foreground: (stage) => vignette(stage, 0.55),
};
