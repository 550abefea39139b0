import { css, rgb } from '../colour.ts';
import { letter } from '../lettering.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { lap, swing } from '../pace.ts';
import { drawPerson, type Person } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const steps = 11;
const tread = 0.42;
const rise = 0.21;
const firstStep = 5;
const landing = steps * rise;
const back = firstStep + steps * tread + 2.6;

/** Height of the walked line at a distance from the lens. */
function floorAt(z: number): number {
  return Math.min(landing, Math.max(0, Math.ceil((z - firstStep) / tread) * rise));
}

function rail(stage: Stage, x: number): void {
  const top = (z: number, up: number): [number, number, number] => [
    x,
    Math.min(landing, Math.max(0, ((z - firstStep) / tread) * rise)) + up,
    z,
  ];
  for (let z = firstStep; z <= firstStep + steps * tread; z += tread) {
    stage.bar(top(z, 0), top(z, 0.92), 0.035, '#495661');
  }
  stage.bar(top(firstStep - 0.1, 0.95), top(firstStep + steps * tread, 0.95), 0.08, '#b5793d');
}

export const stairwell: Scene = {
  lens: { position: [1.5, 3.2, -1.4], yaw: -0.1, pitch: 0.11, focal: 1 },
  air: { sun: [0.75, 0.55, -0.5], ambient: [0.7, 0.71, 0.76], sunlight: [0.46, 0.42, 0.34] },
  backdrop(stage) {
    wash(stage, [
      [0, '#c9d2d6'],
      [1, '#9fa6a8'],
    ]);
    const quad = (
      p: readonly (readonly [number, number, number])[],
      c: string,
      n: readonly [number, number, number],
      lit = false,
    ): void => stage.polygon(p, c, n, lit);
    quad(
      [
        [-4, 0, -2],
        [4.4, 0, -2],
        [4.4, 0, back],
        [-4, 0, back],
      ],
      '#a9a49b',
      [0, 1, 0],
    );
    quad(
      [
        [-4, 0, back],
        [4.4, 0, back],
        [4.4, 6.4, back],
        [-4, 6.4, back],
      ],
      '#d9d6cc',
      [0, 0, -1],
    );
    quad(
      [
        [-4, 0, -2],
        [-4, 0, back],
        [-4, 6.4, back],
        [-4, 6.4, -2],
      ],
      '#c5cfce',
      [1, 0, 0],
    );
    quad(
      [
        [4.4, 0, -2],
        [4.4, 0, back],
        [4.4, 6.4, back],
        [4.4, 6.4, -2],
      ],
      '#dcd8cd',
      [-1, 0, 0],
    );
    quad(
      [
        [-4, 6, -2],
        [4.4, 6, -2],
        [4.4, 6, back],
        [-4, 6, back],
      ],
      '#e3e2dc',
      [0, 0.2, 0],
    );
    quad(
      [
        [-3.99, 0, -2],
        [-3.99, 0, back],
        [-3.99, 1.1, back],
        [-3.99, 1.1, -2],
      ],
      '#5f8a86',
      [1, 0, 0],
    );
    quad(
      [
        [4.39, 0, -2],
        [4.39, 0, back],
        [4.39, 1.1, back],
        [4.39, 1.1, -2],
      ],
      '#6b9691',
      [-1, 0, 0],
    );
    quad(
      [
        [-3.2, landing, back - 0.01],
        [3.6, landing, back - 0.01],
        [3.6, landing + 1.1, back - 0.01],
        [-3.2, landing + 1.1, back - 0.01],
      ],
      '#6b9691',
      [0, 0, -1],
    );
    for (const x of [-2.6, -0.6, 1.4]) {
      quad(
        [
          [x - 0.06, landing + 1.3, back - 0.02],
          [x + 1.66, landing + 1.3, back - 0.02],
          [x + 1.66, landing + 3.3, back - 0.02],
          [x - 0.06, landing + 3.3, back - 0.02],
        ],
        '#5c6870',
        [0, 0, -1],
      );
      quad(
        [
          [x, landing + 1.36, back - 0.03],
          [x + 1.6, landing + 1.36, back - 0.03],
          [x + 1.6, landing + 3.24, back - 0.03],
          [x, landing + 3.24, back - 0.03],
        ],
        '#cfe9f7',
        [0, 0, -1],
        true,
      );
      quad(
        [
          [x, landing + 1.36, back - 0.03],
          [x + 1.6, landing + 1.36, back - 0.03],
          [x + 1.6, landing + 1.9, back - 0.03],
          [x, landing + 2.1, back - 0.03],
        ],
        '#8fbf94',
        [0, 0, -1],
        true,
      );
    }
    const sunny = stage.project([0.2, landing + 2.3, back]);
    glow(stage, sunny.x, sunny.y, 300, rgb('#fff6da'), 0.45);
    stage.box([-0.4, 0, firstStep + steps * tread + 1.3], [5.2, landing, 2.6], {
      colour: '#b5afa3',
      top: '#c6c1b6',
    });
    for (let i = steps - 1; i >= 0; i -= 1) {
      const z = firstStep + i * tread;
      stage.box([-0.4, 0, z + tread / 2], [5.2, (i + 1) * rise, tread], {
        colour: '#a39c90',
        top: '#c9c3b6',
        front: '#9a9388',
      });
      quad(
        [
          [-3, (i + 1) * rise + 0.005, z],
          [2.2, (i + 1) * rise + 0.005, z],
          [2.2, (i + 1) * rise + 0.005, z + 0.06],
          [-3, (i + 1) * rise + 0.005, z + 0.06],
        ],
        '#e0c25a',
        [0, 1, 0],
      );
    }
    for (let i = 0; i < 3; i += 1) {
      stage.fill(
        [
          [-1.8 + i * 1.6, 0.01, 1.2],
          [-0.8 + i * 1.6, 0.01, 1.2],
          [-0.3 + i * 1.6, 0.01, 4],
          [-1.3 + i * 1.6, 0.01, 4],
        ],
        css(rgb('#fff3cf'), 0.3),
        0,
      );
    }
    stage.box([3.4, 0, 9.6], [1.6, 2.3, 0.12], { colour: '#56707c', front: '#6f8c99' });
    const sign = stage.project([-3.9, 3.1, 6.5]);
    stage.brush.fillStyle = '#1d6b4f';
    stage.brush.fillRect(sign.x, sign.y, 118, 46);
    letter(stage.brush, 'EXIT', sign.x + 23, sign.y + 12, { capitalHeight: 22, colour: '#ffffff' });
    const floor = stage.project([3.3, 5.6, back - 0.1]);
    letter(stage.brush, '2', floor.x, floor.y, {
      capitalHeight: 54,
      colour: '#3e6f6a',
      weight: 1.2,
    });
    for (const z of [2.4, 7.6]) {
      stage.polygon(
        [
          [-0.9, 5.98, z],
          [0.9, 5.98, z],
          [0.9, 5.98, z + 0.5],
          [-0.9, 5.98, z + 0.5],
        ],
        '#fffdf2',
        [0, -1, 0],
        true,
      );
      pool(stage, [0, 0.02, z], 2, rgb('#ffffff'), 0.18);
    }
    rail(stage, -3);
  },
  motion(stage, second) {
    const people: { who: Person; x: number; up: boolean; period: number; offset: number }[] = [
      {
        who: {
          coat: '#c05a44',
          trousers: '#2f3646',
          skin: '#e8b995',
          hair: '#3a2415',
          bag: '#2c3e50',
        },
        x: -1.4,
        up: true,
        period: 15,
        offset: 0,
      },
      {
        who: { coat: '#3d5f8f', trousers: '#3b3a3f', skin: '#8d5a3b', hair: '#15100d' },
        x: 0.4,
        up: false,
        period: 20,
        offset: 0.35,
      },
      {
        who: { coat: '#e0d4b8', trousers: '#4b5563', skin: '#f1cbb0', hair: '#8a5a2c' },
        x: 1.3,
        up: true,
        period: 30,
        offset: 0.6,
      },
    ];
    const placed = people.map((person) => {
      const along = lap(second, person.period, person.offset);
      const z = person.up ? 0.6 + along * 12.2 : 12.4 - along * 11.8;
      return { ...person, z, walked: along * 14 };
    });
    for (const { who, x, up, z, walked } of placed.sort((a, b) => b.z - a.z)) {
      const ground = floorAt(z);
      const smooth = Math.min(landing, Math.max(0, ((z - firstStep) / tread) * rise));
      drawPerson(stage, who, {
        at: [x, (ground + smooth) / 2, z],
        walked,
        facing: up ? 'away' : 'near',
      });
    }
    if (swing(second, 2) > 0) lamp(stage, [-3.6, 5.4, 6], 0.3, rgb('#ff4a3a'), 0.9);
    const drift = lap(second, 60);
    for (let i = 0; i < 7; i += 1) {
      const at = (drift * 2 + i / 7) % 1;
      lamp(
        stage,
        [-2 + i * 0.7, 4.6 - at * 3, 6 + (i % 3)],
        0.06,
        rgb('#fff6da'),
        0.5 * Math.sin(at * Math.PI),
      );
    }
  },
  foreground(stage) {
    rail(stage, 2.2);
    vignette(stage, 0.42);
  },
};
