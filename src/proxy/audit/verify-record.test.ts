import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditVerdict } from '../../api/audit.ts';
import { openRaw, type RawDatabase } from '../store/test-raw-database.ts';
import { auditKey } from './chain.ts';
import { lineOf, TestRecord } from './test-record.ts';
import { trimRecord } from './trim-record.ts';
import { verifyRecord } from './verify-record.ts';

const lines = 24;
let test: TestRecord;
let raw: RawDatabase;

beforeEach(async () => {
  test = new TestRecord();
  await test.filled(lines);
  raw = openRaw(test.file);
  // What the owner of the file can do as well, and no more than the chain is there for.
  raw.exec(
    'drop trigger audit_only_grows; drop trigger audit_keeps; drop trigger audit_stays_sealed',
  );
  raw.pragma('synchronous = OFF');
});
afterEach(async () => {
  raw.close();
  await test.end();
});

const verify = () => verifyRecord(test.store, test.key);
const faultOf = async () => (await verify()).fault;

it('finds a record whole that nobody touched', async () => {
  const verdict = await verify();
  expect(verdict).toMatchObject({ entries: lines, first: { number: 1 }, last: { number: lines } });
  expect(verdict.fault).toBeUndefined();
});

it('finds a record whole that is written and trimmed meanwhile', async () => {
  const record = await test.open();
  const verdicts: AuditVerdict[] = [];
  for (let round = 0; round < 5; round += 1) {
    const writing = Promise.all(
      Array.from({ length: 900 }, (_, index) => record.write(lineOf(index))),
    );
    test.nowMs += 1000;
    const [verdict] = await Promise.all([
      verify(),
      trimRecord(test.store, test.key, test.nowMs - 1000),
      record.flush(),
    ]);
    verdicts.push(verdict, await verify());
    await writing;
  }
  expect(verdicts.map(({ fault }) => fault)).toEqual(verdicts.map(() => undefined));
  expect((await verify()).removed?.entries).toBeGreaterThan(900);
});

it('finds nothing amiss in a record that has not begun', async () => {
  raw.exec('delete from audit; delete from audit_seal');
  expect(await verify()).toEqual({ entries: 0 });
});

interface Cell {
  readonly table: 'audit' | 'audit_seal';
  readonly column: string;
  readonly row: number;
}

/** Every value that is there; what is empty has no byte. */
function cells(table: Cell['table']): Cell[] {
  const rows = raw.prepare(`select rowid as row, * from ${table}`).all() as { row: number }[];
  return rows.flatMap(({ row, ...values }) =>
    Object.entries(values)
      .filter(([column, value]) => value !== null && value !== '' && column !== 'id')
      .map(([column]) => ({ table, column, row })),
  );
}

/**
 * Flips bits of one byte as it lies in the file: of a text, or of an integer of eight bytes.
 * @returns how to take it back; null where the number of another line came out
 */
function flip({ table, column, row }: Cell, random: () => number): (() => void) | null {
  const before: unknown = raw
    .prepare(`select ${column} from ${table} where rowid = ?`)
    .safeIntegers()
    .pluck()
    .get(row);
  const place = column === 'number' ? 'number' : 'rowid';
  const after = flipped(before, random);
  const set = (value: bigint | Buffer, at: bigint | number) =>
    raw
      .prepare(
        `update or ignore ${table} set ${column} = ${typeof value === 'bigint' ? '?' : 'cast(? as text)'} where ${place} = ?`,
      )
      .run(value, at).changes;
  if (set(after, row) === 0) return null;
  const at = column === 'number' && typeof after === 'bigint' ? after : row;
  return () => void set(typeof before === 'bigint' ? before : Buffer.from(String(before)), at);
}

