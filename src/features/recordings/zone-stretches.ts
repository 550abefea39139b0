import { zoneOffsetMinutes } from '../../domain/zone-time.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const mostDays = 4000;

/** A time in which clocks of a zone keep their distance from UTC. */
export interface ZoneStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** The stretches of a zone within a time: one, and one more for each change of its clocks. */
export function zoneStretches(fromMs: number, toMs: number, zone: string): ZoneStretch[] {
  const stretches: ZoneStretch[] = [];
  for (let day = Math.floor(fromMs / dayMs); day * dayMs < toMs; day += 1) {
    for (const { fromMs: begin, toMs: end, offsetMs } of stretchesOfDay(day, zone)) {
      const cut = { fromMs: Math.max(begin, fromMs), toMs: Math.min(end, toMs), offsetMs };
      if (cut.fromMs >= cut.toMs) continue;
      const last = stretches.at(-1);
      if (last?.offsetMs === offsetMs)
        stretches[stretches.length - 1] = { ...last, toMs: cut.toMs };
      else stretches.push(cut);
    }
  }
  return stretches;
}

const known = new Map<string, readonly ZoneStretch[]>();

/** Kept, for a timeline asks for the same days with every frame. */
function stretchesOfDay(day: number, zone: string): readonly ZoneStretch[] {
  const key = `${zone} ${day}`;
  const kept = known.get(key);
  if (kept) return kept;
  if (known.size > mostDays) known.clear();
  const [fromMs, toMs] = [day * dayMs, (day + 1) * dayMs];
  const before = zoneOffsetMinutes(fromMs, zone);
  const after = zoneOffsetMinutes(toMs, zone);
  const changeMs = before === after ? toMs : changeBetween(fromMs, toMs, zone, before);
  const stretches = [
    { fromMs, toMs: changeMs, offsetMs: before * minuteMs },
    { fromMs: changeMs, toMs, offsetMs: after * minuteMs },
  ].filter((stretch) => stretch.fromMs < stretch.toMs);
  known.set(key, stretches);
  return stretches;
}

/** The first minute that has not the offset of the beginning. */
function changeBetween(fromMs: number, toMs: number, zone: string, before: number): number {
  let [low, high] = [fromMs / minuteMs, toMs / minuteMs];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffsetMinutes(middle * minuteMs, zone) === before) low = middle;
    else high = middle;
  }
  return high * minuteMs;
}
