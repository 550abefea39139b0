import type { Vec } from './geometry.ts';
import type { Stage } from './stage.ts';

const ground = 400;

/**
 * Paints what is infinitely far away, in the pixels of the picture at rest; when the camera has
 * turned it lies elsewhere. `around` repeats it, so that there is some of it on every side.
 */
export function distant(stage: Stage, paint: () => void, around = false): void {
  const { brush, drift, width, height } = stage;
  if (drift === null) return void paint();
  const half = width / 2;
  const reach = half / drift.magnification;
  const left = half - reach - drift.x;
  const first = around ? Math.floor(left / width) : 0;
  const last = around ? Math.floor((left + 2 * reach) / width) : 0;
  for (let copy = first; copy <= last; copy += 1) {
    brush.save();
    brush.translate(half, height / 2);
    brush.scale(drift.magnification, drift.magnification);
    brush.translate(copy * width + drift.x - half, drift.y - height / 2);
    paint();
    brush.restore();
  }
}

/** Where a height of the picture at rest lies now. */
export function driftedHeight({ drift, height }: Stage, y: number): number {
  if (drift === null) return y;
  return height / 2 + (y + drift.y - height / 2) * drift.magnification;
}

/** Ground on every side of a camera that has turned, in the colour that `like` has; none at rest. */
export function groundAround(stage: Stage, colour: string, like: Vec): void {
  if (stage.drift === null) return;
  const [red, green, blue] = stage.shade(colour, [0, 1, 0], like).map((part) => part * 255);
  stage.fill(
    [
      [-ground, 0, -ground],
      [ground, 0, -ground],
      [ground, 0, ground],
      [-ground, 0, ground],
    ],
    `rgb(${red},${green},${blue})`,
  );
}
