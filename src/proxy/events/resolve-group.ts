import { opaqueId } from '../registry/opaque-id.ts';
import type { KeptEvent } from '../store/event-store.ts';
import type { StoredEvent } from './feed.ts';
import { mergeEvent } from './merge-event.ts';
import type { NewEvent } from './normalise.ts';

/** An event that waits to be taken in. */
export interface Arrival {
  readonly event: NewEvent;
  /** Whether it may also have come, or come yet, out of the log of the device. */
  readonly mayRepeat: boolean;
}

/** What must be looked up before a group can be taken in. */
export function keysOf(group: readonly Arrival[]): readonly string[] {
  const keys = new Set<string>();
  for (const { event, mayRepeat } of group) {
    if (event.key !== undefined && (event.grows || mayRepeat)) keys.add(event.key);
  }
  return [...keys];
}

/**
 * Makes of a group what the journal takes in: new events, and events that have grown.
 * @param known events that are kept already, by their keys
 */
export function resolveGroup(
  group: readonly Arrival[],
  known: ReadonlyMap<string, KeptEvent>,
  nextNumber: () => number,
): readonly StoredEvent[] {
  const incidents = new Map<string, KeptEvent>();
  const moments = { live: new Set<string>(), late: new Set<string>() };
  return group.flatMap(({ event, mayRepeat }): StoredEvent[] => {
    const { key } = event;
    const kept = key === undefined ? undefined : (incidents.get(key) ?? known.get(key));
    if (kept && event.grows) {
      const grown = mergeEvent(kept, event);
      if (grown === null) return [];
      const numbered = { ...grown, number: nextNumber() };
      incidents.set(grown.key ?? '', numbered);
      return [{ event: numbered, isNew: false }];
    }
    const other = event.isLate ? moments.live : moments.late;
    const isRepeated = (kept && isRepetition(kept, event)) || (key !== undefined && other.has(key));
    if (mayRepeat && isRepeated) return [];
    const added = newEvent(event, nextNumber());
    // Two of the same second in one log, or live one after the other, are two.
    if (key !== undefined && event.grows) incidents.set(key, added);
    else if (key !== undefined) moments[event.isLate ? 'late' : 'live'].add(key);
    return [{ event: added, isNew: true }];
  });
}

/** The same fact of the same second, told live and out of the log, or twice out of the log. */
function isRepetition(kept: KeptEvent, event: NewEvent): boolean {
  return event.isLate === true || kept.isLate === true;
}

function newEvent({ grows: _, ...event }: NewEvent, number: number): KeptEvent {
  return { ...event, id: opaqueId(), number, count: 1 };
}
