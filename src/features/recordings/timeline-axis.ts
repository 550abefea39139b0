import { isoInZone } from '../../domain/zone-time.ts';
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
      ticks.push({ atMs, isDay, text: textOf(atMs, zone, stepMs, changes && at > 0) });
    }
    return ticks;
  });
}

/** Behind a change of the clocks a time may have been there before: then it says which it is. */
function textOf(atMs: number, zone: string, stepMs: number, isChanged: boolean): string {
  const iso = isoInZone(atMs, zone);
  if (stepMs >= dayMs) return dayText(iso);
  const time = iso.slice(11, stepMs < minuteMs ? 19 : 16);
  return isChanged ? `${time} ${offsetOf(iso)}` : time;
}

/** `-05:00` of an instant as text. */
function offsetOf(iso: string): string {
  return iso.slice(-6).replace('-', '−');
}

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

/** `Fri 20 Nov`. */
function dayText(iso: string): string {
  return dayFormat.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)).replace(',', '');
}

/** The days of a view with where they begin, and whether they have another length than 24 hours. */
export function daysOf(view: TimelineView, zone: string) {
  const days: { readonly fromMs: number; readonly text: string }[] = [];
  for (const { fromMs, toMs, offsetMs } of zoneStretches(view.fromMs, view.toMs, zone)) {
    const first = Math.ceil((fromMs + offsetMs) / dayMs) * dayMs - offsetMs;
    if (days.length === 0) days.push({ fromMs, text: dayText(isoInZone(fromMs, zone)) });
    for (let atMs = first; atMs < toMs; atMs += dayMs) {
      const text = dayText(isoInZone(atMs, zone));
      if (days.at(-1)?.text !== text) days.push({ fromMs: atMs, text });
    }
  }
  return days;
}