function flipped(value: unknown, random: () => number): bigint | Buffer {
  const bits = 1 + Math.floor(random() * 255);
  if (typeof value === 'bigint') {
    return BigInt.asIntN(64, value ^ (BigInt(bits) << BigInt(8 * Math.floor(random() * 8))));
  }
  const bytes = Buffer.from(String(value));
  const at = Math.floor(random() * bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ bits;
  return bytes;
}

it('finds each of 1,000 flips of a single byte, in any column of any line and in the seal', async () => {
  const random = generator(20261125);
  const lineCells = cells('audit');
  const sealCells = cells('audit_seal');
  const touched = new Set<string>();
  const missed: Cell[] = [];
  for (let flips = 0; flips < 1000; ) {
    // Each column of the seal often enough, though a record has many more lines.
    const among = flips % 10 === 0 ? sealCells : lineCells;
    const cell = among[Math.floor(random() * among.length)];
    const undo = cell && flip(cell, random);
    if (!undo) continue;
    flips += 1;
    touched.add(`${cell.table}.${cell.column}`);
    if ((await faultOf()) === undefined) missed.push(cell);
    undo();
  }
  expect(missed).toEqual([]);
  // All seventeen columns of a line, and all of the seal but its empty text.
  expect(touched.size).toBe(17 + 7);
  expect(await faultOf()).toBeUndefined();
});

describe('what else somebody could do to the file', () => {
  it.each<[string, string, Partial<NonNullable<AuditVerdict['fault']>>]>([
    [
      'remove a line in the middle',
      'delete from audit where number = 7',
      { kind: 'gap', number: 7 },
    ],
    ['remove the first line', 'delete from audit where number = 1', { kind: 'gap', number: 1 }],
    ['remove the last lines', 'delete from audit where number > 20', { kind: 'end', number: 21 }],
    ['remove all lines', 'delete from audit', { kind: 'end', number: 1 }],
    ['remove the seal', 'delete from audit_seal', { kind: 'seal', number: 0 }],
    [
      'exchange two lines',
      'update audit set number = -1 where number = 3; update audit set number = 3 where number = 4; update audit set number = 4 where number = -1',
      { kind: 'entry', number: 3 },
    ],
    [
      'copy a line to the end',
      'insert into audit select 25, at_ms, actor_kind, actor_id, actor_name, actor_role, session, address, operation, object_kind, object_id, object_name, parameters, outcome, detail, revealed, mac from audit where number = 2',
      { kind: 'entry', number: 25 },
    ],
    [
      'put a line before the first',
      'insert into audit select 0, at_ms, actor_kind, actor_id, actor_name, actor_role, session, address, operation, object_kind, object_id, object_name, parameters, outcome, detail, revealed, mac from audit where number = 2',
      { kind: 'gap' },
    ],
    [
      'move the anchor over lines that are removed',
      "delete from audit where number < 5; update audit_seal set anchor_number = 4, anchor_mac = (select 'x')",
      { kind: 'entry', number: 5 },
    ],
  ])('%s', async (_, statement, fault) => {
    raw.exec(statement);
    expect(await faultOf()).toMatchObject(fault);
  });

  it('keeps the gap in sight when the proxy writes on after the last lines are gone', async () => {
    raw.exec('delete from audit where number > 20');
    const record = await test.open();
    expect((await record.write(lineOf(99))).number).toBe(lines + 1);
    expect(await faultOf()).toMatchObject({ kind: 'gap', number: 21 });
  });

  it('notes a lost seal in the record and goes on', async () => {
    raw.exec('delete from audit where number > 20; update audit_seal set head_number = 20');
    const record = await test.open();
    expect((await record.write(lineOf(99))).number).toBe(22);
    expect(test.faults).toMatchObject([{ operation: 'audit.break' }]);
    expect(await faultOf()).toEqual({ kind: 'break', number: 21, count: 1 });
  });

  it('finds an older copy of the whole record by the line that the log has', async () => {
    const verdict = await verify();
    const known = { number: lines, mac: verdict.head?.mac ?? '' };
    expect((await verifyRecord(test.store, test.key, known)).fault).toBeUndefined();
    raw.exec('delete from audit; delete from audit_seal');
    const record = await test.open();
    await record.write(lineOf(1));
    expect(await faultOf()).toBeUndefined();
    expect((await verifyRecord(test.store, test.key, known)).fault).toMatchObject({ kind: 'head' });
  });

  it('does not fit under another key, which then writes on behind a break', async () => {
    const other = auditKey(new Uint8Array(32).fill(8));
    expect((await verifyRecord(test.store, other)).fault).toMatchObject({
      kind: 'entry',
      number: 1,
    });
    const record = await test.open(other);
    await record.write(lineOf(99));
    const { fault, entries } = await verifyRecord(test.store, other);
    expect([entries, fault?.count]).toEqual([lines + 2, lines + 1]);
  });
});

/** The same numbers each time, so that a miss can be looked at again. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
