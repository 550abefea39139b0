import type { EventGap, EventView } from '../../api/events.ts';
import type { EventPage } from '../../device-access/event-queries.ts';

/** A line of the list: an event, a time in which some may be missing, or some that are not here. */
export type EventLine =
  | { readonly kind: 'event'; readonly id: string; readonly number: number; event: EventView }
  | { readonly kind: 'gap'; readonly id: string; readonly number: number; gap: EventGap }
  | { readonly kind: 'left-out'; readonly id: string; readonly number: number; count: number };

/** What came while the page was open. */
export interface LiveEvents {
  readonly events: readonly EventView[];
  readonly gaps: readonly EventGap[];
  readonly leftOut: number;
}

/**
 * What was pushed and what was read as one list, the newest first. The number of an event grows with
 * it, so that of two reports of one incident the later stays, where it belongs.
 */
export function eventLines(live: LiveEvents, pages: readonly EventPage[]): readonly EventLine[] {
  const events = newestOfEach(live.events, ...pages.map((page) => page.events));
  const gaps = newestOfEach(live.gaps, ...pages.map((page) => page.gaps));
  const lines: EventLine[] = [
    ...events.map(
      (event) => ({ kind: 'event', id: event.id, number: event.number, event }) as const,
    ),
    ...gaps.map((gap) => ({ kind: 'gap', id: gap.id, number: gap.number, gap }) as const),
  ];
  const oldest = live.events[0];
  if (live.leftOut > 0 && oldest !== undefined) {
    // Between the oldest that is kept and what had been read before.
    const number = oldest.number - 0.5;
    lines.push({ kind: 'left-out', id: 'left-out', number, count: live.leftOut });
  }
  return lines.sort((one, other) => other.number - one.number);
}

/** How many came, or grew, since the list was held. */
export function countNewer(
  live: LiveEvents,
  held: LiveEvents,
  pages: readonly EventPage[],
): number {
  const shown = Math.max(held.events.at(-1)?.number ?? 0, pages[0]?.events[0]?.number ?? 0);
  const since = live.leftOut - held.leftOut;
  const newer = live.events.filter(({ number }) => number > shown).length;
  // What fell out while the list was held had come before what is here.
  return newer === live.events.length ? newer + Math.max(0, since) : newer;
}

function newestOfEach<Item extends { readonly id: string; readonly number: number }>(
  ...lists: readonly (readonly Item[])[]
): Item[] {
  const byId = new Map<string, Item>();
  for (const list of lists) {
    for (const item of list) {
      const known = byId.get(item.id);
      if (known === undefined || known.number < item.number) byId.set(item.id, item);
    }
  }
  return [...byId.values()];
}
