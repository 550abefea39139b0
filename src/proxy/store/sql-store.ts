import { type Kysely, sql, type Transaction } from 'kysely';
import * as z from 'zod/mini';
import { capabilitiesSchema, streamSchema } from '../../api/camera.ts';
import { type DeviceCertificate, deviceCertificateSchema } from '../../api/certificate.ts';
import { viewSchema } from '../../api/view.ts';
import { noCapabilities } from '../../domain/camera.ts';
import type { View } from '../../domain/view.ts';
import { parseJson } from './parse-json.ts';
import { SqlAccessStore } from './sql-access-store.ts';
import { SqlAlarmStore } from './sql-alarm-store.ts';
import { SqlAuditStore } from './sql-audit-store.ts';
import { SqlBookmarkStore } from './sql-bookmark-store.ts';
import { SqlCaseStore } from './sql-case-store.ts';
import { SqlControlStore } from './sql-control-store.ts';
import { SqlEventStore } from './sql-event-store.ts';
import { SqlExportStore } from './sql-export-store.ts';
import { SqlHandoverStore } from './sql-handover-store.ts';
import type {
  CameraDescription,
  CameraRow,
  DeviceRow,
  SecretRow,
  Store,
  StoredRegistry,
} from './store.ts';
import type { Tables } from './tables.ts';

const soundSchema = z.object({
  target: z.string(),
  codec: z.literal('mulaw'),
  contentType: z.string(),
});

const descriptionSchema = z.object({
  capabilities: capabilitiesSchema,
  streams: z.array(z.extend(streamSchema, { target: z.string() })),
  snapshotTarget: z.optional(z.string()),
  sound: z.optional(soundSchema),
  loudspeaker: z.optional(soundSchema),
});

/** The store over any SQL that kysely speaks; no statement is of one dialect. */
export class SqlStore implements Store {
  readonly #database: Kysely<Tables>;
  readonly access: SqlAccessStore;
  readonly audit: SqlAuditStore;
  readonly control: SqlControlStore;
  readonly events: SqlEventStore;
  readonly alarms: SqlAlarmStore;
  readonly handover: SqlHandoverStore;
  readonly bookmarks: SqlBookmarkStore;
  readonly cases: SqlCaseStore;
  readonly exports: SqlExportStore;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
    this.access = new SqlAccessStore(database);
    this.audit = new SqlAuditStore(database);
    this.control = new SqlControlStore(database);
    this.events = new SqlEventStore(database);
    this.alarms = new SqlAlarmStore(database);
    this.handover = new SqlHandoverStore(database);
    this.bookmarks = new SqlBookmarkStore(database);
    this.cases = new SqlCaseStore(database);
    this.exports = new SqlExportStore(database);
  }

  async readRegistry(): Promise<StoredRegistry> {
    const devices = await this.#database.selectFrom('devices').selectAll().execute();
    const secrets = await this.#database.selectFrom('secrets').selectAll().execute();
    const cameras = await this.#database
      .selectFrom('cameras')
      .selectAll()
      .orderBy('number')
      .execute();
    return {
      devices: devices.map((row) => ({
        id: row.id,
        name: row.name,
        protocolId: row.protocol_id,
        origin: row.origin,
        entryTarget: row.entry_target,
        username: row.username,
        certificate: readCertificate(row.certificate),
      })),
      secrets: secrets.map((row) => ({
        deviceId: row.device_id,
        field: row.field,
        sealed: row.sealed,
      })),
      cameras: cameras.map((row) => ({
        id: row.id,
        deviceId: row.device_id,
        channel: row.channel,
        number: row.number,
        name: row.name,
        enabled: row.enabled === 1,
        description: readDescription(row.description),
      })),
    };
  }

  async saveDevice(
    device: DeviceRow,
    secrets: readonly SecretRow[],
    cameras: readonly CameraRow[],
  ): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      const values = {
        name: device.name,
        protocol_id: device.protocolId,
        origin: device.origin,
        entry_target: device.entryTarget,
        username: device.username,
        certificate: device.certificate === undefined ? null : JSON.stringify(device.certificate),
      };
      await transaction
        .insertInto('devices')
        .values({ id: device.id, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
      await transaction.deleteFrom('secrets').where('device_id', '=', device.id).execute();
      for (const secret of secrets) {
        await transaction
          .insertInto('secrets')
          .values({ device_id: device.id, field: secret.field, sealed: secret.sealed })
          .execute();
      }
      await writeCameras(transaction, cameras);
    });
  }

  async saveCameras(cameras: readonly CameraRow[]): Promise<void> {
    await this.#database.transaction().execute((transaction) => writeCameras(transaction, cameras));
  }

  async removeDevice(deviceId: string): Promise<void> {
    await this.#database.deleteFrom('devices').where('id', '=', deviceId).execute();
  }

  async readViews(): Promise<readonly View[]> {
    const rows = await this.#database
      .selectFrom('views')
      .selectAll()
      .orderBy('position')
      .orderBy('id')
      .execute();
    return rows.flatMap((row) => {
      const { alarm_policy: alarmPolicy, cells } = row;
      const view = viewSchema.safeParse({ ...row, alarmPolicy, cells: parseJson(cells) });
      return view.success ? [view.data] : [];
    });
  }

  async saveView(view: View): Promise<void> {
    const values = {
      name: view.name,
      layout: view.layout,
      cells: JSON.stringify(view.cells),
      alarm_policy: view.alarmPolicy,
    };
    await this.#database
      .insertInto('views')
      .values((builder) => ({
        id: view.id,
        ...values,
        position: builder
          .selectFrom('views')
          .select(sql<number>`coalesce(max(position), 0) + 1`.as('next')),
      }))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async removeView(viewId: string): Promise<boolean> {
    const result = await this.#database
      .deleteFrom('views')
      .where('id', '=', viewId)
      .executeTakeFirst();
    return result.numDeletedRows > 0n;
  }

  async close(): Promise<void> {
    await this.#database.destroy();
  }
}

async function writeCameras(
  transaction: Transaction<Tables>,
  cameras: readonly CameraRow[],
): Promise<void> {
  for (const camera of cameras) {
    const values = {
      device_id: camera.deviceId,
      channel: camera.channel,
      number: camera.number,
      name: camera.name,
      enabled: camera.enabled ? 1 : 0,
      description: JSON.stringify(camera.description),
    };
    await transaction
      .insertInto('cameras')
      .values({ id: camera.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }
}

/** One that cannot be read is trusted no longer: the device asks for trust again. */
function readCertificate(text: string | null): DeviceCertificate | undefined {
  return text === null ? undefined : deviceCertificateSchema.safeParse(parseJson(text)).data;
}

/** A description is a memory of the device: one that cannot be read is learned again. */
function readDescription(text: string): CameraDescription {
  const description = descriptionSchema.safeParse(parseJson(text));
  return description.success ? description.data : { capabilities: noCapabilities, streams: [] };
}
