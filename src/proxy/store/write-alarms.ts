import type { Transaction } from 'kysely';
import type { AlarmBatch } from './alarm-store.ts';
import type { Tables } from './tables.ts';

const rowsInOneInsert = 100;

/** Writes all that changed at once. */
export async function writeAlarms(
  transaction: Transaction<Tables>,
  { alarms, steps, requests, outbox, recorded, waiting, floods, cursor }: AlarmBatch,
): Promise<void> {
  for (const part of partsOf(alarms)) {
    await transaction
      .insertInto('alarms')
      .values(
        part.map((alarm) => ({
          id: alarm.id,
          number: alarm.number,
          raised_at_ms: alarm.raisedAtMs,
          closed_at_ms: alarm.closed === null ? null : alarm.closed.atMs,
          body: JSON.stringify(alarm),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          number: ref('excluded.number'),
          closed_at_ms: ref('excluded.closed_at_ms'),
          body: ref('excluded.body'),
        })),
      )
      .execute();
  }
  for (const part of partsOf(steps)) {
    const rows = part.map(({ alarmId: alarm_id, number, ...step }) => ({
      ...{ number, alarm_id },
      body: JSON.stringify({ number, ...step }),
    }));
    await transaction.insertInto('alarm_steps').values(rows).execute();
  }
  for (const part of partsOf(requests)) {
    const rows = part.map(({ id, alarmId, atMs }) => ({ id, alarm_id: alarmId, at_ms: atMs }));
    await transaction
      .insertInto('alarm_requests')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const part of partsOf(outbox)) {
    const rows = part.map(({ number, alarmId, entry }) => ({
      ...{ number, alarm_id: alarmId },
      body: JSON.stringify(entry),
    }));
    await transaction.insertInto('alarm_outbox').values(rows).execute();
  }
  for (const part of partsOf(recorded)) {
    await transaction
      .deleteFrom('alarm_outbox')
      .where('number', 'in', [...part])
      .execute();
  }
  await writeWaiting(transaction, waiting);
  for (const { fromMs: from_ms, toMs: to_ms } of floods) {
    await transaction
      .insertInto('alarm_floods')
      .values({ from_ms, to_ms })
      .onConflict((conflict) => conflict.column('from_ms').doUpdateSet({ to_ms }))
      .execute();
  }
  if (cursor !== null) {
    await transaction
      .insertInto('alarm_cursor')
      .values({ id: 1, number: cursor })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ number: cursor }))
      .execute();
  }
}

async function writeWaiting(
  transaction: Transaction<Tables>,
  waiting: AlarmBatch['waiting'],
): Promise<void> {
  const gone = [...waiting].flatMap(([key, one]) => (one === null ? [key] : []));
  for (const part of partsOf(gone)) {
    await transaction
      .deleteFrom('alarm_waiting')
      .where('key', 'in', [...part])
      .execute();
  }
  const kept = [...waiting.values()].flatMap((one) => one ?? []);
  for (const part of partsOf(kept)) {
    await transaction
      .insertInto('alarm_waiting')
      .values(part.map((one) => ({ key: one.key, body: JSON.stringify(one) })))
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet(({ ref }) => ({ body: ref('excluded.body') })),
      )
      .execute();
  }
}

function* partsOf<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsInOneInsert) {
    yield rows.slice(start, start + rowsInOneInsert);
  }
}
