import type { EventTopic } from '../../domain/device-event.ts';
import { drawLane, drawSpans } from './draw-lane.ts';
import { headGrip } from './head-grip.ts';
import type { Lane, Spans } from './lanes.ts';
import { daysOf, pixelOf, type TimelineView, ticksOf } from './timeline-axis.ts';

export const rulerHeight = 44;
export const unionHeight = 14;
export const laneHeight = 20;
const gap = 2;

export interface EventMark {
  readonly id: string;
  readonly cameraId: string;
  readonly atMs: number;
  readonly topic: EventTopic | 'bookmark';
}

export interface TimelineScene {
  readonly width: number;
  readonly height: number;
  readonly view: TimelineView;
  readonly zone: string;
  readonly lanes: readonly Lane[];
  readonly union: Spans;
  readonly marks: readonly EventMark[];
  readonly atMs: number;
  readonly nowMs: number;
  readonly hoverMs: number | null;
  readonly selection: TimelineView | null;
}

const font =
  '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';
const colours = {
  canvas: '#0e1116',
  line: '#2a333f',
  text: '#a9b4c0',
  day: '#e6eaf0',
  union: '#8aa3bd',
  head: '#e6eaf0',
  hover: '#6f7c8a',
  future: 'rgb(0 0 0 / 0.55)',
  selection: 'rgb(76 154 255 / 0.22)',
} as const;

/** Where the lane of a place in the order begins. */
export function laneTop(at: number): number {
  return rulerHeight + unionHeight + gap + at * (laneHeight + gap);
}

/** Whose lane is at a height; null above the first and below the last. */
export function cameraAt(lanes: readonly Lane[], y: number): string | null {
  const at = Math.floor((y - laneTop(0)) / (laneHeight + gap));
  return lanes[at]?.cameraId ?? null;
}

export function timelineHeight(lanes: number): number {
  return laneTop(lanes) + gap;
}

/** All of a timeline, anew with every frame that changes it. */
export function drawTimeline(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, lanes, union } = scene;
  context.fillStyle = colours.canvas;
  context.fillRect(0, 0, width, height);
  context.font = font;
  context.textBaseline = 'middle';
  const unionBox = { top: rulerHeight, height: unionHeight, width };
  context.fillStyle = '#151a21';
  context.fillRect(0, unionBox.top, width, unionHeight);
  context.fillStyle = colours.union;
  drawSpans(context, union, view, unionBox);
  for (const [at, lane] of lanes.entries()) {
    const box = { top: laneTop(at), height: laneHeight, width };
    drawLane(context, lane, view, box, scene.nowMs);
  }
  drawRuler(context, scene);
  drawMarks(context, scene);
  drawFuture(context, scene);
  drawSelection(context, scene);
  drawHead(context, scene);
}

function drawRuler(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, zone } = scene;
  const ticks = ticksOf(view, width, zone);
  const days = daysOf(view, zone);
  const isByDay = ticks.every(({ isDay }) => isDay) && ticks.length > 1;
  context.fillStyle = colours.line;
  for (const { atMs, isDay } of ticks) {
    const x = Math.round(pixelOf(view, width, atMs));
    context.fillRect(x, isDay ? 4 : 26, 1, height);
  }
  context.fillStyle = colours.text;
  for (const { atMs, text } of ticks) {
    context.fillText(text, Math.round(pixelOf(view, width, atMs)) + 4, 34);
  }
  if (isByDay) return;
  context.fillStyle = colours.day;
  for (const [at, { fromMs, text }] of days.entries()) {
    const x = Math.max(0, pixelOf(view, width, fromMs));
    const next = days[at + 1];
    const end = next ? pixelOf(view, width, next.fromMs) : width;
    if (end - x > context.measureText(text).width + 8) context.fillText(text, x + 4, 14);
  }
}

/** Where nothing has happened yet nothing can be missing. */
function drawFuture(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, nowMs } = scene;
  const x = Math.max(0, pixelOf(view, width, nowMs));
  if (x >= width) return;
  context.fillStyle = colours.future;
  context.fillRect(x, rulerHeight, width - x, height - rulerHeight);
  context.fillStyle = colours.union;
  context.fillRect(Math.round(x), rulerHeight, 1, height - rulerHeight);
}

const shapes: Readonly<Partial<Record<EventMark['topic'], string>>> = {
  plate: '◆',
  object: '●',
  call: '▲',
  motion: '≈',
  bookmark: '★',
};

/** Wide enough for one mark; what falls on it as well is a thin line at the foot of the lane. */
const markPixels = 12;

function drawMarks(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, view, marks, lanes } = scene;
  const rows = new Map(lanes.map(({ cameraId }, at) => [cameraId, at]));
  const last = new Map<number, number>();
  context.textAlign = 'center';
  for (const { cameraId, atMs, topic } of marks) {
    const row = rows.get(cameraId);
    if (row === undefined || atMs < view.fromMs || atMs > view.toMs) continue;
    const x = pixelOf(view, width, atMs);
    const top = laneTop(row);
    if (Math.abs(x - (last.get(row) ?? Number.NEGATIVE_INFINITY)) < markPixels) {
      context.fillStyle = colours.day;
      context.fillRect(Math.round(x), top + laneHeight - 5, 1, 5);
      continue;
    }
    last.set(row, x);
    // Dark behind it, so that it is seen on what is recorded as well.
    context.fillStyle = colours.canvas;
    context.beginPath();
    context.arc(x, top + laneHeight / 2, 7, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = colours.day;
    context.fillText(shapes[topic] ?? '■', x, top + laneHeight / 2 + 0.5);
  }
  context.textAlign = 'start';
}

function drawSelection(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, selection } = scene;
  if (!selection) return;
  const x = pixelOf(view, width, selection.fromMs);
  const end = pixelOf(view, width, selection.toMs);
  context.fillStyle = colours.selection;
  context.fillRect(x, 0, end - x, height);
  context.fillStyle = '#4c9aff';
  for (const edge of [x, end]) context.fillRect(Math.round(edge) - 1, 0, 2, height);
}

function drawHead(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, atMs, hoverMs } = scene;
  if (hoverMs !== null) {
    context.fillStyle = colours.hover;
    context.fillRect(Math.round(pixelOf(view, width, hoverMs)), 0, 1, height);
  }
  const x = Math.round(pixelOf(view, width, atMs));
  if (x < -12 || x > width + 12) return;
  context.fillStyle = colours.head;
  context.fillRect(x - 1, 0, 2, height);
  context.beginPath();
  const { halfWidth, height: gripHeight } = headGrip();
  context.roundRect(x - halfWidth, 2, 2 * halfWidth, gripHeight, 4);
  context.fill();
  context.fillStyle = colours.canvas;
  for (const offset of [-2, 1]) context.fillRect(x + offset, 7, 1, gripHeight - 10);
}
