import { css, rgb } from '../colour.ts';
import { groundAround } from '../distance.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { lap, scatter, swing, track } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';
import { drawBeams, drawCar } from '../vehicle.ts';

function pine(stage: Stage, x: number, z: number, high: number): void {
  const foot = stage.project([x, 0, z]);
  const unit = foot.scale * high;
  stage.brush.fillStyle = '#1b2330';
  stage.brush.fillRect(foot.x - unit * 0.025, foot.y - unit * 0.2, unit * 0.05, unit * 0.2);
  for (let i = 0; i < 4; i += 1) {
    const base = foot.y - unit * (0.12 + i * 0.2);
    const half = unit * (0.24 - i * 0.045);
    for (const [tone, share] of [
      ['#27405a', 1],
      ['#dfe9f5', 0.42],
    ] as const) {
      stage.brush.fillStyle = tone;
      stage.brush.beginPath();
      stage.brush.moveTo(foot.x - half * share, base - unit * 0.34 * (1 - share));
      stage.brush.lineTo(foot.x, base - unit * 0.34);
      stage.brush.lineTo(foot.x + half * share, base - unit * 0.34 * (1 - share));
      stage.brush.quadraticCurveTo(
        foot.x,
        base - unit * (0.34 * (1 - share) - 0.05),
        foot.x - half * share,
        base - unit * 0.34 * (1 - share),
      );
      stage.brush.fill();
    }
  }
}

function dog(stage: Stage, x: number, z: number, run: number, left: boolean): void {
  const spot = stage.project([x, 0, z]);
  pool(stage, [x, 0, z], 0.5, [0.02, 0.03, 0.07], 0.5);
  const brush = stage.brush;
  brush.save();
  brush.translate(spot.x, spot.y);
  brush.scale(left ? -spot.scale : spot.scale, spot.scale);
  brush.lineCap = 'round';
  brush.strokeStyle = '#3c2a20';
  brush.lineWidth = 0.07;
  for (const [at, phase] of [
    [-0.24, 0],
    [-0.19, 0.5],
    [0.22, 0.3],
    [0.27, 0.8],
  ] as const) {
    const swingX = Math.sin((run + phase) * Math.PI * 2) * 0.16;
    brush.beginPath();
    brush.moveTo(at, -0.34);
    brush.lineTo(at + swingX, -0.02);
    brush.stroke();
  }
  brush.fillStyle = '#5a3f2e';
  brush.beginPath();
  brush.ellipse(0, -0.4, 0.36, 0.13, 0, 0, Math.PI * 2);
  brush.ellipse(0.42, -0.54, 0.13, 0.1, 0.3, 0, Math.PI * 2);
  brush.fill();
  brush.lineWidth = 0.05;
  brush.beginPath();
  brush.moveTo(-0.34, -0.44);
  brush.quadraticCurveTo(-0.5, -0.5, -0.52, -0.66 + Math.sin(run * Math.PI * 4) * 0.05);
  brush.stroke();
  brush.restore();
}

