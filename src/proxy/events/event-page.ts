import type * as z from 'zod/mini';
import type { EventGap, EventView, eventPageSchema, eventQuerySchema } from '../../api/events.ts';
import type { Caller } from '../access/caller.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { EventStore, KeptFilter } from '../store/event-store.ts';
import type { EventJournal } from './event-journal.ts';
import { SeenEvents } from './seen-events.ts';

const defaultLimit = 100;
const mostGaps = 200;

export interface PageDependencies {
  readonly journal: EventJournal;
  readonly store: EventStore;
  readonly registry: DeviceRegistry;
}

/** One page of the journal, newest first, as one caller may see it. */
export async function eventPage(
  { journal, store, registry }: PageDependencies,
  caller: Caller,
  query: z.infer<typeof eventQuerySchema>,
): Promise<z.infer<typeof eventPageSchema>> {
  const { before = Number.MAX_SAFE_INTEGER, limit = defaultLimit } = query;
  const { topics, cameraIds, fromMs, toMs } = query;
  const seen = new SeenEvents(caller, registry);
  const filter = { topics, fromMs, toMs, place: seen.place(cameraIds) };
  const events: EventView[] = [];
  let more = false;
  for await (const step of journal.find(filter, before)) {
    const views = step.flatMap((event) => seen.view(event) ?? []);
    more = events.length + views.length > limit;
    events.push(...views.slice(0, limit - events.length));
    if (more) break;
  }
  const oldest = more ? (events.at(-1)?.number ?? 0) : 0;
  const gaps = await store.findGaps(rangeOf(filter), mostGaps);
  return {
    events,
    gaps: seen
      .gaps(gaps)
      .filter((gap) => gap.number < before && gap.number >= oldest)
      .filter((gap) => isOf(gap, cameraIds, registry)),
    more,
  };
}

function rangeOf({ fromMs, toMs }: KeptFilter) {
  return { ...(fromMs === undefined ? {} : { fromMs }), ...(toMs === undefined ? {} : { toMs }) };
}

/** Whether a gap is of a device whose cameras are asked for. */
function isOf(
  gap: EventGap,
  cameraIds: readonly string[] | undefined,
  registry: DeviceRegistry,
): boolean {
  if (cameraIds === undefined) return true;
  const cameras = registry.device(gap.deviceId)?.cameras ?? [];
  return cameras.some(({ row }) => cameraIds.includes(row.id));
}
