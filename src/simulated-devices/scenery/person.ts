import { css, mix, multiply, rgb } from './colour.ts';
import type { Vec } from './geometry.ts';
import { pool } from './light.ts';
import type { Stage } from './stage.ts';

export interface Person {
  readonly coat: string;
  readonly trousers: string;
  readonly skin: string;
  readonly hair: string;
  /** A helmet, a cap, or nothing but hair. */
  readonly hat?: string;
  readonly vest?: string;
  readonly bag?: string;
}

export interface Pose {
  readonly at: Vec;
  /** Metres walked so far; standing still when it does not change. */
  readonly walked: number;
  readonly facing: 'left' | 'right' | 'near' | 'away';
  readonly height?: number;
  /** Multiplies all colours: the light where this person stands. */
  readonly light?: readonly [number, number, number];
  readonly castsShadow?: boolean;
  readonly seated?: boolean;
}

const strideMetres = 1.5;

/** A walking or standing figure, drawn upright where its feet touch the floor. */
export function drawPerson(stage: Stage, person: Person, pose: Pose): void {
  const spot = stage.project(pose.at);
  const h = (pose.height ?? 1.75) * spot.scale;
  const light = pose.light ?? [1, 1, 1];
  const tone = (hex: string, k = 1): string => css(multiply(mix([0, 0, 0], rgb(hex), k), light));
  if (pose.castsShadow !== false) pool(stage, pose.at, 0.55, [0.01, 0.02, 0.05], 0.65, 0.8);
  const brush = stage.brush;
  const sideways = pose.facing === 'left' || pose.facing === 'right';
  const swing = Math.sin((pose.walked / strideMetres) * 2 * Math.PI);
  const bob = Math.abs(swing) * h * 0.012;
  brush.save();
  brush.translate(spot.x, spot.y - bob + (pose.seated === true ? 0.22 * h : 0));
  brush.scale(pose.facing === 'left' ? -h : h, h);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  const limb = (
    style: string,
    width: number,
    points: readonly (readonly [number, number])[],
  ): void => {
    brush.strokeStyle = style;
    brush.lineWidth = width;
    brush.beginPath();
    for (const [x, y] of points) brush.lineTo(x, y);
    brush.stroke();
  };
  const leg = (phase: number, style: string): void => {
    const thigh = pose.seated === true ? 1.4 : sideways ? 0.42 * phase : 0;
    const lift = Math.max(
      0,
      -Math.cos((pose.walked / strideMetres) * 2 * Math.PI + (phase === swing ? 0 : Math.PI)),
    );
    const bend =
      pose.seated === true
        ? 0.1
        : sideways
          ? thigh - 0.12 - 0.55 * lift * (pose.walked === 0 ? 0 : 1)
          : 0;
    const side = sideways ? 0 : phase === swing ? 0.048 : -0.048;
    const rise = sideways ? 0 : Math.max(0, phase) * 0.035;
    const knee: [number, number] = [side + Math.sin(thigh) * 0.24, -0.49 + Math.cos(thigh) * 0.24];
    const foot: [number, number] = [
      knee[0] + Math.sin(bend) * 0.23,
      knee[1] + Math.cos(bend) * 0.22 - rise,
    ];
    limb(style, 0.078, [[side * 0.8, -0.5], knee, foot]);
    limb(tone('#1b1a1f'), 0.05, [foot, [foot[0] + (sideways ? 0.06 : 0), foot[1] + 0.012]]);
  };
  const arm = (phase: number, style: string, side: number): void => {
    const angle = sideways ? 0.5 * phase : 0.1 * side;
    const shoulder: [number, number] = [sideways ? 0 : side * 0.1, -0.79];
    const elbow: [number, number] = [
      shoulder[0] + Math.sin(angle) * 0.17,
      shoulder[1] + Math.cos(angle) * 0.17,
    ];
    const hand: [number, number] = [
      elbow[0] + Math.sin(angle + (sideways ? 0.35 : 0)) * 0.15,
      elbow[1] + 0.145,
    ];
    limb(style, 0.058, [shoulder, elbow, hand]);
    limb(tone(person.skin), 0.04, [hand, [hand[0], hand[1] + 0.012]]);
  };
  arm(swing, tone(person.coat, 0.68), -1);
  leg(-swing, tone(person.trousers, 0.75));
  leg(swing, tone(person.trousers));
  const half = sideways ? 0.085 : 0.125;
  brush.beginPath();
  brush.moveTo(-half * 0.8, -0.835);
  brush.quadraticCurveTo(0, -0.87, half * 0.8, -0.835);
  brush.quadraticCurveTo(half * 1.15, -0.8, half * 1.05, -0.6);
  brush.lineTo(half * 0.95, -0.45);
  brush.quadraticCurveTo(0, -0.42, -half * 0.95, -0.45);
  brush.lineTo(-half * 1.05, -0.6);
  brush.quadraticCurveTo(-half * 1.15, -0.8, -half * 0.8, -0.835);
  const cloth = brush.createLinearGradient(-half, 0, half, 0);
  cloth.addColorStop(0, tone(person.coat, 0.8));
  cloth.addColorStop(1, tone(person.coat, 1.05));
  brush.fillStyle = cloth;
  brush.fill();
  if (person.vest !== undefined) {
    brush.fillStyle = tone(person.vest);
    brush.fillRect(-half * 0.95, -0.8, half * 1.9, 0.26);
    brush.fillStyle = tone('#f2f4e8');
    brush.fillRect(-half * 1.02, -0.66, half * 2.04, 0.03);
  }
  if (person.bag !== undefined && pose.facing !== 'near') {
    brush.fillStyle = tone(person.bag);
    brush.beginPath();
    brush.roundRect(sideways ? -half * 2 : -half * 0.8, -0.8, half * 1.25, 0.24, 0.04);
    brush.fill();
  }
  arm(-swing, tone(person.coat, 0.92), 1);
  limb(tone(person.skin, 0.85), 0.06, [
    [0.005, -0.85],
    [0.008, -0.885],
  ]);
  brush.fillStyle = tone(pose.facing === 'away' ? person.hair : person.skin);
  brush.beginPath();
  brush.ellipse(0.01, -0.93, 0.056, 0.068, 0, 0, Math.PI * 2);
  brush.fill();
  brush.fillStyle = tone(person.hat ?? person.hair);
  brush.beginPath();
  brush.ellipse(
    0.0,
    -0.95,
    0.063,
    0.058,
    0,
    Math.PI * (sideways ? 0.62 : 0.95),
    Math.PI * (sideways ? 1.95 : 2.05),
  );
  brush.fill();
  brush.restore();
}

export const skins = ['#e8b995', '#c68d63', '#8d5a3b', '#f1cbb0', '#6f452d'] as const;
