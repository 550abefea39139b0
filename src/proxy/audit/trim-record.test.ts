import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openRaw } from '../store/test-raw-database.ts';
import { auditUpkeep } from './audit-upkeep.ts';
import { lineOf, TestRecord } from './test-record.ts';
import { trimRecord } from './trim-record.ts';
import { verifyRecord } from './verify-record.ts';

const dayMs = 24 * 60 * 60 * 1000;
let test: TestRecord;
beforeEach(() => {
  test = new TestRecord();
});
afterEach(() => test.end());

/** One line a day. */
async function overDays(days: number) {
  const record = await test.open();
  for (let day = 0; day < days; day += 1) {
    await record.write(lineOf(day));
    test.nowMs += dayMs;
  }
  return record;
}
const numbers = async () => (await test.store.readAfter(0, 5000)).map(({ number }) => number);
const verify = () => verifyRecord(test.store, test.key);

describe('what is too old', () => {
  it('goes, and the anchor says what it was', async () => {
    const record = await overDays(10);
    const untilMs = test.nowMs - 5 * dayMs;
    expect(await trimRecord(test.store, test.key, untilMs)).toBe(5);
    expect(await numbers()).toEqual([6, 7, 8, 9, 10]);
    await record.write(lineOf(11));
    expect(await verify()).toMatchObject({
      entries: 6,
      first: { number: 6 },
      last: { number: 11 },
      removed: { entries: 5, untilMs: untilMs - dayMs, misfits: 0 },
    });
    expect((await verify()).fault).toBeUndefined();
  });

  it('goes to the last line, and the numbers go on', async () => {
    const record = await overDays(3);
    expect(await trimRecord(test.store, test.key, test.nowMs)).toBe(3);
    expect(await verify()).toMatchObject({ entries: 0, removed: { entries: 3 } });
    expect((await record.write(lineOf(4))).number).toBe(4);
    expect((await verify()).fault).toBeUndefined();
  });

  it('goes in steps', async () => {
    await test.filled(2500);
    expect(await trimRecord(test.store, test.key, test.nowMs + 1)).toBe(2500);
    expect(await verify()).toMatchObject({ entries: 0, removed: { entries: 2500 } });
  });

  it('stays where nothing is', async () => {
    await overDays(3);
    expect(await trimRecord(test.store, test.key, 0)).toBe(0);
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('is counted as a misfit for ever where it had been changed', async () => {
    await overDays(4);
    tamper("update audit set detail = 'other' where number = 2");
    expect(await trimRecord(test.store, test.key, test.nowMs - dayMs)).toBe(3);
    const { removed, fault } = await verify();
    expect([removed?.misfits, fault]).toEqual([1, undefined]);
  });

  it('stays in a record whose seal does not fit, so that the fault stays in sight', async () => {
    await overDays(4);
    tamper('update audit_seal set removed = 1');
    expect(await trimRecord(test.store, test.key, test.nowMs)).toBe(0);
    expect(await numbers()).toHaveLength(4);
  });
});

describe('once a day', () => {
  it('removes, writes that down, and puts the last line into the log', async () => {
    const record = await overDays(10);
    const warnings: object[] = [];
    const upkeep = auditUpkeep({
      store: test.store,
      key: test.key,
      audit: record,
      keepDays: 5,
      now: () => test.nowMs,
      log: { warn: (line: object) => void warnings.push(line), error: vi.fn() },
    });
    await upkeep.stop();
    expect(await numbers()).toEqual([6, 7, 8, 9, 10, 11]);
    const { head, fault } = await verify();
    expect(fault).toBeUndefined();
    expect(warnings).toEqual([{ operation: 'audit.head', head: `11:${head?.mac}` }]);
  });
});

function tamper(statement: string): void {
  const raw = openRaw(test.file);
  raw.exec('drop trigger audit_only_grows');
  raw.exec(statement);
  raw.close();
}
