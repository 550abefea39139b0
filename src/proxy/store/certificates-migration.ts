import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The certificate that a person trusts for a device, as JSON. */
export async function addCertificates(database: Kysely<Tables>): Promise<void> {
  await database.schema.alterTable('devices').addColumn('certificate', 'text').execute();
}
