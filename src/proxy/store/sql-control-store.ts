import type { Kysely } from 'kysely';
import * as z from 'zod/mini';
import { velocitySchema } from '../../api/control.ts';
import type { PtzVelocity } from '../../domain/ptz.ts';
import type { ControlStore, KeptMovement, OutputCommand, PresetPicture } from './control-store.ts';
import { parseJson } from './parse-json.ts';
import type { Tables } from './tables.ts';

const velocitiesSchema = z.array(velocitySchema);
/** Where what was kept cannot be read, all of it may move. */
const everything: PtzVelocity = { pan: 1, tilt: 1, zoom: 1, focus: 1, iris: 1 };

export class SqlControlStore implements ControlStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async readPictureTimes(cameraId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#database
      .selectFrom('preset_pictures')
      .select(['preset_id', 'taken_at_ms'])
      .where('camera_id', '=', cameraId)
      .execute();
    return new Map(rows.map((row) => [row.preset_id, Number(row.taken_at_ms)]));
  }

  async readPicture(cameraId: string, presetId: string): Promise<PresetPicture | null> {
    const row = await this.#database
      .selectFrom('preset_pictures')
      .selectAll()
      .where('camera_id', '=', cameraId)
      .where('preset_id', '=', presetId)
      .executeTakeFirst();
    if (!row) return null;
    const takenAtMs = Number(row.taken_at_ms);
    return { cameraId, presetId, takenAtMs, jpeg: Buffer.from(row.picture, 'base64') };
  }

  async savePicture({ cameraId, presetId, takenAtMs, jpeg }: PresetPicture): Promise<void> {
    const values = { taken_at_ms: takenAtMs, picture: Buffer.from(jpeg).toString('base64') };
    await this.#database
      .insertInto('preset_pictures')
      .values({ camera_id: cameraId, preset_id: presetId, ...values })
      .onConflict((conflict) => conflict.columns(['camera_id', 'preset_id']).doUpdateSet(values))
      .execute();
  }

  async removePicture(cameraId: string, presetId: string): Promise<void> {
    await this.#database
      .deleteFrom('preset_pictures')
      .where('camera_id', '=', cameraId)
      .where('preset_id', '=', presetId)
      .execute();
  }

  async readOutputCommands(cameraId: string): Promise<readonly OutputCommand[]> {
    const rows = await this.#database
      .selectFrom('output_commands')
      .selectAll()
      .where('camera_id', '=', cameraId)
      .execute();
    return rows.map((row) => ({
      cameraId,
      outputId: row.output_id,
      on: row.is_on === 1,
      by: row.by_name,
      atMs: Number(row.at_ms),
    }));
  }

  async saveOutputCommand({ cameraId, outputId, on, by, atMs }: OutputCommand): Promise<void> {
    const values = { is_on: on ? 1 : 0, by_name: by, at_ms: atMs };
    await this.#database
      .insertInto('output_commands')
      .values({ camera_id: cameraId, output_id: outputId, ...values })
      .onConflict((conflict) => conflict.columns(['camera_id', 'output_id']).doUpdateSet(values))
      .execute();
  }

  async readMovements(): Promise<readonly KeptMovement[]> {
    const rows = await this.#database.selectFrom('ptz_movements').selectAll().execute();
    return rows.map((row) => {
      const read = velocitiesSchema.safeParse(parseJson(row.velocities));
      return { cameraId: row.camera_id, velocities: read.success ? read.data : [everything] };
    });
  }

  async saveMovement({ cameraId, velocities }: KeptMovement): Promise<void> {
    const values = { velocities: JSON.stringify(velocities) };
    await this.#database
      .insertInto('ptz_movements')
      .values({ camera_id: cameraId, ...values })
      .onConflict((conflict) => conflict.column('camera_id').doUpdateSet(values))
      .execute();
  }

  async removeMovement(cameraId: string): Promise<void> {
    await this.#database.deleteFrom('ptz_movements').where('camera_id', '=', cameraId).execute();
  }
}
