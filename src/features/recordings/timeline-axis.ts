import { zoneStretches } from './zone-stretches.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What is seen of time: instants, so that a day has as many hours as it has. */
export interface TimelineView {
  readonly fromMs: number;
  readonly toMs: number;
}

const shortestViewMs = secondMs;
const longestViewMs = 31 * dayMs + hourMs;

/** Where an instant lies, in pixels from the beginning of a view. */
export function pixelOf(view: TimelineView, width: number, atMs: number): number {
  return ((atMs - view.fromMs) / (view.toMs - view.fromMs)) * width;
}

export function instantOf(view: TimelineView, width: number, pixel: number): number {
  return view.fromMs + (pixel / Math.max(1, width)) * (view.toMs - view.fromMs);
}

/** Nearer or farther, while an instant stays where it is. @param factor below 1 comes nearer */
export function zoomed(view: TimelineView, factor: number, aroundMs: number): TimelineView {
  const lengthMs = view.toMs - view.fromMs;
  const nextMs = Math.max(shortestViewMs, Math.min(longestViewMs, lengthMs * factor));
  const share = (aroundMs - view.fromMs) / lengthMs;
  const fromMs = aroundMs - share * nextMs;
  return { fromMs, toMs: fromMs + nextMs };
}

export function panned(view: TimelineView, byMs: number): TimelineView {
  return { fromMs: view.fromMs + byMs, toMs: view.toMs + byMs };
}

/** The same length around an instant. */
export function centred({ fromMs, toMs }: TimelineView, atMs: number): TimelineView {
  const halfMs = (toMs - fromMs) / 2;
  return { fromMs: atMs - halfMs, toMs: atMs + halfMs };
}

/** So that an instant is seen with some room beside it; the same view where it is already. */
export function showing(view: TimelineView, atMs: number): TimelineView {
  const marginMs = (view.toMs - view.fromMs) * 0.05;
  const isSeen = atMs >= view.fromMs + marginMs && atMs <= view.toMs - marginMs;
  return isSeen ? view : centred(view, atMs);
}

const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * secondMs),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minuteMs),
  ...[1, 2, 3, 6, 12].map((count) => count * hourMs),
  ...[1, 2, 7].map((count) => count * dayMs),
] as const;

export interface Tick {
  readonly atMs: number;
  readonly text: string;
  /** Begins a day. */
  readonly isDay: boolean;
}

/** Ticks at round times of a zone, at least so many pixels apart. */
export function ticksOf(view: TimelineView, width: number, zone: string, apart = 84): Tick[] {
  const leastMs = ((view.toMs - view.fromMs) / Math.max(1, width)) * apart;
  const stepMs = steps.find((step) => step >= leastMs) ?? 7 * dayMs;
  const stretches = zoneStretches(view.fromMs, view.toMs, zone);
  const changes = stretches.length > 1 && stepMs < dayMs;
  return stretches.flatMap(({ fromMs, toMs, offsetMs }, at) => {
    const ticks: Tick[] = [];
    const first = Math.ceil((fromMs + offsetMs) / stepMs) * stepMs - offsetMs;
    for (let atMs = first; atMs < toMs; atMs += stepMs) {
      const isDay = (atMs + offsetMs) % dayMs === 0;
      ticks.push({ atMs, isDay, text: textOf(atMs, offsetMs, stepMs, changes && at > 0) });
    }
    return ticks;
  });
}

/** Behind a change of the clocks a time may have been there before: then it says which it is. */
function textOf(atMs: number, offsetMs: number, stepMs: number, isChanged: boolean): string {
  const iso = new Date(atMs + offsetMs).toISOString();
  if (stepMs >= dayMs) return dayText(iso.slice(0, 10));
  const time = iso.slice(11, stepMs < minuteMs ? 19 : 16);
  return isChanged ? `${time} ${offsetText(offsetMs)}` : time;
}

/** `−05:00`. */
function offsetText(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / minuteMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offsetMs < 0 ? '−' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const mostDays = 1000;
const dayTexts = new Map<string, string>();

/** `Fri 20 Nov` of `2026-11-20`. Kept, for to write a date takes longer than to draw it. */
function dayText(day: string): string {
  const kept = dayTexts.get(day);
  if (kept !== undefined) return kept;
  if (dayTexts.size >= mostDays) dayTexts.clear();
  const text = dayFormat.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
  dayTexts.set(day, text);
  return text;
}

/** The days of a view with where they begin, however many hours they have. */
export function daysOf(view: TimelineView, zone: string) {
  const days: { readonly fromMs: number; readonly text: string }[] = [];
  const textAt = (localMs: number) => dayText(new Date(localMs).toISOString().slice(0, 10));
  for (const { fromMs, toMs, offsetMs } of zoneStretches(view.fromMs, view.toMs, zone)) {
    const first = Math.ceil((fromMs + offsetMs) / dayMs) * dayMs - offsetMs;
    if (days.length === 0) days.push({ fromMs, text: textAt(fromMs + offsetMs) });
    for (let atMs = first; atMs < toMs; atMs += dayMs) {
      const text = textAt(atMs + offsetMs);
      if (days.at(-1)?.text !== text) days.push({ fromMs: atMs, text });
    }
  }
  return days;
}
