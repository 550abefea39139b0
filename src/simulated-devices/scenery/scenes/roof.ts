import { css, rgb } from '../colour.ts';
import { distant } from '../distance.ts';
import { glow, lamp, pool, vignette, wash } from '../light.ts';
import { lap, scatter, swing } from '../pace.ts';
import { drawPerson } from '../person.ts';
import type { Scene } from '../scene.ts';
import type { Stage } from '../stage.ts';

function cloud(stage: Stage, x: number, y: number, size: number, seed: number): void {
  stage.brush.save();
  stage.brush.translate(x, y);
  for (const [tone, drop] of [
    ['#e9b7a0', 0.1],
    ['#fff3e2', 0],
  ] as const) {
    stage.brush.fillStyle = css(rgb(tone), tone === '#fff3e2' ? 0.75 : 0.55);
    stage.brush.beginPath();
    for (let i = 0; i < 6; i += 1) {
      const wide = size * (0.34 + scatter(seed + i) * 0.25);
      const middle = {
        x: (i - 2.5) * size * 0.36,
        y: drop * size - scatter(seed + i + 9) * size * 0.16,
      };
      stage.brush.moveTo(middle.x + wide, middle.y);
      stage.brush.ellipse(middle.x, middle.y, wide, wide * 0.42, 0, 0, Math.PI * 2);
    }
    stage.brush.fill();
  }
  stage.brush.restore();
}

function fan(stage: Stage, x: number, z: number, turn: number): void {
  stage.box([x, 0, z], [2.6, 1.3, 2.2], { colour: '#b4bcc4', top: '#cbd2d8', front: '#a7b0b9' });
  const hub = stage.project([x, 1.32, z]);
  const brush = stage.brush;
  const radius = 0.85 * hub.scale;
  const far = stage.project([x, 1.32, z + 0.85]);
  brush.save();
  brush.translate(hub.x, hub.y);
  brush.scale(1, Math.abs(hub.y - far.y) / radius);
  brush.fillStyle = '#3a434d';
  brush.beginPath();
  brush.arc(0, 0, radius, 0, Math.PI * 2);
  brush.fill();
  brush.fillStyle = '#8d98a3';
  for (let i = 0; i < 5; i += 1) {
    brush.rotate((Math.PI * 2) / 5);
    brush.save();
    brush.rotate(turn);
    brush.beginPath();
    brush.ellipse(radius * 0.48, 0, radius * 0.44, radius * 0.16, 0.3, 0, Math.PI * 2);
    brush.fill();
    brush.restore();
  }
  brush.restore();
}

function sun(stage: Stage): void {
  glow(stage, 690, 262, 300, rgb('#fff0c4'), 0.95);
  stage.brush.fillStyle = '#fffbe6';
  stage.brush.beginPath();
  stage.brush.arc(690, 262, 30, 0, Math.PI * 2);
  stage.brush.fill();
}

/** A turned camera sees the town below its roof as well. */
function skyline(stage: Stage): void {
  const deep = stage.drift === null ? 150 : 2000;
  for (const [layer, colour] of [
    [0, '#d3a99a'],
    [1, '#a88a92'],
    [2, '#7d7286'],
  ] as const) {
    stage.brush.fillStyle = colour;
    for (let x = -30; x < stage.width; ) {
      const wide = 34 + scatter(x * 0.9 + layer * 17) * 58;
      const high = 30 + scatter(x * 1.3 + layer * 5) * (90 - layer * 22);
      stage.brush.fillRect(x, 350 + layer * 16 - high, wide + 1, deep);
      x += wide;
    }
  }
}

/** Clouds, a plane and birds. */
function passing(stage: Stage, second: number): void {
  for (let i = 0; i < 5; i += 1) {
    const along = lap(second, i % 2 === 0 ? 60 : 30, i * 0.23);
    cloud(
      stage,
      -190 + along * (stage.width + 380),
      96 + scatter(i) * 120,
      90 + scatter(i + 4) * 60,
      i * 13,
    );
  }
  const flight = lap(second, 30, 0.5);
  const plane = { x: -40 + flight * (stage.width + 80), y: 150 - flight * 70 };
  stage.brush.strokeStyle = 'rgba(255,255,255,0.4)';
  stage.brush.lineWidth = 4;
  stage.brush.beginPath();
  stage.brush.moveTo(plane.x - 190, plane.y + 13);
  stage.brush.lineTo(plane.x, plane.y);
  stage.brush.stroke();
  stage.brush.fillStyle = '#f7f9fb';
  stage.brush.beginPath();
  stage.brush.ellipse(plane.x, plane.y, 15, 3.4, -0.08, 0, Math.PI * 2);
  stage.brush.fill();
  for (let i = 0; i < 6; i += 1) {
    const along = lap(second, 20, i * 0.02);
    const flap = swing(second, 1, i * 0.17) * 6;
    const x = stage.width + 60 - along * (stage.width + 160) + (i % 3) * 20;
    const y = 210 + i * 12 + swing(second, 10) * 16;
    stage.brush.strokeStyle = '#3c3a46';
    stage.brush.lineWidth = 2.4;
    stage.brush.beginPath();
    stage.brush.moveTo(x - 9, y - flap);
    stage.brush.quadraticCurveTo(x - 3, y - 2, x, y);
    stage.brush.quadraticCurveTo(x + 3, y - 2, x + 9, y - flap);
    stage.brush.stroke();
  }
}

