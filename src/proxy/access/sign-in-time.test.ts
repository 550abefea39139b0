import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { type Access, composeAccess } from './access.ts';
import { cheapPasswords } from './test-passwords.ts';

const minute = 60_000;
const tries = 500;

const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-sign-in-'));
let nowMs = 1_763_700_000_000;
let store: Store;
let access: Access;

beforeAll(async () => {
  store = await openStore(folder, nowMs);
  access = await composeAccess({
    store: store.access,
    now: () => nowMs,
    isDemo: false,
    publish: () => undefined,
    record: () => undefined,
    // What else is done for a name shows best beside a hash that takes little.
    passwords: cheapPasswords(),
    onFault: () => undefined,
  });
  const password = 'four unrelated words here';
  await access.people.add({ name: 'Quick', role: 'viewer', cameras: 'all', password });
});
afterAll(async () => {
  await access.sessions.stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** What the process computes, not what it waits for beside others on the same machine. */
async function costMs(name: string, address: string): Promise<number> {
  nowMs += 11 * minute;
  const startedAt = process.cpuUsage();
  const visitor = { browser: '', address };
  await expect(access.desk.signIn({ name, password: 'wrong' }, visitor)).rejects.toThrow();
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1000;
}

it('takes as long for a name that nobody has as for one that somebody has', async () => {
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let number = 0; number < tries; number += 1) {
    const ask = [
      async () => known.push(await costMs('Quick', '127.0.2.1')),
      async () => unknown.push(await costMs(`Nobody ${number}`, '127.0.2.2')),
    ];
    for (const one of number % 2 === 0 ? ask : ask.toReversed()) await one();
  }
  const middle = (all: number[]) => all.sort((one, other) => one - other)[tries / 2] ?? 0;
  console.info(`sign-in of a known name ${middle(known)} ms, unknown ${middle(unknown)} ms`);
  expect(middle(known)).toBeGreaterThan(1);
  expect(Math.abs(middle(known) - middle(unknown))).toBeLessThan(0.5);
}, 60_000);
