import type { RecordedSpan, TimeRange } from '../../domain/recording.ts';
import type { RecordedSpans } from '../../protocols/protocol.ts';

export const dayMs = 24 * 60 * 60_000;
/** What is past may still be deleted by the device, or be brought in late. */
const pastKeptMs = 10 * 60_000;
export const presentKeptMs = 5000;
/** A day may grow for so long after its end. */
const settledMs = 10 * 60_000;
/** Of three numbers each, and what holds them. */
const mostSpans = 300_000;

interface KeptDay {
  readonly recorded: RecordedSpans;
  readonly sinceMs: number;
  readonly untilMs: number;
}

/** Days of UTC that a time touches, as numbers since the epoch. */
export function daysOf({ fromMs, toMs }: TimeRange): number[] {
  const first = Math.floor(fromMs / dayMs);
  const count = Math.max(0, Math.ceil(toMs / dayMs) - first);
  return Array.from({ length: count }, (_, at) => first + at);
}

/** Spans of a while, by channel and day; the oldest are given up when there are too many. */
export class SpanCache {
  readonly #days = new Map<string, KeptDay>();
  #spans = 0;

  get(channel: string, day: number, nowMs: number): RecordedSpans | undefined {
    const key = `${channel} ${day}`;
    const kept = this.#days.get(key);
    if (kept === undefined) return undefined;
    // A clock that was put back would make of seconds hours.
    const counts = kept.sinceMs <= nowMs && nowMs < kept.untilMs;
    return counts ? kept.recorded : undefined;
  }

  /** @param nowMs the clock of the device, which spans and days are by as well */
  set(channel: string, day: number, recorded: RecordedSpans, nowMs: number): void {
    const key = `${channel} ${day}`;
    const isPast = (day + 1) * dayMs + settledMs < nowMs;
    this.#drop(key);
    const untilMs = nowMs + (isPast ? pastKeptMs : presentKeptMs);
    this.#days.set(key, { recorded, sinceMs: nowMs, untilMs });
    this.#spans += sizeOf(recorded);
    for (const oldest of this.#days.keys()) {
      if (this.#spans <= mostSpans) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const kept = this.#days.get(key);
    if (kept === undefined) return;
    this.#spans -= sizeOf(kept.recorded);
    this.#days.delete(key);
  }
}

/** A day without anything is kept as well. */
const sizeOf = ({ spans }: RecordedSpans) => spans.length + 1;

/** What of some spans lies within a time. */
export function cutSpans(spans: readonly RecordedSpan[], range: TimeRange): RecordedSpan[] {
  return spans
    .filter(({ fromMs, toMs }) => fromMs < range.toMs && toMs > range.fromMs)
    .map(({ fromMs, toMs, kind }) => ({
      fromMs: Math.max(fromMs, range.fromMs),
      toMs: Math.min(toMs, range.toMs),
      kind,
    }));
}

/** In order, those that touch made one; of the same kind alone. */
export function joinSpans(spans: readonly RecordedSpan[]): RecordedSpan[] {
  const open = new Map<RecordedSpan['kind'], RecordedSpan>();
  const joined: RecordedSpan[] = [];
  const close = (span: RecordedSpan | undefined) => {
    if (span) joined.push(span);
  };
  for (const span of [...spans].sort((one, other) => one.fromMs - other.fromMs)) {
    const last = open.get(span.kind);
    if (last && span.fromMs <= last.toMs) {
      open.set(span.kind, { ...last, toMs: Math.max(last.toMs, span.toMs) });
    } else {
      close(last);
      open.set(span.kind, span);
    }
  }
  for (const span of open.values()) close(span);
  return joined.sort((one, other) => one.fromMs - other.fromMs);
}
