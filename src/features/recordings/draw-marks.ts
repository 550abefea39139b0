import type { EventMark } from './event-mark.ts';
import { laneTop } from './lane-look.ts';
import { type MarkShape, markShapeOf, pathOfShape } from './mark-shapes.ts';
import { pixelOf, type TimelineView } from './timeline-axis.ts';
import { timelineColours as colours } from './timeline-colours.ts';

interface MarkScene {
  readonly width: number;
  readonly height: number;
  readonly view: TimelineView;
  readonly scrollTop: number;
  readonly laneHeight: number;
  readonly marks: readonly EventMark[];
}

/** Wide enough for one mark; what falls on it as well is a thin line at the foot of the lane. */
const markPixels = 12;
const radius = 7;
const spritePixels = 2 * radius + 2;

const sprites = new Map<string, OffscreenCanvas>();

/** @param rows places of the cameras in the order of the lanes */
export function drawMarks(
  context: CanvasRenderingContext2D,
  scene: MarkScene,
  rows: ReadonlyMap<string, number>,
): void {
  const { width, height, view, marks, laneHeight } = scene;
  const scale = context.getTransform().a;
  const last = new Map<number, number>();
  context.fillStyle = colours.day;
  for (const { cameraId, atMs, topic } of marks) {
    const row = rows.get(cameraId);
    if (row === undefined || atMs < view.fromMs || atMs > view.toMs) continue;
    const top = laneTop(row, laneHeight) - scene.scrollTop;
    if (top + laneHeight < 0 || top > height) continue;
    const x = pixelOf(view, width, atMs);
    if (Math.abs(x - (last.get(row) ?? Number.NEGATIVE_INFINITY)) < markPixels) {
      context.fillRect(Math.round(x), top + laneHeight - 5, 1, 5);
      continue;
    }
    last.set(row, x);
    const sprite = spriteOf(markShapeOf(topic), scale);
    const [left, above] = [x - spritePixels / 2, top + (laneHeight - spritePixels) / 2];
    context.drawImage(sprite, left, above, spritePixels, spritePixels);
  }
}

/** Drawn once: some hundred marks move with every frame. */
function spriteOf(shape: MarkShape, scale: number): OffscreenCanvas {
  const key = `${shape} ${scale}`;
  const kept = sprites.get(key);
  if (kept) return kept;
  const size = Math.ceil(spritePixels * scale);
  const sprite = new OffscreenCanvas(size, size);
  const context = sprite.getContext('2d');
  if (context) {
    context.scale(size / spritePixels, size / spritePixels);
    // Dark behind it, so that it is seen on what is recorded as well.
    context.fillStyle = colours.canvas;
    context.beginPath();
    context.arc(spritePixels / 2, spritePixels / 2, radius, 0, 2 * Math.PI);
    context.fill();
    context.translate(spritePixels / 2, spritePixels / 2);
    context.fillStyle = colours.day;
    context.fill(new Path2D(pathOfShape[shape]));
  }
  sprites.set(key, sprite);
  return sprite;
}
