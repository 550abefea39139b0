import { epochOfLocal } from '../../domain/local-time.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { isoInZone } from '../../domain/zone-time.ts';

export const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const days = 7;

/** Today and the six days before it, from midnight to midnight by the clocks of a zone. */
export function proofWeek(nowMs: number, zone: string): TimeRange {
  const today = Date.parse(`${isoInZone(nowMs, zone).slice(0, 10)}T00:00Z`);
  const midnight = (day: number) => {
    const text = new Date(today + day * dayMs).toISOString().slice(0, 16);
    return epochOfLocal(text, zone) ?? today;
  };
  return { fromMs: midnight(1 - days), toMs: midnight(1) };
}