export const yard: Scene = {
  lens: { position: [0.5, 4.4, -4], yaw: -0.03, pitch: 0.13, focal: 0.95 },
  air: {
    sun: [-0.5, 0.8, -0.4],
    ambient: [0.42, 0.5, 0.68],
    sunlight: [0.36, 0.38, 0.44],
    haze: { colour: rgb('#5a7090'), fromMetres: 18, toMetres: 90 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#22334f'],
      [0.25, '#4b6486'],
      [0.4, '#8499b3'],
      [1, '#6d80a0'],
    ]);
    groundAround(stage, '#dfe8f4', [0, 0, 37.5]);
    for (let i = 0; i < 30; i += 1) {
      const hill = stage.project([-60 + i * 4.3, 3, 60]);
      glow(stage, hill.x, hill.y + 20, 70, rgb('#3a5068'), 0.8);
    }
    stage.polygon(
      [
        [-80, 0, -5],
        [80, 0, -5],
        [80, 0, 80],
        [-80, 0, 80],
      ],
      '#dfe8f4',
    );
    stage.polygon(
      [
        [-60, 0.01, 12.4],
        [60, 0.01, 12.4],
        [60, 0.01, 17.4],
        [-60, 0.01, 17.4],
      ],
      '#94a2b8',
    );
    stage.polygon(
      [
        [-1.6, 0.012, -5],
        [1.6, 0.012, -5],
        [1.2, 0.012, 12.4],
        [-1.2, 0.012, 12.4],
      ],
      '#a6b4c8',
    );
    for (const dz of [13.6, 14.4, 15.4, 16.2])
      stage.polygon(
        [
          [-60, 0.02, dz],
          [60, 0.02, dz],
          [60, 0.02, dz + 0.25],
          [-60, 0.02, dz + 0.25],
        ],
        '#7f8ea6',
      );
    for (const [x, z, h] of [
      [-15, 34, 8],
      [-9, 37, 9],
      [-20, 31, 7.5],
      [15, 36, 9],
      [21, 33, 8],
      [9.5, 39, 7],
      [-3, 41, 6.5],
    ] as const)
      pine(stage, x, z, h);
    stage.box([1.5, 0, 30], [11, 4, 7], { colour: '#8a5a4c', front: '#9c6656' });
    stage.solid(
      [
        {
          points: [
            [-6, 0, -4],
            [6, 0, -4],
            [6, 2.6, 0],
            [-6, 2.6, 0],
          ],
          colour: '#e9f0f8',
        },
        {
          points: [
            [-6, 0, 4],
            [6, 0, 4],
            [6, 2.6, 0],
            [-6, 2.6, 0],
          ],
          colour: '#dfe8f4',
        },
        {
          points: [
            [-6, 0, -4],
            [-6, 0, 4],
            [-6, 2.6, 0],
          ],
          colour: '#8a5a4c',
        },
        {
          points: [
            [6, 0, -4],
            [6, 0, 4],
            [6, 2.6, 0],
          ],
          colour: '#8a5a4c',
        },
      ],
      [1.5, 4, 30],
    );
    for (const x of [-2.2, 0.6, 4.8]) {
      stage.polygon(
        [
          [x, 1.3, 26.48],
          [x + 1.5, 1.3, 26.48],
          [x + 1.5, 2.8, 26.48],
          [x, 2.8, 26.48],
        ],
        '#ffd88f',
        [0, 0, -1],
        true,
      );
      pool(stage, [x + 0.7, 0.02, 24.4], 2.4, rgb('#ffcf80'), 0.4);
    }
    stage.polygon(
      [
        [2.9, 0, 26.47],
        [4.2, 0, 26.47],
        [4.2, 2.4, 26.47],
        [2.9, 2.4, 26.47],
      ],
      '#5b3a30',
      [0, 0, -1],
    );
    for (const [x, z] of [
      [-6.4, 18.4],
      [8.2, 18.4],
    ] as const) {
      stage.bar([x, 0, z], [x, 5, z], 0.14, '#2c3546');
      stage.brush.save();
      stage.brush.globalCompositeOperation = 'lighter';
      pool(stage, [x, 0.03, z - 1], 5.2, rgb('#ffb765'), 0.38);
      stage.brush.restore();
      lamp(stage, [x, 5, z], 1.7, rgb('#ffd493'), 1);
    }
    for (const [x, z, wide] of [
      [-5.4, 7.4, 1.5],
      [6.2, 7.2, 1.8],
      [-8, 10.4, 1.2],
    ] as const) {
      pool(stage, [x, 0, z], wide * 1.1, [0.16, 0.24, 0.4], 0.5);
      const mound = stage.project([x, 0, z]);
      const half = wide * mound.scale;
      const snow = stage.brush.createLinearGradient(
        mound.x - half,
        mound.y - half,
        mound.x + half,
        mound.y,
      );
      snow.addColorStop(0, '#c9d7ec');
      snow.addColorStop(1, '#8ea3c8');
      stage.brush.fillStyle = snow;
      stage.brush.beginPath();
      stage.brush.ellipse(mound.x, mound.y, half, half * 0.5, 0, Math.PI, Math.PI * 2);
      stage.brush.fill();
    }
  },
  motion(stage, second) {
    const smoke = stage.project([5, 6.6, 29]);
    for (let i = 0; i < 6; i += 1) {
      const age = lap(second, 6, i / 6);
      glow(
        stage,
        smoke.x + age * 46,
        smoke.y - age * 84,
        12 + age * 30,
        rgb('#c7d2e0'),
        0.4 * (1 - age),
      );
    }
    const drive = lap(second, 30);
    if (drive < 0.4) {
      const x = -34 + (drive / 0.4) * 72;
      drawBeams(stage, [x, 0, 14], Math.PI / 2, 0.2);
      drawCar(stage, { paint: '#a63d35', lightsOn: true, tall: true }, [x, 0, 14], Math.PI / 2);
    }
    const walk = lap(second, 60) * 60;
    const x = track(walk, [
      [0, -12],
      [22, 5.4],
      [28, 5.4],
      [54, -12],
      [60, -12],
    ]);
    const home = walk > 28;
    drawPerson(
      stage,
      { coat: '#2f4f78', trousers: '#242b3c', skin: '#e8b995', hair: '#3a2415', hat: '#c0473c' },
      {
        at: [x, 0, 10.2],
        walked: walk > 22 && walk < 28 ? 0 : x,
        facing: home ? 'left' : 'right',
        light: [0.84, 0.88, 1],
      },
    );
    dog(stage, x + (home ? -1.7 : 1.7) + swing(second, 6) * 0.4, 9.6, second * 1.4, home);
    lamp(stage, [x + (home ? -0.5 : 0.5), 0.9, 10.1], 1.1, rgb('#fff3c4'), 0.45);
    stage.brush.fillStyle = css(rgb('#ffffff'), 0.75);
    stage.brush.beginPath();
    for (let i = 0; i < 170; i += 1) {
      const near = scatter(i + 3);
      const fall = lap(second, near > 0.6 ? 4 : near > 0.25 ? 6 : 10, scatter(i + 7));
      const drift = swing(second, 10, scatter(i)) * 16;
      const sx = scatter(i + 1) * (stage.width + 60) - 30 + drift + fall * 20;
      const sy = fall * (stage.height + 20) - 10;
      const size = 1 + near * 2.3;
      stage.brush.moveTo(sx + size, sy);
      stage.brush.arc(sx, sy, size, 0, Math.PI * 2);
    }
    stage.brush.fill();
  },
  foreground: (stage) => vignette(stage, 0.5),
};
