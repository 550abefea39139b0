import { createCanvas } from '@napi-rs/canvas';
import type { SiteCamera } from './scene.ts';
import { Stage } from './stage.ts';

/** In shares of the picture's width and height, from its upper left corner. */
export interface SceneBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Run {
  readonly from: number;
  readonly to: number;
}

const columns = 160;
const rows = 90;
const logicalHeight = 720;
const minuteMs = 60_000;
/** What is narrower is a lamp or a leaf. */
const leastColumns = 3;
/** What is wider is the sky. */
const mostColumns = 100;
const leastAlpha = 40;
/** Where a scene is still, the middle of the picture. */
const middle: SceneBox = { x: 0.35, y: 0.35, width: 0.3, height: 0.45 };

/** By camera and second of the minute: a flood of events must not draw a picture for each. */
const known = new WeakMap<SiteCamera, Map<number, SceneBox>>();

/**
 * Where the largest thing is that moves in a camera's scene, to the second; seen as the camera
 * looks at rest.
 */
export function movingBox(camera: SiteCamera, epochMs: number): SceneBox {
  const second = Math.floor((epochMs % minuteMs) / 1000);
  const boxes = known.get(camera) ?? new Map<number, SceneBox>();
  known.set(camera, boxes);
  const box = boxes.get(second) ?? findBox(camera, second);
  boxes.set(second, box);
  return box;
}

function findBox({ scene }: SiteCamera, second: number): SceneBox {
  const canvas = createCanvas(columns, rows);
  const brush = canvas.getContext('2d');
  const scale = rows / logicalHeight;
  brush.scale(scale, scale);
  const size = { width: columns / scale, height: logicalHeight };
  scene.motion(new Stage({ brush, ...size, air: scene.air, lens: scene.lens }), second);
  const { data } = brush.getImageData(0, 0, columns, rows);
  const painted = (column: number, row: number): boolean =>
    (data[(row * columns + column) * 4 + 3] ?? 0) > leastAlpha;
  const widest = widestRun((column) => range(rows).some((row) => painted(column, row)));
  if (widest === null) return middle;
  const across = range(columns).slice(widest.from, widest.to);
  const high = range(rows).filter((row) => across.some((column) => painted(column, row)));
  const top = high[0] ?? 0;
  const bottom = (high.at(-1) ?? top) + 1;
  return {
    x: widest.from / columns,
    y: top / rows,
    width: (widest.to - widest.from) / columns,
    height: (bottom - top) / rows,
  };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function widestRun(isPainted: (column: number) => boolean): Run | null {
  let widest: Run | null = null;
  let from: number | null = null;
  for (let column = 0; column <= columns; column += 1) {
    const painted = column < columns && isPainted(column);
    if (painted) from ??= column;
    if (painted || from === null) continue;
    const wide = column - from;
    const isWider = wide > (widest === null ? leastColumns : widest.to - widest.from);
    if (isWider && wide < mostColumns) widest = { from, to: column };
    from = null;
  }
  return widest;
}
