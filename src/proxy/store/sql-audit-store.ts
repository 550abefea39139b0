import type { Kysely, Transaction } from 'kysely';
import type { AuditFilter } from '../../api/audit.ts';
import { fittingRows } from './audit-filter.ts';
import type {
  AuditEnd,
  AuditGrowth,
  AuditRow,
  AuditSealRow,
  AuditStore,
  TrimSeal,
  UnchainedRow,
} from './audit-store.ts';
import type { Tables } from './tables.ts';

/** Above it no number can be counted on; only somebody else can have written one. */
const highestNumber = Number.MAX_SAFE_INTEGER;
/** Values of one statement are bounded; a line has seventeen. */
const rowsInOneInsert = 100;

export class SqlAuditStore implements AuditStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  readSeal(): Promise<AuditSealRow | null> {
    return readSeal(this.#database);
  }

  readAfter(number: number, most: number): Promise<readonly AuditRow[]> {
    return this.#database
      .selectFrom('audit')
      .selectAll()
      .where('number', '>', number)
      .orderBy('number')
      .limit(most)
      .execute();
  }

  find(filter: AuditFilter, before: number | undefined): AsyncIterable<readonly AuditRow[]> {
    return fittingRows(this.#database, filter, before);
  }

  append<Growth extends AuditGrowth>(grow: (end: AuditEnd) => Growth): Promise<Growth> {
    return this.#database.transaction().execute(async (transaction) => {
      const seal = await readSeal(transaction);
      const last = await transaction
        .selectFrom('audit')
        .select(['number', 'mac'])
        .where('number', '<', highestNumber)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      const growth = grow({ seal, last: last ?? null });
      await write(transaction, growth);
      return growth;
    });
  }

  readUnchained(): Promise<readonly UnchainedRow[]> {
    return this.#database.selectFrom('audit_unchained').selectAll().orderBy('number').execute();
  }

  async adopt(growth: AuditGrowth): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await write(transaction, growth);
      await transaction.deleteFrom('audit_unchained').execute();
    });
  }

  async lastBefore(atMs: number): Promise<number | null> {
    const kept = await this.#database
      .selectFrom('audit')
      .select('number')
      .where('at_ms', '>=', atMs)
      .orderBy('number')
      .limit(1)
      .executeTakeFirst();
    if (kept) return kept.number - 1;
    const { last } = await this.#database
      .selectFrom('audit')
      .select(({ fn }) => fn.max('number').as('last'))
      .executeTakeFirstOrThrow();
    return last;
  }

  trim(upTo: number, most: number, move: TrimSeal): Promise<number> {
    return this.#database.transaction().execute(async (transaction) => {
      const seal = await readSeal(transaction);
      const gone = await transaction
        .selectFrom('audit')
        .selectAll()
        .where('number', '<=', upTo)
        .orderBy('number')
        .limit(most)
        .execute();
      const last = gone.at(-1);
      if (seal === null || last === undefined) return 0;
      await writeSeal(transaction, move(seal, gone));
      await transaction.deleteFrom('audit').where('number', '<=', last.number).execute();
      return gone.length;
    });
  }
}

async function readSeal(database: Kysely<Tables>): Promise<AuditSealRow | null> {
  const row = await database.selectFrom('audit_seal').selectAll().executeTakeFirst();
  if (row === undefined) return null;
  const { id: _, ...seal } = row;
  return seal;
}

async function write(transaction: Transaction<Tables>, { rows, seal }: AuditGrowth): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsInOneInsert) {
    await transaction
      .insertInto('audit')
      .values(rows.slice(start, start + rowsInOneInsert))
      .execute();
  }
  await writeSeal(transaction, seal);
}

async function writeSeal(transaction: Transaction<Tables>, seal: AuditSealRow): Promise<void> {
  await transaction
    .insertInto('audit_seal')
    .values({ id: 1, ...seal })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(seal))
    .execute();
}
