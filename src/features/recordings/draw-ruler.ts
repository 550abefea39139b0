import { rulerHeight } from './lane-look.ts';
import { daysOf, pixelOf, type TimelineView, ticksOf } from './timeline-axis.ts';
import { timelineColours as colours } from './timeline-colours.ts';

interface RulerScene {
  readonly width: number;
  readonly height: number;
  readonly view: TimelineView;
  readonly zone: string;
}

/** The lines of the ticks, over the lanes. */
export function drawTickLines(
  context: CanvasRenderingContext2D,
  { width, height, view, zone }: RulerScene,
): void {
  context.fillStyle = colours.line;
  for (const { atMs } of ticksOf(view, width, zone)) {
    context.fillRect(Math.round(pixelOf(view, width, atMs)), rulerHeight, 1, height - rulerHeight);
  }
}

/** The times of the ticks, and above them the days. */
export function drawRuler(
  context: CanvasRenderingContext2D,
  { width, view, zone }: RulerScene,
): void {
  const ticks = ticksOf(view, width, zone);
  context.fillStyle = colours.line;
  for (const { atMs, isDay } of ticks) {
    const top = isDay ? 4 : 26;
    context.fillRect(Math.round(pixelOf(view, width, atMs)), top, 1, rulerHeight - top);
  }
  context.fillStyle = colours.text;
  for (const { atMs, text } of ticks) {
    context.fillText(text, Math.round(pixelOf(view, width, atMs)) + 4, 34);
  }
  const isByDay = ticks.every(({ isDay }) => isDay) && ticks.length > 1;
  if (isByDay) return;
  const days = daysOf(view, zone);
  context.fillStyle = colours.day;
  for (const [at, { fromMs, text }] of days.entries()) {
    const x = Math.max(0, pixelOf(view, width, fromMs));
    const next = days[at + 1];
    const end = next ? pixelOf(view, width, next.fromMs) : width;
    if (end - x > widthOf(context, text) + 8) context.fillText(text, x + 4, 14);
  }
}

const mostWidths = 1000;
const widths = new Map<string, number>();

/** There is one font, and a few words in it. */
export function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const kept = widths.get(text);
  if (kept !== undefined) return kept;
  if (widths.size >= mostWidths) widths.clear();
  const { width } = context.measureText(text);
  widths.set(text, width);
  return width;
}
