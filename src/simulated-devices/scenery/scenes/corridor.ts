import { rgb } from '../colour.ts';
import { letter } from '../lettering.ts';
import { lamp, pool, vignette, wash } from '../light.ts';
import { ease, lap, swing } from '../pace.ts';
import { drawPerson, type Person } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const end = 30;

function door(stage: Stage, side: number, z: number, label: string): void {
  const x = side * 1.99;
  const n = [-side, 0, 0] as const;
  stage.polygon(
    [
      [x, 0, z - 0.65],
      [x, 0, z + 0.65],
      [x, 2.3, z + 0.65],
      [x, 2.3, z - 0.65],
    ],
    '#e9e4d9',
    n,
  );
  const d = side * 1.98;
  stage.polygon(
    [
      [d, 0, z - 0.55],
      [d, 0, z + 0.55],
      [d, 2.2, z + 0.55],
      [d, 2.2, z - 0.55],
    ],
    '#a66f45',
    n,
  );
  stage.polygon(
    [
      [d, 1.2, z - 0.2],
      [d, 1.2, z + 0.2],
      [d, 2, z + 0.2],
      [d, 2, z - 0.2],
    ],
    '#ffeab8',
    n,
    true,
  );
  const plate = stage.project([side * 1.97, 2.62, z]);
  if (plate.scale > 60)
    letter(stage.brush, label, plate.x - plate.scale * 0.14, plate.y, {
      capitalHeight: plate.scale * 0.1,
      colour: '#33475b',
    });
}

const walkers: readonly {
  who: Person;
  x: number;
  period: number;
  offset: number;
  near: boolean;
}[] = [
  {
    who: { coat: '#eef2f4', trousers: '#4d6c86', skin: '#c68d63', hair: '#1b1411' },
    x: -0.55,
    period: 20,
    offset: 0.15,
    near: true,
  },
  {
    who: { coat: '#4f7d8c', trousers: '#30465a', skin: '#f1cbb0', hair: '#6a4222', bag: '#c98a3c' },
    x: 0.7,
    period: 30,
    offset: 0.5,
    near: false,
  },
  {
    who: { coat: '#93445a', trousers: '#2b3040', skin: '#6f452d', hair: '#120d0b' },
    x: 0.2,
    period: 15,
    offset: 0.75,
    near: true,
  },
];

