import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod/mini';
import type { BookmarkStore, KeptBookmark } from './bookmark-store.ts';
import { parseJson } from './parse-json.ts';
import type { Tables } from './tables.ts';

const texts = z.array(z.string());

export class SqlBookmarkStore implements BookmarkStore {
  readonly #database: Kysely<Tables>;

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  async count(): Promise<number> {
    const row = await this.#database
      .selectFrom('bookmarks')
      .select(({ fn }) => fn.countAll().as('count'))
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }

  async read({ fromMs, toMs }: { fromMs?: number | undefined; toMs?: number | undefined }) {
    let query = this.#database
      .selectFrom('bookmarks')
      .selectAll()
      .where('removed_at_ms', 'is', null);
    if (fromMs !== undefined) {
      query = query.where(({ eb, fn }) => eb(fn.coalesce('to_ms', 'from_ms'), '>=', fromMs));
    }
    if (toMs !== undefined) query = query.where('from_ms', '<', toMs);
    const rows = await query.orderBy('from_ms', 'desc').orderBy('id').execute();
    return rows.map(bookmarkOf);
  }

  async readOne(bookmarkId: string): Promise<KeptBookmark | null> {
    const row = await this.#database
      .selectFrom('bookmarks')
      .selectAll()
      .where('id', '=', bookmarkId)
      .executeTakeFirst();
    return row ? bookmarkOf(row) : null;
  }

  async save(bookmark: KeptBookmark): Promise<void> {
    const values = {
      from_ms: bookmark.fromMs,
      to_ms: bookmark.toMs,
      camera_ids: JSON.stringify(bookmark.cameraIds),
      note: bookmark.note,
      tags: JSON.stringify(bookmark.tags),
      by_id: bookmark.by.id,
      by_name: bookmark.by.name,
      created_at_ms: bookmark.createdAtMs,
      removed_at_ms: bookmark.removedAtMs,
    };
    await this.#database
      .insertInto('bookmarks')
      .values({ id: bookmark.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async forget(removedBeforeMs: number): Promise<void> {
    await this.#database
      .deleteFrom('bookmarks')
      .where('removed_at_ms', '<', removedBeforeMs)
      .execute();
  }
}

function bookmarkOf(row: Selectable<Tables['bookmarks']>): KeptBookmark {
  const number = (value: number | null) => (value === null ? null : Number(value));
  return {
    id: row.id,
    fromMs: Number(row.from_ms),
    toMs: number(row.to_ms),
    cameraIds: texts.parse(parseJson(row.camera_ids)),
    note: row.note,
    tags: texts.parse(parseJson(row.tags)),
    by: { id: row.by_id, name: row.by_name },
    createdAtMs: Number(row.created_at_ms),
    removedAtMs: number(row.removed_at_ms),
  };
}
