import { type Kysely, sql } from 'kysely';
import { type AuditEntry, auditEntrySchema } from '../../api/audit.ts';
import type { Tables } from './tables.ts';

/** Nothing here changes or removes a row: the record only grows. */
export async function appendAudit(
  database: Kysely<Tables>,
  entry: Omit<AuditEntry, 'number'>,
): Promise<AuditEntry> {
  const { number } = await database
    .insertInto('audit')
    .values((builder) => ({
      number: builder
        .selectFrom('audit')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next')),
      at_ms: entry.atMs,
      actor: entry.actor,
      device_id: entry.deviceId,
      device_name: entry.deviceName,
      camera_id: entry.cameraId ?? null,
      operation: entry.operation,
      parameters: JSON.stringify(entry.parameters),
      outcome: entry.outcome,
      detail: entry.detail,
      revealed: entry.revealed ? 1 : 0,
    }))
    .returning('number')
    .executeTakeFirstOrThrow();
  return { number, ...entry };
}

export async function readAudit(
  database: Kysely<Tables>,
  most: number,
): Promise<readonly AuditEntry[]> {
  const rows = await database
    .selectFrom('audit')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) =>
    auditEntrySchema.parse({
      number: row.number,
      atMs: Number(row.at_ms),
      actor: row.actor,
      deviceId: row.device_id,
      deviceName: row.device_name,
      ...(row.camera_id === null ? {} : { cameraId: row.camera_id }),
      operation: row.operation,
      parameters: JSON.parse(row.parameters),
      outcome: row.outcome,
      detail: row.detail,
      revealed: row.revealed === 1,
    }),
  );
}
