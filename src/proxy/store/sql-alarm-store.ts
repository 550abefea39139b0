import { type Kysely, sql } from 'kysely';
import type * as z from 'zod/mini';
import { type RuleView, ruleSchema } from '../../api/alarm-rules.ts';
import { alarmStepSchema } from '../../api/alarms.ts';
import {
  type AlarmBatch,
  type AlarmRequest,
  type AlarmStore,
  type ClosedQuery,
  type Flood,
  type KeptAlarm,
  type KeptStep,
  type KeptWaiting,
  keptAlarmSchema,
  type OutboxLine,
  outboxSchema,
  waitingSchema,
} from './alarm-store.ts';
import { parseJson } from './parse-json.ts';
import type { Tables } from './tables.ts';
import { writeAlarms } from './write-alarms.ts';

export class SqlAlarmStore implements AlarmStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async readRules(): Promise<readonly RuleView[]> {
    const rows = await this.#database
      .selectFrom('alarm_rules')
      .selectAll()
      .orderBy('position')
      .orderBy('id')
      .execute();
    return rows.flatMap(({ id, body }) => {
      const rule = ruleSchema.safeParse({ ...Object(parseJson(body)), id });
      return rule.success ? [rule.data] : [];
    });
  }

  async saveRule({ id, ...content }: RuleView): Promise<void> {
    const body = JSON.stringify(content);
    await this.#database
      .insertInto('alarm_rules')
      .values((builder) => ({
        id,
        body,
        position: builder
          .selectFrom('alarm_rules')
          .select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
      }))
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
      .execute();
  }

  async removeRule(ruleId: string): Promise<void> {
    await this.#database.deleteFrom('alarm_rules').where('id', '=', ruleId).execute();
  }

  async save(batch: AlarmBatch): Promise<void> {
    await this.#database.transaction().execute((transaction) => writeAlarms(transaction, batch));
  }

  async readCursor(): Promise<number | null> {
    const row = await this.#database.selectFrom('alarm_cursor').select('number').executeTakeFirst();
    return row === undefined ? null : Number(row.number);
  }

  async readOpen(): Promise<readonly KeptAlarm[]> {
    const rows = await this.#alarms().where('closed_at_ms', 'is', null).orderBy('number').execute();
    return read(keptAlarmSchema, rows);
  }

  async readAlarm(alarmId: string): Promise<KeptAlarm | null> {
    return (
      read(keptAlarmSchema, await this.#alarms().where('id', '=', alarmId).execute())[0] ?? null
    );
  }

  async readClosed(
    { fromMs, toMs, before }: ClosedQuery,
    most: number,
  ): Promise<readonly KeptAlarm[]> {
    let query = this.#alarms().where('closed_at_ms', 'is not', null);
    if (fromMs !== undefined) query = query.where('closed_at_ms', '>=', fromMs);
    if (toMs !== undefined) query = query.where('closed_at_ms', '<', toMs);
    if (before !== undefined) query = query.where('number', '<', before);
    return read(keptAlarmSchema, await query.orderBy('number', 'desc').limit(most).execute());
  }

  async readRaised(fromMs: number, toMs: number, most: number): Promise<readonly KeptAlarm[]> {
    const rows = await this.#alarms()
      .where('raised_at_ms', '>=', fromMs)
      .where('raised_at_ms', '<', toMs)
      .orderBy('raised_at_ms')
      .limit(most)
      .execute();
    return read(keptAlarmSchema, rows);
  }

  async readStanding(fromMs: number, toMs: number): Promise<readonly KeptAlarm[]> {
    const rows = await this.#alarms()
      .where('raised_at_ms', '<', fromMs)
      .where((expression) =>
        expression.or([
          expression('closed_at_ms', 'is', null),
          expression('closed_at_ms', '>=', toMs),
        ]),
      )
      .orderBy('raised_at_ms')
      .execute();
    return read(keptAlarmSchema, rows);
  }

  async readLatest(): Promise<number> {
    const latest = (table: 'alarms' | 'alarm_steps') =>
      this.#database
        .selectFrom(table as 'alarms')
        .select(({ fn }) => fn.max('number').as('latest'))
        .executeTakeFirst();
    const [alarm, step] = [await latest('alarms'), await latest('alarm_steps')];
    return Math.max(Number(alarm?.latest ?? 0), Number(step?.latest ?? 0));
  }

  async readRaiseTimes(fromMs: number): Promise<readonly number[]> {
    const rows = await this.#database
      .selectFrom('alarms')
      .select('raised_at_ms')
      .where('raised_at_ms', '>', fromMs)
      .orderBy('raised_at_ms')
      .execute();
    return rows.map((row) => Number(row.raised_at_ms));
  }

  async readSteps(alarmId: string): Promise<readonly KeptStep[]> {
    const rows = await this.#database
      .selectFrom('alarm_steps')
      .select('body')
      .where('alarm_id', '=', alarmId)
      .orderBy('number')
      .execute();
    return read(alarmStepSchema, rows).map((step) => ({ ...step, alarmId }));
  }

  async readRequests(fromMs: number): Promise<readonly AlarmRequest[]> {
    const rows = await this.#database
      .selectFrom('alarm_requests')
      .selectAll()
      .where('at_ms', '>', fromMs)
      .orderBy('at_ms')
      .execute();
    return rows.map((row) => ({ id: row.id, alarmId: row.alarm_id, atMs: Number(row.at_ms) }));
  }

  async readOutbox(): Promise<readonly OutboxLine[]> {
    const rows = await this.#database
      .selectFrom('alarm_outbox')
      .selectAll()
      .orderBy('number')
      .execute();
    return rows.flatMap((row) => {
      const [entry] = read(outboxSchema, [row]);
      return entry ? [{ number: Number(row.number), alarmId: row.alarm_id, entry }] : [];
    });
  }

  async readWaiting(): Promise<readonly KeptWaiting[]> {
    return read(
      waitingSchema,
      await this.#database.selectFrom('alarm_waiting').select('body').execute(),
    );
  }

  async readFloods(fromMs: number, toMs: number): Promise<readonly Flood[]> {
    const rows = await this.#database
      .selectFrom('alarm_floods')
      .selectAll()
      .where('from_ms', '<', toMs)
      .where(({ or, eb }) => or([eb('to_ms', 'is', null), eb('to_ms', '>', fromMs)]))
      .orderBy('from_ms')
      .execute();
    return rows.map((row) => ({
      fromMs: Number(row.from_ms),
      toMs: row.to_ms === null ? null : Number(row.to_ms),
    }));
  }

  async trim(closedBeforeMs: number, most: number): Promise<number> {
    return this.#database.transaction().execute(async (transaction) => {
      const rows = await transaction
        .selectFrom('alarms')
        .select('id')
        .where('closed_at_ms', '<', closedBeforeMs)
        .orderBy('closed_at_ms')
        .limit(most)
        .execute();
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await transaction.deleteFrom('alarm_steps').where('alarm_id', 'in', ids).execute();
      await transaction.deleteFrom('alarms').where('id', 'in', ids).execute();
      return ids.length;
    });
  }

  async forgetRequests(beforeMs: number): Promise<void> {
    await this.#database.deleteFrom('alarm_requests').where('at_ms', '<', beforeMs).execute();
  }

  async forgetFloods(beforeMs: number): Promise<void> {
    await this.#database.deleteFrom('alarm_floods').where('to_ms', '<', beforeMs).execute();
  }

  #alarms() {
    return this.#database.selectFrom('alarms').select('body');
  }
}

/** What cannot be read, e.g. because an older program wrote another form, is passed over. */
function read<Value>(
  schema: z.ZodMiniType<Value>,
  rows: readonly { readonly body: string }[],
): Value[] {
  return rows.flatMap(({ body }) => {
    const value = schema.safeParse(parseJson(body));
    return value.success ? [value.data] : [];
  });
}
