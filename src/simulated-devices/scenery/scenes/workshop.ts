import { rgb } from '../colour.ts';
import type { Vec } from '../geometry.ts';
import { lamp, pool, vignette, wash } from '../light.ts';
import { ease, lap, scatter, swing, track } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const beltHeight = 0.85;
const beltZ = 8.4;
const pitch = 2.4;

function robot(stage: Stage, at: number, second: number): void {
  const reach = track(at, [
    [0, 0],
    [0.2, 1],
    [0.55, 1],
    [0.8, 0],
    [1, 0],
  ]);
  const base: Vec = [0, 0, beltZ + 2.2];
  pool(stage, base, 1.5, [0.01, 0.015, 0.03], 0.6);
  stage.box(base, [1.1, 0.6, 1.1], { colour: '#4a525c', top: '#626c78' });
  const shoulder: Vec = [0, 1.15, beltZ + 2.2];
  const sway = swing(second, 6) * 0.22;
  const elbow: Vec = [sway - 0.15, 2.75 - reach * 0.25, beltZ + 2.1 - reach * 0.7];
  const wrist: Vec = [sway * 0.6, 2.3 - reach * 0.85, beltZ + 1.15 - reach * 0.85];
  const tip: Vec = [sway * 0.6, 1.98 - reach * 0.6, beltZ + 0.95 - reach * 0.85];
  stage.bar([0, 0.6, beltZ + 2.2], shoulder, 0.62, '#d9661f');
  stage.bar(shoulder, elbow, 0.4, '#f07f2e');
  stage.bar(elbow, wrist, 0.3, '#e8742a');
  stage.bar(wrist, tip, 0.14, '#3a4048');
  for (const [joint, size] of [
    [shoulder, 0.26],
    [elbow, 0.22],
    [wrist, 0.15],
  ] as const) {
    stage.bar(joint, [joint[0] + 0.02, joint[1], joint[2]], size, '#2f343b');
  }
  if (at < 0.22 || at > 0.55) return;
  for (let i = 0; i < 22; i += 1) {
    const age = (scatter(i) + second * 2.5) % 1;
    const angle = scatter(i + 40 + Math.floor(scatter(i) + second * 2.5)) * Math.PI * 2;
    const far = age * 1.1;
    lamp(
      stage,
      [
        tip[0] + Math.cos(angle) * far,
        tip[1] + Math.abs(Math.sin(angle)) * far * 0.7 - age * age * 1.2,
        tip[2],
      ],
      0.09,
      rgb('#ffc45a'),
      1 - age,
    );
  }
  lamp(stage, tip, 0.9 + swing(second, 0.25) * 0.12, rgb('#bfe2ff'), 1);
}

