import { mostReportMs } from '../../api/shift-report.ts';
import type { ReportRange } from '../../device-access/shift-report.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import { isoInZone } from '../../domain/zone-time.ts';

export const reportSpans = ['8h', '12h', 'yesterday', 'typed'] as const;
export type ReportSpan = (typeof reportSpans)[number];

/** What the address says: the time that the report is of. */
export interface ReportPlace {
  readonly span: ReportSpan;
  /** As clocks at the site show it, of a typed time: `2026-11-25T22:14`. */
  readonly from: string;
  readonly to: string;
}

export type RangeFault = 'missing' | 'backwards' | 'future' | 'too-long';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** @returns what is wrong with a time that is none */
export function rangeOf(
  { span, from, to }: ReportPlace,
  zone: string,
  nowMs: number,
): ReportRange | RangeFault {
  switch (span) {
    case '8h':
      return { fromMs: nowMs - 8 * hourMs, toMs: nowMs };
    case '12h':
      return { fromMs: nowMs - 12 * hourMs, toMs: nowMs };
    case 'yesterday':
      return yesterday(zone, nowMs);
    case 'typed':
      return typed(epochOfLocal(from, zone), epochOfLocal(to, zone), nowMs);
  }
}

function typed(fromMs: number | null, toMs: number | null, nowMs: number) {
  if (fromMs === null || toMs === null) return 'missing';
  if (toMs <= fromMs) return 'backwards';
  if (fromMs >= nowMs) return 'future';
  return toMs - fromMs > mostReportMs ? 'too-long' : { fromMs, toMs };
}

/** From midnight to midnight, which are not always 24 hours apart. */
function yesterday(zone: string, nowMs: number): ReportRange {
  const today = isoInZone(nowMs, zone).slice(0, 10);
  const noonMs = Date.parse(`${today}T12:00Z`);
  const dayBefore = new Date(noonMs - 24 * hourMs).toISOString().slice(0, 10);
  return {
    fromMs: epochOfLocal(`${dayBefore}T00:00`, zone) ?? nowMs - 24 * hourMs,
    toMs: epochOfLocal(`${today}T00:00`, zone) ?? nowMs,
  };
}

/** A range as a person could have typed it, in whole minutes that hold all of it. */
export function typedPlace({ fromMs, toMs }: ReportRange, zone: string): ReportPlace {
  const local = (ms: number) => isoInZone(ms, zone).slice(0, 16);
  return { span: 'typed', from: local(fromMs), to: local(toMs + minuteMs - 1) };
}
