import type { Kysely, Transaction } from 'kysely';
import type { EventGap, EventSide, PlacedEvent } from '../../api/events.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { eventOfRow, gapOfRow, rowOfEvent, rowOfGap } from './event-rows.ts';
import { fittingEvents } from './event-search.ts';
import type {
  EventStore,
  JournalBatch,
  JournalPage,
  KeptEvent,
  KeptFilter,
} from './event-store.ts';
import type { Tables } from './tables.ts';

/** Values of one statement are bounded; an event has eighteen. */
const rowsInOneInsert = 100;
const keysInOneLook = 500;

export class SqlEventStore implements EventStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async readLatest(): Promise<number> {
    const row = await this.#database
      .selectFrom('event_numbers')
      .select('latest')
      .executeTakeFirst();
    return Number(row?.latest ?? 0);
  }

  async countEvents(): Promise<number> {
    const { events } = await this.#database
      .selectFrom('events')
      .select(({ fn }) => fn.countAll().as('events'))
      .executeTakeFirstOrThrow();
    return Number(events);
  }

  async save({ events, gaps, latest }: JournalBatch): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await writeEvents(transaction, events);
      for (const gap of gaps) {
        const { id, ...values } = rowOfGap(gap);
        await transaction
          .insertInto('event_gaps')
          .values({ id, ...values })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
          .execute();
      }
      await transaction
        .insertInto('event_numbers')
        .values({ id: 1, latest })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ latest }))
        .execute();
    });
  }

  async readEvent(eventId: string): Promise<KeptEvent | null> {
    const [event] = await this.readEvents([eventId]);
    return event ?? null;
  }

  async readEvents(eventIds: readonly string[]): Promise<readonly KeptEvent[]> {
    const found: KeptEvent[] = [];
    for (const ids of partsOf(eventIds)) {
      const rows = await this.#database
        .selectFrom('events')
        .selectAll()
        .where('id', 'in', [...ids])
        .execute();
      found.push(...rows.flatMap((row) => eventOfRow(row) ?? []));
    }
    return found.sort((one, other) => one.number - other.number);
  }

  async readByKeys(keys: readonly string[]): Promise<ReadonlyMap<string, KeptEvent>> {
    const found = new Map<string, KeptEvent>();
    for (const some of partsOf(keys)) {
      const newest = this.#database
        .selectFrom('events')
        .select(({ fn }) => fn.max('number').as('number'))
        .where('key', 'in', [...some])
        .groupBy('key');
      const rows = await this.#database
        .selectFrom('events')
        .selectAll()
        .where('number', 'in', newest)
        .execute();
      for (const row of rows) {
        const event = eventOfRow(row);
        if (event?.key !== undefined) found.set(event.key, event);
      }
    }
    return found;
  }

  async readAfter(number: number, most: number): Promise<JournalPage> {
    const from = <Table extends 'events' | 'event_gaps'>(table: Table) =>
      this.#database
        .selectFrom(table as 'events' | 'event_gaps')
        .where('number', '>', number)
        .orderBy('number')
        .limit(most);
    const events = await from('events').selectAll('events').execute();
    const gaps = await from('event_gaps').selectAll('event_gaps').execute();
    const numbers = [...events, ...gaps].map((row) => Number(row.number)).sort((a, b) => a - b);
    const last = numbers[most - 1] ?? Number.POSITIVE_INFINITY;
    return {
      events: events
        .flatMap((row) => eventOfRow(row) ?? [])
        .filter((event) => event.number <= last),
      gaps: gaps.map(gapOfRow).filter((gap) => gap.number <= last),
    };
  }

  find(filter: KeptFilter, before: number): AsyncIterable<readonly KeptEvent[]> {
    return fittingEvents(this.#database, filter, before);
  }

  async countWithin(
    cameraIds: readonly string[],
    { fromMs, toMs }: TimeRange,
    most: number,
  ): Promise<number> {
    const found = this.#database
      .selectFrom('events')
      .select('number')
      .where('camera_id', 'in', ['', ...cameraIds])
      .where('at_ms', '>=', fromMs)
      .where('at_ms', '<', toMs)
      .limit(most);
    const { events } = await this.#database
      .selectFrom(found.as('found'))
      .select(({ fn }) => fn.countAll().as('events'))
      .executeTakeFirstOrThrow();
    return Number(events);
  }

  async readBeside(cameraId: string, atMs: number, side: EventSide): Promise<PlacedEvent | null> {
    const isAfter = side === 'after';
    const row = await this.#database
      .selectFrom('events')
      .select(['id', 'at_ms'])
      .where('camera_id', '=', cameraId)
      .where('at_ms', isAfter ? '>' : '<', atMs)
      .orderBy('at_ms', isAfter ? 'asc' : 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : { id: row.id, cameraId, atMs: Number(row.at_ms) };
  }

  async findGaps(
    { fromMs, toMs }: { fromMs?: number; toMs?: number },
    most: number,
  ): Promise<readonly EventGap[]> {
    let query = this.#database.selectFrom('event_gaps').selectAll();
    if (toMs !== undefined) query = query.where('from_ms', '<', toMs);
    if (fromMs !== undefined) {
      query = query.where(({ or, eb }) => or([eb('to_ms', 'is', null), eb('to_ms', '>', fromMs)]));
    }
    return (await query.orderBy('number', 'desc').limit(most).execute()).map(gapOfRow);
  }

  async readUnfinishedGaps(): Promise<readonly EventGap[]> {
    const rows = await this.#database
      .selectFrom('event_gaps')
      .selectAll()
      .where('state', 'in', ['lasting', 'filling'])
      .orderBy('number')
      .execute();
    return rows.map(gapOfRow);
  }

  async lastReceivedBefore(atMs: number): Promise<number | null> {
    const [row] = await this.#database
      .selectFrom('events')
      .select('number')
      .where('received_at_ms', '<', atMs)
      .orderBy('received_at_ms', 'desc')
      .limit(1)
      .execute();
    return row === undefined ? null : Number(row.number);
  }

  async lastBeyond(most: number): Promise<number | null> {
    const [row] = await this.#database
      .selectFrom('events')
      .select('number')
      .orderBy('number', 'desc')
      .offset(most)
      .limit(1)
      .execute();
    return row === undefined ? null : Number(row.number);
  }

  async trim(upToNumber: number, most: number): Promise<number> {
    const oldest = this.#database
      .selectFrom('events')
      .select('number')
      .where('number', '<=', upToNumber)
      .orderBy('number')
      .limit(most);
    const result = await this.#database
      .deleteFrom('events')
      .where('number', 'in', oldest)
      .executeTakeFirst();
    await this.#database
      .deleteFrom('event_gaps')
      .where('number', '<=', upToNumber)
      .where('state', 'not in', ['lasting', 'filling'])
      .execute();
    return Number(result.numDeletedRows);
  }

  async readAlive(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database.selectFrom('event_signs').selectAll().execute();
    return new Map(rows.map((row) => [row.device_id, Number(row.alive_at_ms)]));
  }

  async saveAlive(alive: ReadonlyMap<string, number>): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      for (const [device_id, alive_at_ms] of alive) {
        await transaction
          .insertInto('event_signs')
          .values({ device_id, alive_at_ms })
          .onConflict((conflict) => conflict.column('device_id').doUpdateSet({ alive_at_ms }))
          .execute();
      }
    });
  }

  async forgetAlive(deviceId: string): Promise<void> {
    await this.#database.deleteFrom('event_signs').where('device_id', '=', deviceId).execute();
  }
}

async function writeEvents(
  transaction: Transaction<Tables>,
  events: readonly KeptEvent[],
): Promise<void> {
  for (let start = 0; start < events.length; start += rowsInOneInsert) {
    await transaction
      .insertInto('events')
      .values(events.slice(start, start + rowsInOneInsert).map(rowOfEvent))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          number: ref('excluded.number'),
          at_ms: ref('excluded.at_ms'),
          end_ms: ref('excluded.end_ms'),
          received_at_ms: ref('excluded.received_at_ms'),
          count: ref('excluded.count'),
          image_target: ref('excluded.image_target'),
          fact: ref('excluded.fact'),
        })),
      )
      .execute();
  }
}

function* partsOf(names: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < names.length; start += keysInOneLook) {
    yield names.slice(start, start + keysInOneLook);
  }
}
