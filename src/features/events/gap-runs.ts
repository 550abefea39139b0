import type { EventGap } from '../../api/events.ts';
import type { EventLine } from './event-lines.ts';

/** Gaps that begin and end further apart have not one cause. */
const apartMs = 60_000;

/**
 * Gaps of several devices at the same time, as after a restart: by the id of each, all that are told
 * with it, the newest first. What a device's own log has filled is told of that device alone.
 */
export function gapRuns(lines: readonly EventLine[]): ReadonlyMap<string, readonly EventGap[]> {
  const runs: EventGap[][] = [];
  const byGap = new Map<string, EventGap[]>();
  for (const line of lines) {
    if (line.kind !== 'gap') continue;
    const { gap } = line;
    const run = runs.find(([first]) => first !== undefined && isTogether(first, gap)) ?? [];
    if (run.length === 0) runs.push(run);
    run.push(gap);
    byGap.set(gap.id, run);
  }
  return byGap;
}

function isTogether(one: EventGap, other: EventGap): boolean {
  if (one.state !== other.state || (one.state !== 'open' && one.state !== 'lasting')) return false;
  if ((one.toMs === null) !== (other.toMs === null)) return false;
  const endsApartMs = Math.abs((one.toMs ?? 0) - (other.toMs ?? 0));
  return Math.abs(one.fromMs - other.fromMs) <= apartMs && endsApartMs <= apartMs;
}