export const roof: Scene = {
  lens: { position: [0, 3.9, -4], yaw: 0.05, pitch: 0.06, focal: 0.95 },
  air: {
    sun: [0.6, 0.5, 0.3],
    ambient: [0.64, 0.6, 0.68],
    sunlight: [0.55, 0.42, 0.28],
    haze: { colour: rgb('#f0c6a4'), fromMetres: 24, toMetres: 220 },
  },
  backdrop(stage) {
    wash(stage, [
      [0, '#5f93c9'],
      [0.22, '#a5c4da'],
      [0.36, '#f6dcb4'],
      [0.44, '#ffc990'],
      [1, '#a59a94'],
    ]);
    distant(stage, () => sun(stage));
    distant(stage, () => skyline(stage), true);
  },
  motion(stage, second) {
    distant(stage, () => passing(stage, second), true);
    stage.polygon(
      [
        [-16, 0, -5],
        [16, 0, -5],
        [16, 0, 24],
        [-16, 0, 24],
      ],
      '#8f8c8c',
    );
    for (let z = -2; z < 24; z += 4) {
      stage.polygon(
        [
          [-16, 0.01, z],
          [16, 0.01, z],
          [16, 0.01, z + 0.06],
          [-16, 0.01, z + 0.06],
        ],
        '#7f7c7e',
      );
    }
    stage.box([0, 0, 24], [32, 1.1, 0.5], { colour: '#b7a9a2', top: '#d5c6bb' });
    for (const side of [-1, 1])
      stage.box([side * 15.5, 0, 10], [0.5, 1.1, 28], { colour: '#b7a9a2', top: '#d5c6bb' });
    const mast = -8.5;
    stage.bar([mast, 0, 19], [mast, 9, 19], 0.14, '#5d6470');
    for (const y of [3, 5, 7])
      stage.bar([mast - 0.9 + y * 0.06, y, 19], [mast + 0.9 - y * 0.06, y, 19], 0.07, '#5d6470');
    lamp(stage, [mast, 9.1, 19], 1.1, rgb('#ff4a3a'), swing(second, 2) > 0 ? 0.95 : 0.15);
    stage.box([7.6, 0, 17], [4.4, 3, 4], { colour: '#c9b7a8', front: '#b9a798', top: '#dccbbc' });
    stage.polygon(
      [
        [6.6, 0, 14.98],
        [7.9, 0, 14.98],
        [7.9, 2.2, 14.98],
        [6.6, 2.2, 14.98],
      ],
      '#5f7f8f',
      [0, 0, -1],
    );
    const walk = lap(second, 60);
    const x = walk < 0.5 ? 9 - walk * 34 : -8 + (walk - 0.5) * 34;
    drawPerson(
      stage,
      {
        coat: '#30506f',
        trousers: '#272d3a',
        skin: '#c68d63',
        hair: '#1c1512',
        hat: '#f2c230',
        vest: '#ff7a2a',
      },
      {
        at: [x, 0, 13.2],
        walked: walk * 36,
        facing: walk < 0.5 ? 'left' : 'right',
      },
    );
    fan(stage, -3.6, 9.4, second * Math.PI * 1.6);
    fan(stage, 0.2, 9.4, -second * Math.PI * 1.6);
    for (let i = 0; i < 4; i += 1) {
      pool(stage, [4.6 + i * 2.7, 0, 6.6], 1.7, [0.02, 0.03, 0.06], 0.4);
      stage.fill(
        [
          [3.5 + i * 2.7, 0.35, 5.6],
          [5.8 + i * 2.7, 0.35, 5.6],
          [5.8 + i * 2.7, 1.25, 7.4],
          [3.5 + i * 2.7, 1.25, 7.4],
        ],
        '#24406b',
      );
      const shine = stage.project([3.9 + i * 2.7, 0.5, 6]);
      const end = stage.project([5.2 + i * 2.7, 1.2, 7.3]);
      stage.brush.strokeStyle = css(rgb('#ffe3b5'), 0.3 + 0.2 * swing(second, 20, i * 0.1));
      stage.brush.lineWidth = 9;
      stage.brush.beginPath();
      stage.brush.moveTo(shine.x, shine.y);
      stage.brush.lineTo(end.x, end.y);
      stage.brush.stroke();
    }
  },
  foreground: (stage) => vignette(stage, 0.35),
};