export const corridor: Scene = {
  lens: { position: [0.25, 2.85, -1.5], yaw: 0, pitch: 0.1, focal: 0.98 },
  air: {
    sun: [0.2, 0.9, -0.5],
    ambient: [0.78, 0.8, 0.82],
    sunlight: [0.26, 0.24, 0.2],
    haze: { colour: rgb('#dfeaf0'), fromMetres: 8, toMetres: 44 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#e4ebee'],
      [1, '#b8c2c6'],
    ]);
    stage.polygon(
      [
        [-2, 3, -3],
        [2, 3, -3],
        [2, 3, end],
        [-2, 3, end],
      ],
      '#eef0ee',
      [0, 0.1, 0],
    );
    stage.polygon(
      [
        [-2, 0, -3],
        [2, 0, -3],
        [2, 0, end],
        [-2, 0, end],
      ],
      '#8fb0b4',
    );
    stage.polygon(
      [
        [-0.9, 0.005, -3],
        [0.9, 0.005, -3],
        [0.9, 0.005, end],
        [-0.9, 0.005, end],
      ],
      '#a9c4c6',
    );
    for (const side of [-1, 1]) {
      stage.polygon(
        [
          [side * 2, 0, -3],
          [side * 2, 0, end],
          [side * 2, 3, end],
          [side * 2, 3, -3],
        ],
        '#ede8dc',
        [-side, 0, 0],
      );
      stage.polygon(
        [
          [side * 1.995, 0, -3],
          [side * 1.995, 0, end],
          [side * 1.995, 0.95, end],
          [side * 1.995, 0.95, -3],
        ],
        '#c2d3cf',
        [-side, 0, 0],
      );
      stage.polygon(
        [
          [side * 1.99, 0.9, -3],
          [side * 1.99, 0.9, end],
          [side * 1.99, 1.02, end],
          [side * 1.99, 1.02, -3],
        ],
        '#b9895c',
        [-side, 0, 0],
      );
    }
    stage.polygon(
      [
        [-2, 0, end],
        [2, 0, end],
        [2, 3, end],
        [-2, 3, end],
      ],
      '#f6fbff',
      [0, 0, -1],
      true,
    );
    for (let z = 26; z > 0; z -= 4) {
      door(stage, -1, z, `${201 + Math.round(26 - z) / 2}`);
      door(stage, 1, z + 2, `${202 + Math.round(26 - z) / 2}`);
    }
    for (let z = 28; z > 0; z -= 3.4) {
      stage.polygon(
        [
          [-0.55, 2.99, z],
          [0.55, 2.99, z],
          [0.55, 2.99, z + 1.2],
          [-0.55, 2.99, z + 1.2],
        ],
        '#ffffff',
        [0, -1, 0],
        true,
      );
      pool(stage, [0, 0.02, z + 0.6], 1.5, rgb('#ffffff'), 0.3);
    }
    const sign = stage.project([-0.5, 2.9, 9]);
    stage.brush.fillStyle = '#24597d';
    stage.brush.fillRect(sign.x, sign.y, sign.scale * 1.1, sign.scale * 0.3);
    letter(stage.brush, 'WARD 2', sign.x + sign.scale * 0.18, sign.y + sign.scale * 0.09, {
      capitalHeight: sign.scale * 0.13,
      colour: '#ffffff',
    });
    stage.box([1.7, 0, 12], [0.5, 0.5, 1.5], { colour: '#d7a35e', top: '#e7bb7d' });
  },
  motion(stage, second) {
    const push = lap(second, 60, 0.1);
    const open = ease(push, 0.2, 0.24) - ease(push, 0.32, 0.36);
    stage.polygon(
      [
        [-1.97, 0, 9.4],
        [-1.97 + open * 0.9, 0, 9.4 + (1 - open) * 1.2],
        [-1.97 + open * 0.9, 2.2, 9.4 + (1 - open) * 1.2],
        [-1.97, 2.2, 9.4],
      ],
      '#b57c4f',
      [0.6, 0, -0.6],
    );
    const placed = walkers.map((walker) => {
      const along = lap(second, walker.period, walker.offset);
      return {
        ...walker,
        z: walker.near ? 29 - along * 29.5 : 0.5 + along * 29,
        walked: along * 27,
      };
    });
    for (const { who, x, z, walked, near } of placed.sort((a, b) => b.z - a.z)) {
      const feet = stage.project([x, 0, z]);
      stage.brush.save();
      stage.brush.globalAlpha = 0.12;
      stage.brush.translate(0, feet.y * 2);
      stage.brush.scale(1, -1);
      drawPerson(stage, who, {
        at: [x, 0, z],
        walked,
        facing: near ? 'near' : 'away',
        castsShadow: false,
      });
      stage.brush.restore();
      drawPerson(stage, who, { at: [x, 0, z], walked, facing: near ? 'near' : 'away' });
    }
    const trolley = lap(second, 60, 0.55);
    const z = 3 + trolley * 25;
    if (trolley < 0.97) {
      stage.box([-1.2, 0.3, z], [0.62, 0.12, 1.1], { colour: '#8d99a3', top: '#c9d2d8' });
      stage.box([-1.2, 0.75, z], [0.62, 0.1, 1.1], { colour: '#8d99a3', top: '#dfe6ea' });
      for (const dx of [-0.28, 0.28])
        stage.bar([-1.2 + dx, 0.05, z - 0.5], [-1.2 + dx, 1, z - 0.5], 0.05, '#6f7b85');
    }
    if (swing(second, 1) > 0) lamp(stage, [1.9, 2.5, 6], 0.2, rgb('#4dff9a'), 0.8);
  },
  foreground: (stage) => vignette(stage, 0.38),
};
