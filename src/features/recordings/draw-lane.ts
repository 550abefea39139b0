import type { Spans } from '../../device-access/span-columns.ts';
import { recordingKinds } from '../../domain/recording.ts';
import { coarser } from './coarser.ts';
import { firstAfter } from './join-spans.ts';
import { kindLook, laneColours } from './lane-look.ts';
import type { Lane, LaneBlock } from './lanes.ts';
import { pixelOf, type TimelineView } from './timeline-axis.ts';

export interface LaneBox {
  readonly top: number;
  readonly height: number;
  readonly width: number;
}

/** Below this a minute is too short to see that its edges are not exact. */
const softFromPixels = 6;
const minuteMs = 60_000;
/** What divisions leave over: a beginning on the edge of a pixel belongs to that pixel. */
const rounding = 1e-6;

/** Draws spans, and beneath them what is empty, unknown, failed or still to come. */
export function drawLane(
  context: CanvasRenderingContext2D,
  lane: Lane,
  view: TimelineView,
  box: LaneBox,
  nowMs: number,
): void {
  context.fillStyle = laneColours.ground;
  context.fillRect(0, box.top, box.width, box.height);
  for (const block of lane.blocks) drawBlock(context, endedBy(block, nowMs), view, box);
  const minutePixels = (minuteMs / (view.toMs - view.fromMs)) * box.width;
  for (const kind of recordingKinds) {
    const spans = lane.ofKind.get(kind);
    if (!spans) continue;
    const { colour, from, to } = kindLook[kind];
    const top = Math.round(box.top + from * box.height);
    const part = { ...box, top, height: Math.round(box.top + to * box.height) - top };
    context.fillStyle = colour;
    drawSpans(context, spans, view, part);
    if (lane.isByMinute && minutePixels >= softFromPixels) {
      drawSoftEdges(context, spans, view, part, minutePixels);
    }
  }
}

/** Nothing of the future is missing. */
function endedBy(block: LaneBlock, nowMs: number): LaneBlock {
  return { ...block, toMs: Math.min(block.toMs, Math.max(block.fromMs, nowMs)) };
}

/** As many are gone through with every frame, rather than to put together fewer for each zoom. */
const manySpans = 2000;

/** Spans that fall on the same pixels are drawn as one. */
export function drawSpans(
  context: CanvasRenderingContext2D,
  exact: Spans,
  view: TimelineView,
  { top, height, width }: LaneBox,
): void {
  const count = firstAfter(exact, view.toMs) - firstAfter(exact, view.fromMs);
  const pixelMs = (view.toMs - view.fromMs) / Math.max(1, width);
  const spans = count < manySpans ? exact : coarser(exact, pixelMs);
  const { begins, ends } = spans;
  let [left, right] = [-2, -2];
  for (let at = firstAfter(spans, view.fromMs); at < begins.length; at += 1) {
    const fromMs = begins[at] ?? 0;
    if (fromMs >= view.toMs) break;
    const x = Math.max(0, Math.floor(pixelOf(view, width, fromMs) + rounding));
    const end = Math.min(width, Math.max(x + 1, Math.round(pixelOf(view, width, ends[at] ?? 0))));
    if (x <= right) {
      right = Math.max(right, end);
      continue;
    }
    if (right > left) context.fillRect(left, top, right - left, height);
    [left, right] = [x, end];
  }
  if (right > left) context.fillRect(left, top, right - left, height);
}

function drawBlock(
  context: CanvasRenderingContext2D,
  { fromMs, toMs, state, knownToMs }: LaneBlock,
  view: TimelineView,
  box: LaneBox,
): void {
  const place = (beginMs: number, endMs: number) => {
    const x = Math.max(0, pixelOf(view, box.width, beginMs));
    return { x, width: Math.min(box.width, pixelOf(view, box.width, endMs)) - x };
  };
  const whole = place(fromMs, toMs);
  if (whole.width <= 0) return;
  if (state === 'loading') {
    context.fillStyle = laneColours.unknown;
    context.fillRect(whole.x, box.top, whole.width, box.height);
  } else if (state === 'failed') {
    drawHatch(context, whole, box, 8);
  } else if (state === 'listed' && knownToMs < toMs) {
    drawStripes(context, place(Math.max(fromMs, knownToMs), toMs), box);
  }
}

interface Stretch {
  readonly x: number;
  readonly width: number;
}

function drawHatch(
  context: CanvasRenderingContext2D,
  { x, width }: Stretch,
  { top, height }: LaneBox,
  apart: number,
): void {
  context.save();
  context.beginPath();
  context.rect(x, top, width, height);
  context.clip();
  context.strokeStyle = laneColours.lines;
  context.lineWidth = 1;
  context.beginPath();
  for (let at = x - height; at < x + width; at += apart) {
    context.moveTo(at, top + height);
    context.lineTo(at + height, top);
  }
  context.stroke();
  context.restore();
}

function drawStripes(
  context: CanvasRenderingContext2D,
  { x, width }: Stretch,
  { top, height }: LaneBox,
): void {
  if (width <= 0) return;
  context.fillStyle = laneColours.unknown;
  for (let at = x; at < x + width; at += 6) {
    context.fillRect(at, top, Math.min(3, x + width - at), height);
  }
}

/** Told by the minute: where in it a recording begins or ends nobody knows. */
function drawSoftEdges(
  context: CanvasRenderingContext2D,
  spans: Spans,
  view: TimelineView,
  { top, height, width }: LaneBox,
  minutePixels: number,
): void {
  const { begins, ends } = spans;
  context.fillStyle = `${laneColours.ground}99`;
  for (let at = firstAfter(spans, view.fromMs); at < begins.length; at += 1) {
    const fromMs = begins[at] ?? 0;
    if (fromMs >= view.toMs) break;
    const x = pixelOf(view, width, fromMs);
    const end = pixelOf(view, width, ends[at] ?? 0);
    const edge = Math.min(minutePixels, (end - x) / 2);
    for (const left of [x, end - edge]) {
      // A minute may be wider than what is seen of it.
      const first = left < 0 ? left + Math.ceil(-left / 4) * 4 : left;
      const until = Math.min(width, left + edge);
      for (let dot = first; dot < until; dot += 4) context.fillRect(dot, top, 2, height);
    }
  }
}
