import { css, rgb } from '../colour.ts';
import { letter } from '../lettering.ts';
import { glow, pool, vignette, wash } from '../light.ts';
import { lap, scatter, swing } from '../pace.ts';
import { drawPerson, type Person, skins } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const coats = ['#c05a44', '#3d5f8f', '#6f7f4f', '#93445a', '#d8a548', '#4f7d8c'] as const;

function guest(seed: number): Person {
  return {
    coat: coats[Math.floor(scatter(seed) * coats.length)] ?? '#3d5f8f',
    trousers: '#2f3646',
    skin: skins[Math.floor(scatter(seed + 1) * skins.length)] ?? '#c68d63',
    hair:
      ['#1b1411', '#4a2f1d', '#7a4a24', '#2a1a12'][Math.floor(scatter(seed + 2) * 4)] ?? '#1b1411',
  };
}

function table(stage: Stage, x: number, z: number, second: number): void {
  const seed = x * 3 + z * 7;
  const seated = (dx: number, dz: number, key: number, facing: 'left' | 'right'): void => {
    stage.box([x + dx, 0, z + dz], [0.5, 0.46, 0.5], { colour: '#b7733f', top: '#cf8b52' });
    if (scatter(seed + key) < 0.24) return;
    drawPerson(stage, guest(seed + key), {
      at: [x + dx, 0, z + dz],
      walked: swing(second, 5, scatter(key + seed)) * 0.12,
      facing,
      seated: true,
      height: 1.68 + swing(second, 3, scatter(seed + key)) * 0.014,
      castsShadow: false,
    });
  };
  pool(stage, [x, 0, z], 1.5, [0.03, 0.03, 0.05], 0.45);
  seated(-0.95, 0.25, 1, 'right');
  seated(0.95, 0.25, 2, 'left');
  stage.box([x, 0, z], [0.2, 0.72, 0.2], { colour: '#7c848a' });
  stage.box([x, 0.72, z], [1.5, 0.06, 1], { colour: '#cfc7b6', top: '#f0e9da' });
  for (const [dx, dz, colour] of [
    [-0.4, 0.1, '#f7fafb'],
    [0.4, -0.12, '#e8763f'],
    [0.05, 0.25, '#7fb08c'],
  ] as const) {
    stage.box([x + dx, 0.78, z + dz], [0.16, 0.09, 0.16], { colour, top: '#6a4a32' });
  }
  const cup = stage.project([x - 0.4, 0.95, z + 0.1]);
  for (let i = 0; i < 3; i += 1) {
    const age = lap(second, 3, i / 3 + scatter(seed));
    glow(
      stage,
      cup.x + swing(second, 3, i * 0.3) * 3,
      cup.y - age * 0.4 * cup.scale,
      0.1 * cup.scale * (0.6 + age),
      rgb('#ffffff'),
      0.34 * (1 - age),
    );
  }
}

