import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEnd, AuditGrowth, AuditStore } from '../store/audit-store.ts';
import { openRaw } from '../store/test-raw-database.ts';
import { AuditRecord } from './audit-record.ts';
import { entryOfRow } from './entry-row.ts';
import { lineOf, TestRecord } from './test-record.ts';
import { verifyRecord } from './verify-record.ts';

let test: TestRecord;
beforeEach(() => {
  test = new TestRecord();
});
afterEach(() => test.end());

const kept = async () => (await test.store.readAfter(0, 5000)).map(entryOfRow);
const isWhole = async () => (await verifyRecord(test.store, test.key)).fault === undefined;

/** The same record over a disk that takes nothing for a while. */
class BadDisk {
  isFull = false;
  groups: number[] = [];
  readonly store: AuditStore;

  constructor(store: AuditStore) {
    const append = async <Growth extends AuditGrowth>(grow: (end: AuditEnd) => Growth) => {
      if (this.isFull) throw Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });
      const growth = await store.append(grow);
      this.groups.push(growth.rows.length);
      return growth;
    };
    this.store = new Proxy(store, {
      get: (from, name) => {
        const value: unknown = name === 'append' ? append : Reflect.get(from, name);
        return typeof value === 'function' ? value.bind(from) : value;
      },
    });
  }
}

async function overBadDisk() {
  await test.open();
  const disk = new BadDisk(test.store);
  const faults: object[] = [];
  const record = await AuditRecord.open({
    store: disk.store,
    key: test.key,
    now: () => test.nowMs,
    log: { error: (fault: object) => void faults.push(fault) },
  });
  return { disk, record, faults };
}

describe('writing', () => {
  it('keeps every part of a line over a restart', async () => {
    const record = await test.open();
    const entry = await record.write(lineOf(3));
    expect(entry).toEqual({ number: 1, atMs: test.nowMs, ...lineOf(3) });
    await test.close();
    await test.open();
    expect(await kept()).toEqual([entry]);
    expect(await isWhole()).toBe(true);
  });

  it('numbers what comes at once in its order, in few groups', async () => {
    const { disk, record } = await overBadDisk();
    const entries = await Promise.all(
      Array.from({ length: 300 }, (_, index) => record.write(lineOf(index))),
    );
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
    expect(disk.groups).toEqual([256, 44]);
    expect(await kept()).toEqual(entries);
    expect(await isWhole()).toBe(true);
  });

  it('writes what waits before it ends', async () => {
    const record = await test.open();
    const writing = record.write(lineOf(1));
    await record.close();
    expect((await kept()).length).toBe(1);
    expect((await writing).number).toBe(1);
  });

  it.each([
    ['half of a pair', 'a\uD800b', 'a?b'],
    ['the sign for damaged bytes', 'a\uFFFDb', 'a?b'],
    ['a NUL', 'a\0b', 'a\0b'],
    ['another script', 'شمال', 'شمال'],
    ['far too much', 'x'.repeat(9000), 'x'.repeat(500)],
  ])('keeps %s so that it fits afterwards', async (_, detail, read) => {
    const record = await test.open();
    await record.write(lineOf(1, { detail }));
    expect((await kept())[0]?.detail).toBe(read);
    expect(await isWhole()).toBe(true);
  });

  it('keeps bounded parameters', async () => {
    const record = await test.open();
    const many = Array.from({ length: 500 }, (_, index) => [`p${index}`, 'x'.repeat(5000)]);
    await record.write(lineOf(1, { parameters: Object.fromEntries(many) }));
    const row = (await test.store.readAfter(0, 1))[0];
    expect(row?.parameters.length).toBeLessThan(160_000);
  });
});

