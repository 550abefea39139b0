import type { Kysely, Selectable } from 'kysely';
import { type CaseItem, caseItemSchema } from '../../api/cases.ts';
import { type CaseStore, casePlaceSchema, type KeptCase, type KeptCaseItem } from './case-store.ts';
import { parseJson } from './parse-json.ts';
import type { Tables } from './tables.ts';

export class SqlCaseStore implements CaseStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async count(): Promise<number> {
    const row = await this.#database
      .selectFrom('cases')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async readAll(): Promise<readonly KeptCase[]> {
    const rows = await this.#database
      .selectFrom('cases')
      .selectAll()
      .orderBy('changed_at_ms', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(caseOf);
  }

  async readOne(caseId: string): Promise<KeptCase | null> {
    const row = await this.#database
      .selectFrom('cases')
      .selectAll()
      .where('id', '=', caseId)
      .executeTakeFirst();
    return row ? caseOf(row) : null;
  }

  async add(kept: KeptCase): Promise<void> {
    await this.#database
      .insertInto('cases')
      .values({ id: kept.id, ...valuesOf(kept) })
      .execute();
  }

  async change(kept: KeptCase, revision: number): Promise<boolean> {
    const result = await this.#database
      .updateTable('cases')
      .set(valuesOf(kept))
      .where('id', '=', kept.id)
      .where('revision', '=', revision)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  }

  async remove(caseId: string): Promise<void> {
    await this.#database.deleteFrom('cases').where('id', '=', caseId).execute();
  }

  async readItems(caseId: string): Promise<readonly KeptCaseItem[]> {
    const rows = await this.#database
      .selectFrom('case_items')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('removed_at_ms', 'is', null)
      .orderBy('from_ms')
      .orderBy('added_at_ms')
      .orderBy('item_id')
      .execute();
    return rows.map(itemOf);
  }

  async readItem(caseId: string, { kind, id }: CaseItem): Promise<KeptCaseItem | null> {
    const row = await this.#database
      .selectFrom('case_items')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('kind', '=', kind)
      .where('item_id', '=', id)
      .executeTakeFirst();
    return row ? itemOf(row) : null;
  }

  async saveItem(item: KeptCaseItem, nowMs: number): Promise<void> {
    const values = {
      from_ms: item.fromMs,
      to_ms: item.toMs,
      place: JSON.stringify(item.place),
      added_by_id: item.addedBy.id,
      added_by_name: item.addedBy.name,
      added_at_ms: item.addedAtMs,
      removed_at_ms: item.removedAtMs,
    };
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('case_items')
        .values({ case_id: item.caseId, kind: item.kind, item_id: item.id, ...values })
        .onConflict((conflict) =>
          conflict.columns(['case_id', 'kind', 'item_id']).doUpdateSet(values),
        )
        .execute();
      await transaction
        .updateTable('cases')
        .set({ changed_at_ms: nowMs })
        .where('id', '=', item.caseId)
        .execute();
    });
  }

  async forgetItems(removedBeforeMs: number): Promise<void> {
    await this.#database
      .deleteFrom('case_items')
      .where('removed_at_ms', '<', removedBeforeMs)
      .execute();
  }
}

function valuesOf({ title, text, by, createdAtMs, changedAtMs, revision, closed }: KeptCase) {
  return {
    title,
    text,
    by_id: by.id,
    by_name: by.name,
    created_at_ms: createdAtMs,
    changed_at_ms: changedAtMs,
    revision,
    closed_by_id: closed?.by.id ?? null,
    closed_by_name: closed?.by.name ?? null,
    closed_at_ms: closed?.atMs ?? null,
  };
}

function caseOf(row: Selectable<Tables['cases']>): KeptCase {
  const closedBy = { id: row.closed_by_id ?? '', name: row.closed_by_name ?? '' };
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    by: { id: row.by_id, name: row.by_name },
    createdAtMs: Number(row.created_at_ms),
    changedAtMs: Number(row.changed_at_ms),
    revision: Number(row.revision),
    closed: row.closed_at_ms === null ? null : { by: closedBy, atMs: Number(row.closed_at_ms) },
  };
}

function itemOf(row: Selectable<Tables['case_items']>): KeptCaseItem {
  const number = (value: number | null) => (value === null ? null : Number(value));
  return {
    ...caseItemSchema.parse({ kind: row.kind, id: row.item_id }),
    caseId: row.case_id,
    fromMs: Number(row.from_ms),
    toMs: number(row.to_ms),
    place: casePlaceSchema.parse(parseJson(row.place)),
    addedBy: { id: row.added_by_id, name: row.added_by_name },
    addedAtMs: Number(row.added_at_ms),
    removedAtMs: number(row.removed_at_ms),
  };
}
