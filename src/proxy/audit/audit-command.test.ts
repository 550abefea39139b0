import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRaw } from '../store/test-raw-database.ts';
import { auditCommand } from './audit-command.ts';
import { TestRecord } from './test-record.ts';

const masterKey = new Uint8Array(32).fill(9);
let test: TestRecord;
let keys: string;
let places: string[];

beforeEach(async () => {
  test = new TestRecord(masterKey);
  keys = mkdtempSync(path.join(tmpdir(), 'watchfloor-keys-'));
  const keyFile = path.join(keys, 'master.key');
  writeFileSync(keyFile, Buffer.from(masterKey).toString('base64url'));
  places = ['--data', test.folder, '--key-file', keyFile];
  await test.filled(5);
});
afterEach(async () => {
  await test.end();
  rmSync(keys, { recursive: true });
});

const verify = (...more: string[]) => auditCommand(['verify', ...places, ...more], {});

it('says that a record is whole, while the proxy has it open', async () => {
  const { code, text } = await verify();
  expect(code).toBe(0);
  expect(text).toMatch(
    /^The record is whole: 5 lines\.\nFrom number 1 of 2026-11-25T12:00:00\.000Z/,
  );
  const head = /Its last line: (\S+)$/.exec(text)?.[1] ?? '';
  expect(await verify('--head', head)).toEqual({ code: 0, text });
});

it('names the first number that does not fit', async () => {
  const raw = openRaw(test.file);
  raw.exec("drop trigger audit_only_grows; update audit set detail = 'x' where number = 3");
  raw.close();
  const { code, text } = await verify();
  expect(code).toBe(1);
  expect(text).toContain('number 3 does not fit');
  expect(text).toContain('1 place of 5 lines in all.');
});

it('misses a line that the log once had', async () => {
  const { code, text } = await verify('--head', `9:${'x'.repeat(43)}`);
  expect([code, text]).toEqual([1, expect.stringContaining('The line that the log once had')]);
});

it.each([
  [['other'], /^Usage/],
  [[], /^Usage/],
  [['verify', '--nothing'], /Usage/],
  [['verify', '--head', '7'], /a number, a colon/],
  [['verify', '--data', '/nowhere/at/all', '--key-file', '/nowhere/key'], /no key file/],
])('says what to do about %j', async (args, words) => {
  expect(await auditCommand(args, {})).toEqual({ code: 1, text: expect.stringMatching(words) });
});

it('makes nothing where there is no record', async () => {
  const empty = path.join(keys, 'data');
  mkdirSync(empty);
  const keyFile = places[3] ?? '';
  const { code, text } = await auditCommand(['verify', '--data', empty, '--key-file', keyFile], {});
  expect([code, text]).toEqual([1, expect.stringContaining('There is no record')]);
});

it('ends with its verdict as a program', async () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const tsx = path.join(root, 'node_modules/.bin/tsx');
  const done = spawnSync(tsx, ['scripts/audit.ts', 'verify', ...places], { cwd: root });
  expect(done.stdout.toString()).toContain('The record is whole: 5 lines.');
  expect(done.status).toBe(0);
});