describe('a disk that takes nothing', () => {
  it('holds nobody up, and gets everything in order when it is back', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { disk, record, faults } = await overBadDisk();
      disk.isFull = true;
      const first = record.write(lineOf(1));
      await vi.advanceTimersByTimeAsync(20);
      expect((await first).number).toBe(0);
      expect(faults).toMatchObject([{ operation: 'audit.write', waiting: 0 }]);
      // Answered at once: the next try is a second away.
      expect((await record.write(lineOf(2))).number).toBe(0);
      disk.isFull = false;
      await vi.advanceTimersByTimeAsync(1000);
      await vi.waitFor(() => expect(disk.groups).toEqual([2]));
      expect((await kept()).map(({ operation }) => operation)).toEqual([
        'ipcam.device.reboot',
        'camera.open',
      ]);
      const third = record.write(lineOf(3));
      await vi.advanceTimersByTimeAsync(20);
      expect((await third).number).toBe(3);
      await record.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it('costs a bounded memory, and what is lost is counted in the record', async () => {
    const { disk, record } = await overBadDisk();
    disk.isFull = true;
    await Promise.all(Array.from({ length: 2500 }, (_, index) => record.write(lineOf(index))));
    disk.isFull = false;
    await record.close();
    const entries = await kept();
    expect(entries).toHaveLength(2001);
    expect(entries[0]).toMatchObject({
      actor: { kind: 'system' },
      operation: 'audit.lost',
      parameters: { entries: '500' },
    });
    expect(entries[1]?.object?.id).toBe('c500');
    expect(await isWhole()).toBe(true);
  });
});

describe('a record from before the chain', () => {
  const unchained = `insert into audit_unchained values
    (1, 1000, 'local', 'd1', 'Gate', null, 'ipcam.device.reboot', '{"a":"b"}', 'sending', '', 0),
    (2, 1001, 'local', 'd1', 'Gate', null, 'ipcam.device.reboot', '{"a":"b"}', 'answered', '200', 1)`;

  async function withUnchained() {
    await test.open();
    await test.close();
    const raw = openRaw(test.file);
    raw.exec(unchained);
    raw.close();
  }

  it('is taken over, chained, and followed by a line that says so', async () => {
    await withUnchained();
    await test.open();
    expect(await kept()).toMatchObject([
      {
        number: 1,
        atMs: 1000,
        actor: { kind: 'person', name: 'local' },
        object: { kind: 'device', id: 'd1', name: 'Gate' },
        operation: 'ipcam.device.reboot',
        parameters: { a: 'b' },
        outcome: 'sending',
      },
      { number: 2, outcome: 'answered', detail: '200', revealed: true },
      { number: 3, operation: 'audit.begin', parameters: { before: '2' } },
    ]);
    expect(await test.store.readUnchained()).toEqual([]);
    expect(await isWhole()).toBe(true);
  });

  it('is taken over from the table as an older product left it', async () => {
    await test.open();
    await test.close();
    const raw = openRaw(test.file);
    raw.exec(`drop table audit; drop table audit_seal; ${unchained};
      alter table audit_unchained rename to audit;
      alter table devices drop column certificate;
      alter table views drop column alarm_policy;
      drop table preset_pictures; drop table output_commands; drop table ptz_movements;
      drop table events; drop table event_gaps; drop table event_numbers; drop table event_signs;
      drop table alarm_rules; drop table alarms; drop table alarm_steps; drop table alarm_outbox;
      drop table alarm_requests; drop table alarm_waiting; drop table alarm_floods;
      drop table alarm_cursor;
      drop table handover_notes; drop table bookmarks; drop table exports;
      drop table case_items; drop table cases;
      delete from migrations where number > 3`);
    raw.close();
    const record = await test.open();
    await record.write(lineOf(1));
    expect((await kept()).map(({ operation }) => operation)).toEqual([
      'ipcam.device.reboot',
      'ipcam.device.reboot',
      'audit.begin',
      'ipcam.device.reboot',
    ]);
    expect(await isWhole()).toBe(true);
  });

  it('is not a way to put lines into a chain that has begun', async () => {
    await test.filled(1);
    await test.close();
    await withUnchained();
    await test.open();
    expect(await kept()).toHaveLength(1);
    expect(await isWhole()).toBe(true);
  });
});

it.each([
  ["update audit set detail = 'other' where number = 2", /never changes/],
  ['delete from audit where number = 2', /only below the anchor/],
  ['delete from audit_seal', /never without its seal/],
])('the database refuses %s', async (statement, words) => {
  await test.filled(3);
  const raw = openRaw(test.file);
  expect(() => raw.exec(statement)).toThrow(words);
  raw.close();
});
