import { css, rgb } from '../colour.ts';
import { drawLift, drawPlant } from '../fittings.ts';
import { letter } from '../lettering.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { ease, lap, swing } from '../pace.ts';
import { drawPerson, type Person } from '../person.ts';
import type { Scene } from '../scene.ts';

const visitors: readonly {
  who: Person;
  z: number;
  period: number;
  offset: number;
  left: boolean;
}[] = [
  {
    who: { coat: '#2f4a6b', trousers: '#23293a', skin: '#e8b995', hair: '#4a2f1d', bag: '#5c3a26' },
    z: 7.4,
    period: 20,
    offset: 0.1,
    left: false,
  },
  {
    who: { coat: '#c05a44', trousers: '#3a3f4d', skin: '#8d5a3b', hair: '#17120f' },
    z: 9.6,
    period: 15,
    offset: 0.55,
    left: true,
  },
  {
    who: { coat: '#e3ddd2', trousers: '#5b6472', skin: '#c68d63', hair: '#2a1a12', bag: '#31405c' },
    z: 4.1,
    period: 30,
    offset: 0.32,
    left: true,
  },
];

export const lobby: Scene = {
  lens: { position: [0, 3.3, -2.2], yaw: 0.02, pitch: 0.16, focal: 0.98 },
  air: { sun: [0.5, 0.8, -0.6], ambient: [0.76, 0.77, 0.8], sunlight: [0.32, 0.28, 0.2] },
  backdrop(stage) {
    wash(stage, [
      [0, '#dfe6ea'],
      [1, '#cfd4d6'],
    ]);
    stage.polygon(
      [
        [-9, 4.4, -2],
        [9, 4.4, -2],
        [9, 4.4, 14],
        [-9, 4.4, 14],
      ],
      '#f2efe8',
      [0, 0.3, 0],
    );
    stage.polygon(
      [
        [-9, 0, 14],
        [9, 0, 14],
        [9, 4.4, 14],
        [-9, 4.4, 14],
      ],
      '#c9b79e',
      [0, 0, -1],
    );
    stage.polygon(
      [
        [9, 0, -2],
        [9, 0, 14],
        [9, 4.4, 14],
        [9, 4.4, -2],
      ],
      '#e4ddd0',
      [-1, 0, 0],
    );
    stage.polygon(
      [
        [-9, 0, -2],
        [-9, 0, 14],
        [-9, 4.4, 14],
        [-9, 4.4, -2],
      ],
      '#bcdcf0',
      [1, 0, 0],
      true,
    );
    for (let z = -1; z < 14; z += 2.1) {
      stage.polygon(
        [
          [-8.99, 0, z + 0.2],
          [-8.99, 0, z + 1.9],
          [-8.99, 1.1, z + 1.9],
          [-8.99, 0.8, z + 0.2],
        ],
        '#86b07f',
        [1, 0, 0],
        true,
      );
      stage.polygon(
        [
          [-8.98, 0, z],
          [-8.98, 0, z + 0.14],
          [-8.98, 4.4, z + 0.14],
          [-8.98, 4.4, z],
        ],
        '#56616c',
        [1, 0, 0],
      );
    }
    stage.polygon(
      [
        [-9, 0, -3],
        [9, 0, -3],
        [9, 0, 14],
        [-9, 0, 14],
      ],
      '#b9bdc0',
    );
    for (let x = -9; x < 9; x += 1.5) {
      for (let z = -3; z < 14; z += 1.5) {
        if ((Math.round(x / 1.5) + Math.round(z / 1.5)) % 2 !== 0) continue;
        stage.polygon(
          [
            [x, 0.005, z],
            [x + 1.5, 0.005, z],
            [x + 1.5, 0.005, z + 1.5],
            [x, 0.005, z + 1.5],
          ],
          '#b2b7bb',
        );
      }
    }
    for (let z = -1; z < 14; z += 2.1) {
      stage.fill(
        [
          [-9, 0.01, z + 0.3],
          [-9, 0.01, z + 1.8],
          [-2.6, 0.01, z + 4.2],
          [-2.6, 0.01, z + 2.4],
        ],
        css(rgb('#fff3d2'), 0.26),
        0,
      );
    }
    for (const x of [-6, -2, 2, 6]) {
      for (const z of [3, 7, 11]) {
        stage.polygon(
          [
            [x - 0.7, 4.39, z],
            [x + 0.7, 4.39, z],
            [x + 0.7, 4.39, z + 0.5],
            [x - 0.7, 4.39, z + 0.5],
          ],
          '#fffdf2',
          [0, -1, 0],
          true,
        );
        pool(stage, [x, 0.02, z], 1.5, rgb('#ffffff'), 0.16);
      }
    }
    for (let i = 0; i < 22; i += 1) {
      stage.polygon(
        [
          [2.2 + i * 0.22, 0, 13.98],
          [2.32 + i * 0.22, 0, 13.98],
          [2.32 + i * 0.22, 4.4, 13.98],
          [2.2 + i * 0.22, 4.4, 13.98],
        ],
        '#a88e6d',
        [0, 0, -1],
      );
    }
    drawLift(stage, -5.6, 0);
    const sign = stage.project([2.9, 3.5, 13.9]);
    letter(stage.brush, 'RIVERSIDE', sign.x, sign.y, {
      capitalHeight: 26,
      colour: '#fff8e8',
      weight: 0.9,
    });
    const spot = stage.project([-9, 2.6, 5]);
    glow(stage, spot.x, spot.y, 420, rgb('#fff1cc'), 0.32);
    drawPlant(stage, 8, 12.6);
    drawPlant(stage, -0.2, 13.2);
    drawPlant(stage, -8, 12.9);
    stage.box([-7.4, 0, 6], [1, 0.42, 2.6], { colour: '#55718c', top: '#6886a3' });
    stage.box([-7.85, 0.42, 6], [0.25, 0.42, 2.6], { colour: '#4c667f', top: '#6886a3' });
    stage.box([-5.5, 0, 6], [0.8, 0.35, 1.4], { colour: '#8f7355', top: '#b8946c' });
  },
  motion(stage, second) {
    const door = lap(second, 20);
    drawLift(stage, -2.9, ease(door, 0.3, 0.36) - ease(door, 0.62, 0.68));
    drawPerson(
      stage,
      { coat: '#24344a', trousers: '#20242e', skin: '#f1cbb0', hair: '#7a4a24' },
      {
        at: [5 + swing(second, 15) * 0.5, 0, 12.2],
        walked: 0,
        facing: swing(second, 15, 0.25) > 0 ? 'right' : 'left',
        light: [0.95, 0.95, 1],
      },
    );
    stage.box([5, 0, 11.2], [4.6, 1.1, 0.8], {
      colour: '#efe8da',
      top: '#8f7355',
      front: '#f5efe4',
    });
    stage.box([5.6, 1.1, 11.3], [0.55, 0.36, 0.06], { colour: '#2a2f38' });
    const people = visitors.map((visitor) => {
      const along = lap(second, visitor.period, visitor.offset);
      return { ...visitor, metres: along * 22 };
    });
    for (const { who, z, metres, left } of people.sort((a, b) => b.z - a.z)) {
      const x = left ? 11 - metres : metres - 11;
      const feet = stage.project([x, 0, z]);
      stage.brush.save();
      stage.brush.globalAlpha = 0.13;
      stage.brush.translate(0, feet.y * 2);
      stage.brush.scale(1, -1);
      drawPerson(stage, who, {
        at: [x, 0, z],
        walked: metres,
        facing: left ? 'left' : 'right',
        castsShadow: false,
      });
      stage.brush.restore();
      drawPerson(stage, who, { at: [x, 0, z], walked: metres, facing: left ? 'left' : 'right' });
    }
    const away = lap(second, 30, 0.7);
    drawPerson(
      stage,
      { coat: '#6f7f4f', trousers: '#33384a', skin: '#6f452d', hair: '#120d0b', bag: '#c9a24b' },
      {
        at: [0.6 - away * 3, 0, 1.2 + away * 11.5],
        walked: away * 12,
        facing: 'away',
      },
    );
    if (swing(second, 2) > 0) lamp(stage, [8.6, 3.9, 9], 0.25, rgb('#ff4a3a'), 0.9);
  },
  foreground: (stage) => vignette(stage, 0.32),
};