export const workshop: Scene = {
  lens: { position: [-1.6, 3.7, -1], yaw: 0.14, pitch: 0.17, focal: 0.95 },
  air: {
    sun: [-0.3, 0.9, -0.5],
    ambient: [0.6, 0.62, 0.66],
    sunlight: [0.42, 0.4, 0.36],
    haze: { colour: rgb('#a8b6bc'), fromMetres: 10, toMetres: 46 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#7f8b92'],
      [1, '#8b8f90'],
    ]);
    stage.polygon(
      [
        [-14, 6.2, -2],
        [14, 6.2, -2],
        [14, 6.2, 20],
        [-14, 6.2, 20],
      ],
      '#78858d',
      [0, -0.1, 0],
    );
    stage.polygon(
      [
        [-14, 0, 20],
        [14, 0, 20],
        [14, 6.2, 20],
        [-14, 6.2, 20],
      ],
      '#b9c2c2',
      [0, 0, -1],
    );
    stage.polygon(
      [
        [-14, 0, 19.99],
        [14, 0, 19.99],
        [14, 1.6, 19.99],
        [-14, 1.6, 19.99],
      ],
      '#56796d',
      [0, 0, -1],
    );
    for (let x = -12; x < 13; x += 3.4) {
      stage.polygon(
        [
          [x, 3.3, 19.98],
          [x + 2.7, 3.3, 19.98],
          [x + 2.7, 5.3, 19.98],
          [x, 5.3, 19.98],
        ],
        '#d9ecf4',
        [0, 0, -1],
        true,
      );
      stage.bar([x + 1.35, 3.3, 19.97], [x + 1.35, 5.3, 19.97], 0.08, '#6c7a80');
    }
    stage.polygon(
      [
        [-14, 0, -3],
        [14, 0, -3],
        [14, 0, 20],
        [-14, 0, 20],
      ],
      '#9ba29f',
    );
    stage.polygon(
      [
        [-14, 0.01, 4.6],
        [14, 0.01, 4.6],
        [14, 0.01, 6],
        [-14, 0.01, 6],
      ],
      '#7fa08d',
    );
    for (const z of [4.6, 6])
      stage.polygon(
        [
          [-14, 0.015, z - 0.05],
          [14, 0.015, z - 0.05],
          [14, 0.015, z + 0.05],
          [-14, 0.015, z + 0.05],
        ],
        '#f0c53c',
      );
    for (let x = -10; x <= 10; x += 5) {
      stage.bar([x, 6.2, 9], [x, 5.5, 9], 0.05, '#3c454c');
      stage.box([x, 5.35, 9], [1.5, 0.14, 0.5], { colour: '#48525a' });
      lamp(stage, [x, 5.3, 9], 1.4, rgb('#fff4d6'), 0.75);
      pool(stage, [x, 0.02, 9], 3, rgb('#fff7df'), 0.24);
    }
    stage.box([-8.4, 0, 16.6], [2.6, 2.9, 2.4], {
      colour: '#4f6f8a',
      front: '#5d80a0',
      top: '#7393b0',
    });
    stage.polygon(
      [
        [-9.3, 1.2, 15.39],
        [-7.7, 1.2, 15.39],
        [-7.7, 2.3, 15.39],
        [-9.3, 2.3, 15.39],
      ],
      '#1f2c38',
      [0, 0, -1],
    );
    stage.box([-4.2, 0, 16.8], [3.2, 1, 1.3], { colour: '#8f6a45', top: '#b5895d' });
    for (let i = 0; i < 5; i += 1)
      stage.bar(
        [-5.4 + i * 0.5, 1.9, 19.9],
        [-5.4 + i * 0.5, 2.4 + (i % 2) * 0.3, 19.9],
        0.1,
        '#3c454c',
      );
    stage.box([8.6, 0, 15.8], [3, 3.3, 2.6], {
      colour: '#b0463c',
      front: '#c2564a',
      top: '#d06b5f',
    });
    stage.polygon(
      [
        [7.6, 1, 14.49],
        [9.6, 1, 14.49],
        [9.6, 2.6, 14.49],
        [7.6, 2.6, 14.49],
      ],
      '#26313c',
      [0, 0, -1],
    );
  },
  motion(stage, second) {
    const beat = lap(second, 3);
    const worker = lap(second, 30, 0.3);
    const x = track(worker * 30, [
      [0, -4],
      [8, -4],
      [14, 6],
      [22, 6],
      [30, -4],
    ]);
    const walking = (worker * 30 > 8 && worker * 30 < 14) || worker * 30 > 22;
    drawPerson(
      stage,
      { coat: '#35618f', trousers: '#2a4468', skin: '#8d5a3b', hair: '#140f0c', hat: '#f4f4ee' },
      {
        at: [x, 0, 14.4],
        walked: walking ? x : 0,
        facing: worker * 30 > 22 ? 'left' : worker * 30 > 8 && worker * 30 < 14 ? 'right' : 'away',
      },
    );
    lamp(stage, [8.6, 3.6, 15], 0.6, rgb(swing(second, 4) > 0 ? '#5dff8a' : '#ffb64a'), 0.9);
    robot(stage, beat, second);
    stage.box([0, beltHeight - 0.22, beltZ], [22, 0.22, 1.1], {
      colour: '#2b3036',
      top: '#3b4148',
      front: '#7d8890',
    });
    for (let i = -5; i <= 5; i += 1)
      stage.box([i * 2, 0, beltZ - 0.45], [0.14, beltHeight - 0.22, 0.14], { colour: '#5b666f' });
    const shift = ease(beat, 0.62, 0.98);
    for (let i = 5; i >= -5; i -= 1) {
      const at = (i + shift) * pitch;
      const done = at > 0.3;
      stage.box([at, beltHeight, beltZ], [1, 0.42, 0.7], {
        colour: done ? '#9fb3c0' : '#8a8f94',
        top: done ? '#c3d3dd' : '#a3a8ac',
      });
      if (done)
        stage.box([at, beltHeight + 0.42, beltZ], [0.36, 0.18, 0.36], {
          colour: '#e2b53c',
          top: '#f0cd6a',
        });
    }
    for (let i = -12; i < 12; i += 1) {
      const at = i * 0.9 + shift * pitch;
      stage.bar(
        [at, beltHeight - 0.1, beltZ - 0.56],
        [at + 0.12, beltHeight - 0.1, beltZ - 0.56],
        0.05,
        '#f0c53c',
      );
    }
    const cart = lap(second, 20, 0.5);
    const cartX = -13 + cart * 26;
    pool(stage, [cartX, 0, 5.3], 1, [0.01, 0.015, 0.03], 0.6);
    stage.box([cartX, 0.12, 5.3], [1.5, 0.3, 0.9], { colour: '#2f6f8f', top: '#438bb0' });
    stage.box([cartX, 0.42, 5.3], [1, 0.6, 0.75], { colour: '#c49a6c', top: '#d8b288' });
    lamp(stage, [cartX + 0.76, 0.3, 4.9], 0.35, rgb('#7fe8ff'), 0.9);
  },
  foreground: (stage) => vignette(stage, 0.42),
};