export const canteen: Scene = {
  lens: { position: [0.4, 3.5, -1.8], yaw: -0.04, pitch: 0.2, focal: 0.95 },
  air: { sun: [-0.6, 0.8, -0.4], ambient: [0.72, 0.69, 0.66], sunlight: [0.36, 0.3, 0.22] },
  backdrop(stage) {
    wash(stage, [
      [0, '#efe3cf'],
      [1, '#cbb89c'],
    ]);
    stage.polygon(
      [
        [-8, 0, 13],
        [8, 0, 13],
        [8, 4.2, 13],
        [-8, 4.2, 13],
      ],
      '#e9c9a0',
      [0, 0, -1],
    );
    stage.polygon(
      [
        [-8, 0, -2],
        [-8, 0, 13],
        [-8, 4.2, 13],
        [-8, 4.2, -2],
      ],
      '#f3ead9',
      [1, 0, 0],
    );
    stage.polygon(
      [
        [8, 0, -2],
        [8, 0, 13],
        [8, 4.2, 13],
        [8, 4.2, -2],
      ],
      '#8fa88f',
      [-1, 0, 0],
    );
    stage.polygon(
      [
        [-8, 4.2, -2],
        [8, 4.2, -2],
        [8, 4.2, 13],
        [-8, 4.2, 13],
      ],
      '#fbf4e8',
      [0, 0.1, 0],
    );
    stage.polygon(
      [
        [-8, 0, -3],
        [8, 0, -3],
        [8, 0, 13],
        [-8, 0, 13],
      ],
      '#c99f74',
    );
    for (let x = -8; x < 8; x += 0.9) {
      stage.polygon(
        [
          [x, 0.004, -3],
          [x + 0.04, 0.004, -3],
          [x + 0.04, 0.004, 13],
          [x, 0.004, 13],
        ],
        '#b98d62',
      );
    }
    for (let z = 0; z < 12; z += 3) {
      stage.polygon(
        [
          [-7.99, 1, z],
          [-7.99, 1, z + 2.2],
          [-7.99, 3.5, z + 2.2],
          [-7.99, 3.5, z],
        ],
        '#cfe9f7',
        [1, 0, 0],
        true,
      );
      stage.polygon(
        [
          [-7.98, 1, z],
          [-7.98, 1, z + 2.2],
          [-7.98, 1.9, z + 2.2],
          [-7.98, 1.6, z],
        ],
        '#94c199',
        [1, 0, 0],
        true,
      );
      stage.fill(
        [
          [-8, 0.01, z + 0.6],
          [-8, 0.01, z + 2.4],
          [-3, 0.01, z + 4],
          [-3, 0.01, z + 2],
        ],
        css(rgb('#fff1c8'), 0.3),
        0,
      );
    }
    stage.polygon(
      [
        [-3.4, 1.2, 12.98],
        [5.6, 1.2, 12.98],
        [5.6, 2.9, 12.98],
        [-3.4, 2.9, 12.98],
      ],
      '#5a4636',
      [0, 0, -1],
    );
    stage.polygon(
      [
        [-3.2, 1.3, 12.97],
        [5.4, 1.3, 12.97],
        [5.4, 2.8, 12.97],
        [-3.2, 2.8, 12.97],
      ],
      '#fff0d0',
      [0, 0, -1],
      true,
    );
    const menu = stage.project([-1.2, 3.75, 12.9]);
    letter(stage.brush, 'CANTEEN', menu.x, menu.y, {
      capitalHeight: 30,
      colour: '#a5502f',
      weight: 1.1,
    });
  },
  motion(stage, second) {
    const cook = {
      coat: '#ffffff',
      trousers: '#3d4450',
      skin: '#c68d63',
      hair: '#2a1a12',
      hat: '#ffffff',
    };
    drawPerson(stage, cook, {
      at: [-0.6 + swing(second, 12) * 1.5, 0.2, 12.4],
      walked: swing(second, 12) * 1.6,
      facing: swing(second, 12, 0.25) > 0 ? 'right' : 'left',
      castsShadow: false,
    });
    drawPerson(
      stage,
      { ...cook, skin: '#6f452d' },
      {
        at: [4 + swing(second, 15, 0.4) * 0.6, 0.2, 12.4],
        walked: swing(second, 15, 0.4),
        facing: swing(second, 15, 0.65) > 0 ? 'right' : 'left',
        castsShadow: false,
      },
    );
    stage.box([1, 0, 11.4], [9.4, 1.15, 0.9], {
      colour: '#b9c1c4',
      top: '#dfe5e7',
      front: '#b5673d',
    });
    for (let i = 0; i < 6; i += 1) {
      stage.box([-2.6 + i * 1.4, 1.15, 11.5], [0.9, 0.1, 0.5], {
        colour: '#8d979c',
        top: ['#d8763f', '#7fae5c', '#e8c25a'][i % 3] ?? '#d8763f',
      });
      const pot = stage.project([-2.6 + i * 1.4, 1.4, 11.5]);
      const age = lap(second, 4, i * 0.21);
      glow(stage, pot.x, pot.y - age * 46, 16 + age * 16, rgb('#ffffff'), 0.4 * (1 - age));
    }
    for (let i = 0; i < 3; i += 1) {
      const along = lap(second, 30, i * 0.33);
      drawPerson(stage, guest(i * 5 + 2), {
        at: [8.4 - along * 17, 0, 10.2],
        walked: along * 18,
        facing: 'left',
      });
    }
    for (const z of [8, 4.9, 2.1]) {
      for (const x of [-4.7, 0.2, 4.9]) {
        if (z < 3 && x === 0.2) continue;
        table(stage, x + (z === 4.9 ? 0.4 : 0), z, second);
      }
    }
    const tray = lap(second, 20, 0.6);
    drawPerson(
      stage,
      { ...guest(31), bag: '#7a4a24' },
      { at: [1.9 - tray * 1.2, 0, 10 - tray * 10.2], walked: tray * 11, facing: 'near' },
    );
    for (const [x, z] of [
      [-4.4, 6.4],
      [0.4, 6.4],
      [4.8, 6.4],
    ] as const) {
      stage.bar([x, 4.2, z], [x, 3.35, z], 0.03, '#4a3c30');
      stage.box([x, 3.15, z], [0.6, 0.22, 0.6], { colour: '#33554e', top: '#27423d' });
      const bulb = stage.project([x, 3.1, z]);
      glow(stage, bulb.x, bulb.y, 60, rgb('#fff0c0'), 0.55);
    }
  },
  foreground: (stage) => vignette(stage, 0.36),
};
