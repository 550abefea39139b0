import { rgb } from '../colour.ts';
import { letter } from '../lettering.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { ease, lap, scatter, swing, track } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { drawTruck } from '../vehicle.ts';
import { drawForklift } from '../work-vehicle.ts';

const doors = [-9, -3, 3, 9] as const;
const wall = 17;

function door(stage: Stage, x: number, open: number): void {
  const face = wall - 0.02;
  const quad = (
    x0: number,
    x1: number,
    y0: number,
    y1: number,
    z: number,
    colour: string,
    lit = false,
  ): void =>
    stage.polygon(
      [
        [x0, y0, z],
        [x1, y0, z],
        [x1, y1, z],
        [x0, y1, z],
      ],
      colour,
      [0, 0, -1],
      lit,
    );
  quad(x - 1.9, x + 1.9, 1, 4.7, face, '#20242b');
  quad(x - 1.55, x + 1.55, 1.1, 4.35, face - 0.01, '#ffd58e', true);
  quad(x - 1.55, x + 1.55, 1.1, 2, face - 0.015, '#b98f57', true);
  const bottom = 1.1 + open * 3;
  for (let y = 4.35; y > bottom; y -= 0.36) {
    quad(x - 1.55, x + 1.55, Math.max(bottom, y - 0.34), y, face - 0.03, '#dde3e6');
  }
  quad(x - 1.7, x - 1.4, 0.5, 1, face - 0.2, '#17191d');
  quad(x + 1.4, x + 1.7, 0.5, 1, face - 0.2, '#17191d');
}

export const loadingDock: Scene = {
  lens: { position: [-4, 5.4, -7], yaw: 0.12, pitch: 0.16, focal: 1 },
  air: {
    sun: [-0.7, 0.6, -0.5],
    ambient: [0.62, 0.64, 0.72],
    sunlight: [0.58, 0.47, 0.34],
    haze: { colour: rgb('#d7c6b4'), fromMetres: 26, toMetres: 110 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#7fa5c8'],
      [0.2, '#c5cfd2'],
      [0.34, '#f2d7b3'],
      [1, '#8d8f90'],
    ]);
    stage.polygon(
      [
        [-90, 0, -8],
        [90, 0, -8],
        [90, 0, 90],
        [-90, 0, 90],
      ],
      '#8f9193',
    );
    for (let i = 0; i < 46; i += 1) {
      const tree = stage.project([-92 + i * 4.2, 2, 78]);
      glow(
        stage,
        tree.x,
        tree.y,
        30 + scatter(i) * 26,
        rgb(i % 2 === 0 ? '#5f7a66' : '#6f8a70'),
        1,
      );
    }
    stage.box([28, 0, 46], [18, 8, 14], { colour: '#b9a48d', top: '#cdb9a2' });
    stage.box([0, 0, wall + 7], [26, 7.2, 14], {
      colour: '#5d7f95',
      front: '#7296ab',
      top: '#8fb0c2',
    });
    stage.box([0, 6.3, wall - 0.12], [26, 0.9, 0.2], { colour: '#1f4560' });
    for (let x = -12.5; x <= 12.5; x += 0.75) {
      stage.polygon(
        [
          [x, 1, wall - 0.01],
          [x + 0.06, 1, wall - 0.01],
          [x + 0.06, 6.3, wall - 0.01],
          [x, 6.3, wall - 0.01],
        ],
        '#668aa0',
        [0, 0, -1],
      );
    }
    stage.box([0, 0, wall - 0.1], [26, 1.05, 0.3], { colour: '#a9aaa8', top: '#bfc0bd' });
    for (const [i, x] of doors.entries()) {
      door(stage, x, i === 3 ? 0.25 : 0);
      const sign = stage.project([x - 0.25, 5.75, wall - 0.2]);
      letter(stage.brush, `${i + 1}`, sign.x, sign.y, {
        capitalHeight: 20,
        colour: '#ffffff',
        weight: 1.1,
      });
      for (const side of [-1.7, 1.7]) {
        stage.polygon(
          [
            [x + side - 0.07, 0.01, 4],
            [x + side + 0.07, 0.01, 4],
            [x + side + 0.07, 0.01, wall],
            [x + side - 0.07, 0.01, wall],
          ],
          '#f0c53c',
        );
      }
      lamp(stage, [x, 5.2, wall - 0.4], 0.7, rgb('#fff0c8'), 0.7);
      pool(stage, [x, 0.02, wall - 2.4], 2.2, rgb('#ffe0a8'), 0.28);
    }
    const name = stage.project([-4.4, 7.02, wall - 0.3]);
    letter(stage.brush, 'INBOUND', name.x, name.y, { capitalHeight: 22, colour: '#eaf2f6' });
    drawTruck(stage, '#c7cdd2', '#eef0ee', [9, 0, wall - 5.2], Math.PI);
    for (const [x, z] of [
      [-13.2, 13],
      [-14.6, 12.4],
      [-13.6, 10.8],
    ] as const) {
      for (let i = 0; i < 3; i += 1)
        stage.box([x, i * 0.42, z], [1.2, 0.36, 1], { colour: '#a57f52', top: '#c39a68' });
    }
  },
  motion(stage, second) {
    const at = second;
    const z = track(at, [
      [0, -14],
      [14, 11.6],
      [16, wall - 5.2],
      [44, wall - 5.2],
      [58, -14],
      [60, -14],
    ]);
    const open = ease(at, 18, 21) - ease(at, 38, 41);
    door(stage, -3, open);
    const busy = lap(second, 15, 0.2);
    door(stage, -9, 1);
    const pace = track(busy * 15, [
      [0, -2.4],
      [6, 2.6],
      [8, 2.6],
      [14, -2.4],
      [15, -2.4],
    ]);
    drawPerson(
      stage,
      {
        coat: '#38506e',
        trousers: '#262c3a',
        skin: '#8d5a3b',
        hair: '#140f0c',
        hat: '#f2c230',
        vest: '#ff7a2a',
      },
      {
        at: [-9 + pace * 0.3, 1.05, wall - 0.35],
        walked: Math.abs(pace) * 0.6,
        facing: pace > 0 ? 'right' : 'left',
        castsShadow: false,
        light: [1, 0.9, 0.75],
      },
    );
    const drive = lap(second, 30, 0.2);
    const x = track(drive * 30, [
      [0, -18],
      [11, 6],
      [15, 6],
      [26, -18],
      [30, -18],
    ]);
    const right = drive < 0.43;
    if (z > 7) drawTruck(stage, '#c4473a', '#f3efe6', [-3, 0, z], Math.PI, at < 17 && at > 8);
    drawForklift(stage, [x, 0, 5.8], right ? Math.PI / 2 : -Math.PI / 2, 0.2, second);
    if (z <= 7) drawTruck(stage, '#c4473a', '#f3efe6', [-3, 0, z], Math.PI, false);
    const marshal = swing(second, 4);
    drawPerson(
      stage,
      {
        coat: '#39424f',
        trousers: '#222833',
        skin: '#e8b995',
        hair: '#3d2618',
        hat: '#ffffff',
        vest: '#c8e04a',
      },
      {
        at: [1.4 + marshal * 0.15, 0, 12.2],
        walked: marshal * 0.3,
        facing: 'left',
      },
    );
    if (swing(second, 1) > 0)
      lamp(stage, [-1, 5.6, wall - 0.3], 0.5, rgb(open > 0.9 ? '#5dff8a' : '#ff4a3a'), 0.9);
  },
  foreground: (stage) => vignette(stage, 0.4),
};
