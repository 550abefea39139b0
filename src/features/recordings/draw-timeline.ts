import type { Spans } from '../../device-access/span-columns.ts';
import { drawLane, drawSpans } from './draw-lane.ts';
import { drawMarks } from './draw-marks.ts';
import { drawRuler, drawTickLines, widthOf } from './draw-ruler.ts';
import type { EventMark } from './event-mark.ts';
import { headGrip } from './head-grip.ts';
import {
  headerHeight,
  laneColours,
  laneGap,
  laneTop,
  rulerHeight,
  unionHeight,
} from './lane-look.ts';
import type { Lane } from './lanes.ts';
import { pixelOf, type TimelineView } from './timeline-axis.ts';
import { timelineColours as colours, timelineFont } from './timeline-colours.ts';

export interface TimelineScene {
  readonly width: number;
  /** Of what is seen: the lanes may go on beneath it. */
  readonly height: number;
  readonly view: TimelineView;
  readonly zone: string;
  readonly lanes: readonly Lane[];
  readonly laneHeight: number;
  /** By how much the lanes are scrolled beneath the ruler. */
  readonly scrollTop: number;
  readonly union: Spans;
  readonly marks: readonly EventMark[];
  readonly atMs: number;
  readonly nowMs: number;
  readonly hoverMs: number | null;
  readonly hoverText: string;
  readonly selection: TimelineView | null;
}

/** What is seen of a timeline, anew with every frame that changes it. */
export function drawTimeline(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view } = scene;
  context.fillStyle = colours.canvas;
  context.fillRect(0, 0, width, height);
  context.font = timelineFont;
  context.textBaseline = 'middle';
  drawLanes(context, scene);
  drawTickLines(context, scene);
  drawMarks(context, scene, rowsOf(scene.lanes));
  context.fillStyle = colours.canvas;
  context.fillRect(0, 0, width, headerHeight);
  const unionBox = { top: rulerHeight, height: unionHeight, width };
  context.fillStyle = laneColours.ground;
  context.fillRect(0, unionBox.top, width, unionHeight);
  context.fillStyle = colours.union;
  drawSpans(context, scene.union, view, unionBox);
  drawRuler(context, scene);
  drawFuture(context, scene);
  drawSelection(context, scene);
  drawHover(context, scene);
  drawHead(context, scene);
}

/** Only those that are seen. */
function drawLanes(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, lanes, laneHeight, scrollTop, nowMs } = scene;
  const first = Math.max(0, Math.floor(scrollTop / (laneHeight + laneGap)));
  for (let at = first; at < lanes.length; at += 1) {
    const top = laneTop(at, laneHeight) - scrollTop;
    const lane = lanes[at];
    if (top >= height || !lane) break;
    drawLane(context, lane, view, { top, height: laneHeight, width }, nowMs);
  }
}

const rowsOfLanes = new WeakMap<readonly Lane[], ReadonlyMap<string, number>>();

function rowsOf(lanes: readonly Lane[]): ReadonlyMap<string, number> {
  const kept = rowsOfLanes.get(lanes) ?? new Map(lanes.map(({ cameraId }, at) => [cameraId, at]));
  rowsOfLanes.set(lanes, kept);
  return kept;
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

function drawSelection(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, selection } = scene;
  if (!selection) return;
  const x = pixelOf(view, width, selection.fromMs);
  const end = pixelOf(view, width, selection.toMs);
  context.fillStyle = colours.selection;
  context.fillRect(x, 0, end - x, height);
  context.fillStyle = colours.accent;
  for (const edge of [x, end]) context.fillRect(Math.round(edge) - 1, 0, 2, height);
}

/** Where the pointer is, with the time in front of everything else of the ruler. */
function drawHover(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, hoverMs, hoverText } = scene;
  if (hoverMs === null) return;
  const at = pixelOf(view, width, hoverMs);
  context.fillStyle = colours.hover;
  context.fillRect(Math.round(at), 0, 1, height);
  if (hoverText === '') return;
  const wide = Math.ceil(widthOf(context, hoverText)) + 12;
  const left = Math.max(2, Math.min(width - wide - 2, Math.round(at) - wide / 2));
  context.fillStyle = colours.raised;
  context.strokeStyle = colours.hover;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left + 0.5, 23.5, wide, 20, 4);
  context.fill();
  context.stroke();
  context.fillStyle = colours.day;
  context.fillText(hoverText, left + 6.5, 34);
}

function drawHead(context: CanvasRenderingContext2D, scene: TimelineScene): void {
  const { width, height, view, atMs } = scene;
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
