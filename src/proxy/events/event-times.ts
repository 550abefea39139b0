import {
  type EventDays,
  type EventSide,
  mostCountedEvents,
  type PlacedEvent,
} from '../../api/events.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import type { EventStore } from '../store/event-store.ts';
import type { EventJournal } from './event-journal.ts';

interface EventTimes {
  readonly journal: Pick<EventJournal, 'unkept'>;
  readonly store: Pick<EventStore, 'countWithin' | 'readBeside'>;
}

/** The days of a zone on which something began at some cameras; those without are left out. */
export async function eventDays(
  { journal, store }: EventTimes,
  cameraIds: readonly string[],
  { zone, ...range }: TimeRange & { readonly zone: string },
): Promise<EventDays['days']> {
  const unkept = journal.unkept.filter(({ cameraId }) => isOneOf(cameraId, cameraIds));
  const days: { day: string; count: number }[] = [];
  for (const { day, fromMs, toMs } of calendarDays(range, zone)) {
    const kept = await store.countWithin(cameraIds, { fromMs, toMs }, mostCountedEvents);
    const waiting = unkept.filter(({ atMs }) => atMs >= fromMs && atMs < toMs).length;
    const count = Math.min(mostCountedEvents, kept + waiting);
    if (count > 0) days.push({ day, count });
    // Pictures go first.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return days;
}

/** The event of some cameras that is nearest to an instant on one side of it. */
export async function eventBeside(
  { journal, store }: EventTimes,
  cameraIds: readonly string[],
  atMs: number,
  side: EventSide,
): Promise<PlacedEvent | null> {
  const found: PlacedEvent[] = journal.unkept.flatMap(({ id, cameraId, atMs: eventMs }) => {
    const isThere = side === 'after' ? eventMs > atMs : eventMs < atMs;
    return isThere && isOneOf(cameraId, cameraIds) ? [{ id, cameraId, atMs: eventMs }] : [];
  });
  for (const cameraId of cameraIds) {
    const event = await store.readBeside(cameraId, atMs, side);
    if (event) found.push(event);
  }
  const direction = side === 'after' ? 1 : -1;
  found.sort((one, other) => (one.atMs - other.atMs) * direction);
  return found[0] ?? null;
}

function isOneOf(cameraId: string | null, cameraIds: readonly string[]): cameraId is string {
  return cameraId !== null && cameraIds.includes(cameraId);
}

/** From midnight to midnight by the clocks of a zone, cut to the range. A zone may leave a day out. */
function calendarDays({ fromMs, toMs }: TimeRange, zone: string) {
  const days: (TimeRange & { readonly day: string })[] = [];
  let day = isoInZone(fromMs, zone).slice(0, 10);
  for (let beginMs = fromMs; beginMs < toMs; ) {
    const next = dayAfter(day);
    const endMs = Math.min(toMs, epochOfLocal(`${next}T00:00`, zone) ?? toMs);
    if (endMs > beginMs) days.push({ day, fromMs: beginMs, toMs: endMs });
    beginMs = Math.max(beginMs, endMs);
    day = next;
  }
  return days;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
}
