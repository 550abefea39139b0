import { css, type Rgb } from './colour.ts';
import { driftedHeight } from './distance.ts';
import type { Vec } from './geometry.ts';
import type { Stage } from './stage.ts';

/** A soft round light (or, with a dark colour, a soft shadow) in picture pixels. */
export function glow(
  stage: Stage,
  x: number,
  y: number,
  radius: number,
  colour: Rgb,
  strength: number,
): void {
  const gradient = stage.brush.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, css(colour, strength));
  gradient.addColorStop(0.35, css(colour, strength * 0.45));
  gradient.addColorStop(1, css(colour, 0));
  stage.brush.fillStyle = gradient;
  stage.brush.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** A soft disc lying on the floor: a pool of light or a contact shadow. */
export function pool(
  stage: Stage,
  at: Vec,
  radius: number,
  colour: Rgb,
  strength: number,
  squeeze = 1,
): void {
  const spot = stage.project(at);
  const far = stage.project([at[0], at[1], at[2] + radius * squeeze]);
  const near = stage.project([at[0], at[1], at[2] - radius * squeeze]);
  const half = Math.max(1, Math.abs(near.y - far.y) / 2);
  const brush = stage.brush;
  brush.save();
  brush.translate(spot.x, (near.y + far.y) / 2);
  brush.scale(1, half / (radius * spot.scale));
  glow(stage, 0, 0, radius * spot.scale, colour, strength);
  brush.restore();
}

/** A lamp: a bright heart in a wide halo. */
export function lamp(stage: Stage, at: Vec, metres: number, colour: Rgb, strength = 0.9): void {
  const spot = stage.project(at);
  const radius = metres * spot.scale;
  stage.brush.save();
  stage.brush.globalCompositeOperation = 'lighter';
  glow(stage, spot.x, spot.y, radius, colour, strength);
  stage.brush.restore();
}

/** Fills the whole picture from top to bottom; stops are [place 0..1, css colour]. */
export function wash(stage: Stage, stops: readonly (readonly [number, string])[]): void {
  const [top, bottom] = [driftedHeight(stage, 0), driftedHeight(stage, stage.height)];
  const gradient = stage.brush.createLinearGradient(0, top, 0, bottom);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  stage.brush.fillStyle = gradient;
  stage.brush.fillRect(0, 0, stage.width, stage.height);
}

/** Darkens the corners as a small lens does. */
export function vignette(stage: Stage, strength = 0.4): void {
  const { width, height, brush } = stage;
  const reach = Math.hypot(width, height) / 2;
  const gradient = brush.createRadialGradient(
    width / 2,
    height / 2,
    reach * 0.45,
    width / 2,
    height / 2,
    reach,
  );
  gradient.addColorStop(0, 'rgba(4,8,16,0)');
  gradient.addColorStop(1, `rgba(4,8,16,${strength})`);
  brush.fillStyle = gradient;
  brush.fillRect(0, 0, width, height);
}
