import type { EventView } from '../../../api/events.ts';

export const trendMs = 600_000;

export interface LotLine {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly most: number | undefined;
  /** Vehicles more than at the beginning of the time; undefined where nothing older is known. */
  readonly change: number | undefined;
  readonly latest: EventView;
}

interface Told {
  readonly atMs: number;
  readonly count: number;
}

interface Lot {
  name: string;
  most: number | undefined;
  latest: EventView;
  /** Oldest first. */
  counts: Told[];
}

/** A lot may be told a thousand times in a burst. */
const mostCounts = 300;

/** How full each lot is, and how that has changed. */
export class ParkingSum {
  private readonly lots = new Map<string, Lot>();

  hear(events: readonly EventView[], nowMs: number): void {
    for (const event of events) {
      const { fact, atMs } = event;
      if (fact.topic !== 'parking') continue;
      for (const { id, kind, name, count, most } of fact.lots) {
        const key = `${event.deviceId} ${kind} ${id}`;
        const lot = this.lots.get(key) ?? { name, most, latest: event, counts: [] };
        this.lots.set(key, lot);
        if (event.number >= lot.latest.number) Object.assign(lot, { name, most, latest: event });
        lot.counts.push({ atMs, count });
      }
    }
    for (const lot of this.lots.values()) lot.counts = kept(lot.counts, nowMs - trendMs);
  }

  lines(): readonly LotLine[] {
    const lines = [...this.lots].flatMap(([id, { name, most, latest, counts }]) => {
      const newest = counts.at(-1);
      const oldest = counts[0];
      if (newest === undefined || oldest === undefined) return [];
      const change = oldest === newest ? undefined : newest.count - oldest.count;
      return { id, name, most, latest, count: newest.count, change };
    });
    return lines.sort((a, b) => a.name.localeCompare(b.name));
  }
}

/** The last one from before the time too, since it is how the time began. */
function kept(counts: readonly Told[], beginsMs: number): Told[] {
  const sorted = counts.toSorted((one, other) => one.atMs - other.atMs);
  const first = sorted.findLastIndex(({ atMs }) => atMs <= beginsMs);
  return sorted.slice(Math.max(0, first)).slice(-mostCounts);
}
