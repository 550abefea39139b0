import { css, rgb } from '../colour.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { lap, scatter, swing } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

const rackDepth = 1.5;
const nearest = 2.2;
const racks = 9;
const lights = ['#49f2a0', '#49f2a0', '#4fb8ff', '#ffb64a'] as const;

function rack(stage: Stage, side: number, index: number): void {
  const z = nearest + index * rackDepth;
  const x = side * 2.05;
  stage.box([x + side * 0.5, 0, z], [1, 2.5, rackDepth - 0.06], {
    colour: '#232c3c',
    top: '#2f3a4d',
  });
  const face = x - side * 0.01;
  for (let u = 0; u < 12; u += 1) {
    const y = 0.16 + u * 0.19;
    const colour = scatter(index * 13 + u + side) > 0.3 ? '#141b28' : '#30405a';
    stage.polygon(
      [
        [face, y, z - 0.62],
        [face, y, z + 0.62],
        [face, y + 0.15, z + 0.62],
        [face, y + 0.15, z - 0.62],
      ],
      colour,
      [-side, 0, 0],
    );
  }
}

export const serverRoom: Scene = {
  lens: { position: [0.15, 2.75, -1.7], yaw: 0, pitch: 0.13, focal: 0.95 },
  air: {
    sun: [0.1, 1, -0.4],
    ambient: [0.5, 0.62, 0.86],
    sunlight: [0.4, 0.46, 0.55],
    haze: { colour: rgb('#2b4a78'), fromMetres: 6, toMetres: 30 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#0f1a30'],
      [0.5, '#23406c'],
      [1, '#16233c'],
    ]);
    stage.polygon(
      [
        [-3, 3.2, -2],
        [3, 3.2, -2],
        [3, 3.2, 18],
        [-3, 3.2, 18],
      ],
      '#2c3a52',
      [0, 0.2, 0],
    );
    stage.polygon(
      [
        [-3, 0, 18],
        [3, 0, 18],
        [3, 3.2, 18],
        [-3, 3.2, 18],
      ],
      '#4a6690',
      [0, 0, -1],
    );
    stage.polygon(
      [
        [-0.8, 0, 17.98],
        [0.8, 0, 17.98],
        [0.8, 2.3, 17.98],
        [-0.8, 2.3, 17.98],
      ],
      '#8fc3ff',
      [0, 0, -1],
      true,
    );
    stage.polygon(
      [
        [-3, 0, -3],
        [3, 0, -3],
        [3, 0, 18],
        [-3, 0, 18],
      ],
      '#42536f',
    );
    for (let x = -2.4; x < 2.4; x += 0.8) {
      for (let z = -2.4; z < 17; z += 0.8) {
        if (Math.round((x + 2.4) / 0.8 + (z + 2.4) / 0.8) % 2 !== 0) continue;
        stage.polygon(
          [
            [x, 0.004, z],
            [x + 0.8, 0.004, z],
            [x + 0.8, 0.004, z + 0.8],
            [x, 0.004, z + 0.8],
          ],
          '#475975',
        );
      }
    }
    for (let i = racks - 1; i >= 0; i -= 1) {
      rack(stage, -1, i);
      rack(stage, 1, i);
    }
    for (const x of [-1.1, 1.1]) stage.box([x, 2.85, 8], [0.35, 0.1, 20], { colour: '#39485f' });
    for (let z = 16; z > 0; z -= 3) {
      stage.polygon(
        [
          [-0.5, 3.18, z],
          [0.5, 3.18, z],
          [0.5, 3.18, z + 1.2],
          [-0.5, 3.18, z + 1.2],
        ],
        '#cfe6ff',
        [0, -1, 0],
        true,
      );
      pool(stage, [0, 0.02, z], 1.5, rgb('#9fcaff'), 0.36);
      lamp(stage, [0, 3.1, z + 0.6], 0.8, rgb('#a9d2ff'), 0.4);
    }
    stage.fill(
      [
        [-1.5, 0.01, -3],
        [-1.35, 0.01, -3],
        [-1.35, 0.01, 17],
        [-1.5, 0.01, 17],
      ],
      css(rgb('#4fb8ff'), 0.5),
      0,
    );
    stage.fill(
      [
        [1.35, 0.01, -3],
        [1.5, 0.01, -3],
        [1.5, 0.01, 17],
        [1.35, 0.01, 17],
      ],
      css(rgb('#4fb8ff'), 0.5),
      0,
    );
  },
  motion(stage, second) {
    const beat = Math.floor(second * 3);
    stage.brush.save();
    stage.brush.globalCompositeOperation = 'lighter';
    for (const side of [-1, 1]) {
      for (let i = racks - 1; i >= 0; i -= 1) {
        const z = nearest + i * rackDepth;
        for (let u = 0; u < 12; u += 1) {
          for (let k = 0; k < 3; k += 1) {
            const seed = i * 71 + u * 7 + k * 3 + (side + 1) * 500;
            const share = scatter(seed + ((beat + seed) % 180));
            if (share < 0.35) continue;
            const spot = stage.project([side * 2.03, 0.235 + u * 0.19, z - 0.5 + k * 0.13]);
            const size = Math.max(1.5, spot.scale * 0.028);
            stage.brush.fillStyle = lights[Math.floor(scatter(seed) * lights.length)] ?? '#49f2a0';
            stage.brush.globalAlpha = 0.55 + share * 0.45;
            stage.brush.fillRect(spot.x - size / 2, spot.y - size / 2, size, size);
          }
        }
      }
    }
    stage.brush.restore();
    const along = lap(second, 60, 0.2);
    const out = along < 0.5;
    const z = out ? 15.5 - along * 27 : 2 + (along - 0.5) * 27;
    const light = [0.72, 0.84, 1.05] as const;
    drawPerson(
      stage,
      { coat: '#4a6fa5', trousers: '#2b3346', skin: '#e8b995', hair: '#3a2415', bag: '#1c2534' },
      {
        at: [0.5, 0, z],
        walked: along * 30,
        facing: out ? 'near' : 'away',
        light,
      },
    );
    const other = lap(second, 20);
    drawPerson(
      stage,
      { coat: '#d0d5da', trousers: '#30384a', skin: '#6f452d', hair: '#120d0b' },
      {
        at: [-0.95 + swing(second, 10) * 0.08, 0, 7.4],
        walked: 0,
        facing: other < 0.7 ? 'left' : 'near',
        light,
      },
    );
    const screen = stage.project([-1.6, 1.2, 7]);
    glow(stage, screen.x, screen.y, 46 + swing(second, 2) * 3, rgb('#8fd0ff'), 0.4);
    if (swing(second, 2) > 0.2) lamp(stage, [2.02, 2.3, 5.2], 0.24, rgb('#ff4a3a'), 0.95);
  },
  foreground: (stage) => vignette(stage, 0.55),
};
