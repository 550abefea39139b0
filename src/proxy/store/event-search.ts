import type { Kysely } from 'kysely';
import { eventOfRow } from './event-rows.ts';
import type { KeptEvent, KeptFilter } from './event-store.ts';
import { fitsFilter } from './fits-filter.ts';
import type { Tables } from './tables.ts';

/**
 * Rows that one statement looks through: the database answers on the thread that moves the
 * pictures, and a filter that nothing fits walks the whole journal.
 */
const rowsInOneLook = 5000;
const mostInOneLook = 500;
/** Values of one statement are bounded. */
const mostNamed = 500;

/** Walks the journal from below a number to its oldest event, or to what came before `fromMs`. */
export async function* fittingEvents(
  database: Kysely<Tables>,
  filter: KeptFilter,
  before: number,
): AsyncGenerator<readonly KeptEvent[]> {
  for (let below = before; ; ) {
    const floor = await floorBelow(database, below);
    if (floor === null) return;
    // Nothing happens after it was received, so that older receipts hold nothing of that time.
    if (filter.fromMs !== undefined && floor.newestReceivedMs < filter.fromMs) return;
    const rows = await look(database, filter, floor.number, below);
    yield rows.flatMap((row) => eventOfRow(row) ?? []).filter((event) => fitsFilter(event, filter));
    below = rows.length < mostInOneLook ? floor.number : (rows.at(-1)?.number ?? floor.number);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function floorBelow(
  database: Kysely<Tables>,
  below: number,
): Promise<{ number: number; newestReceivedMs: number } | null> {
  const [top] = await database
    .selectFrom('events')
    .select(['number', 'received_at_ms'])
    .where('number', '<', below)
    .orderBy('number', 'desc')
    .limit(1)
    .execute();
  if (top === undefined) return null;
  return {
    number: Number(top.number) + 1 - rowsInOneLook,
    newestReceivedMs: Number(top.received_at_ms),
  };
}

function look(database: Kysely<Tables>, filter: KeptFilter, floor: number, below: number) {
  let query = database
    .selectFrom('events')
    .selectAll()
    .where('number', '>=', floor)
    .where('number', '<', below)
    .orderBy('number', 'desc')
    .limit(mostInOneLook);
  const { topics, place, fromMs, toMs } = filter;
  if (topics !== undefined) query = query.where('topic', 'in', [...topics]);
  if (place !== undefined && isShort(place)) {
    const { cameraIds, wholeDeviceIds } = place;
    query = query.where(({ or, and, eb }) => {
      const ofDevice = and([
        eb('camera_id', 'is', null),
        // A list must not be empty everywhere.
        eb('device_id', 'in', ['', ...wholeDeviceIds]),
      ]);
      return or([eb('camera_id', 'in', ['', ...cameraIds]), ofDevice]);
    });
  }
  if (toMs !== undefined) query = query.where('at_ms', '<', toMs);
  if (fromMs !== undefined) {
    query = query.where(({ or, eb }) =>
      or([eb('at_ms', '>=', fromMs), eb('end_ms', '>=', fromMs)]),
    );
  }
  return query.execute();
}

/** A longer list is held against what was found instead. */
function isShort({ cameraIds, wholeDeviceIds }: NonNullable<KeptFilter['place']>): boolean {
  return cameraIds.length + wholeDeviceIds.length <= mostNamed;
}
