import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { AuditFilter } from '../../api/audit.ts';
import type { AuditRow } from './audit-store.ts';
import type { Tables } from './tables.ts';

/**
 * Numbers that one statement looks through. A filter that nothing fits walks the whole record, and
 * the database answers on the thread that moves the pictures.
 */
const numbersInOneLook = 10_000;
const mostInOneLook = 500;

/** Walks the record from its newest line, or from one below `before`, to its oldest. */
export async function* fittingRows(
  database: Kysely<Tables>,
  filter: AuditFilter,
  before = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<readonly AuditRow[]> {
  for (let below = before; ; ) {
    // From line to line and never through a gap, which may be of any size in a record that was changed.
    const top = await highestBelow(database, below);
    if (top === null) return;
    const floor = top + 1 - numbersInOneLook;
    const rows = await look(database, filter, floor, below);
    yield rows;
    below = rows.length < mostInOneLook ? floor : (rows.at(-1)?.number ?? floor);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function highestBelow(database: Kysely<Tables>, below: number): Promise<number | null> {
  const { top } = await database
    .selectFrom('audit')
    .select(({ fn }) => fn.max('number').as('top'))
    .where('number', '<', below)
    .where('number', '>', Number.MIN_SAFE_INTEGER)
    .executeTakeFirstOrThrow();
  return top;
}

function look(
  database: Kysely<Tables>,
  filter: AuditFilter,
  floor: number,
  below: number,
): Promise<AuditRow[]> {
  let query = database
    .selectFrom('audit')
    .selectAll()
    .where('number', '>=', floor)
    .where('number', '<', below)
    .orderBy('number', 'desc')
    .limit(mostInOneLook);
  const { actor, object, operation, outcome, from, to } = filter;
  if (from !== undefined) query = query.where('at_ms', '>=', from);
  if (to !== undefined) query = query.where('at_ms', '<', to);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (actor) query = query.where(named('actor_id', 'actor_name', actor));
  if (object) query = query.where(named('object_id', 'object_name', object));
  const words = (operation ?? '').split(',').filter(Boolean);
  if (words.length > 0) {
    query = query.where(({ or, eb }) =>
      or(
        words.flatMap((word) => [
          eb('operation', '=', word),
          eb(sql<string>`substr(operation, 1, ${word.length + 1})`, '=', `${word}.`),
        ]),
      ),
    );
  }
  return query.execute();
}

/** An id that is the text, or a name that holds it; letters of either case where the database can. */
function named(id: string, name: string, text: string): Expression<SqlBool> {
  const exactly = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const lower = exactly.toLowerCase();
  return sql<SqlBool>`(${sql.ref(id)} = ${text} or ${sql.ref(name)} like ${exactly} escape '\\' or lower(${sql.ref(name)}) like ${lower} escape '\\')`;
}
