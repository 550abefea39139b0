import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { parseJson } from '../store/parse-json.ts';
import { buildProgram, runUntilKilled } from '../test-site/killed-program.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-alarm-kills-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is on disk when the program is dead. */
async function read() {
  const store = await openStore(folder, 1);
  const all = await store.alarms.readRaised(0, Number.MAX_SAFE_INTEGER, 10_000);
  const steps = (await Promise.all(all.map(({ id }) => store.alarms.readSteps(id)))).flat();
  const recorded: string[] = [];
  for await (const rows of store.audit.find({ operation: 'alarm' }, undefined)) {
    recorded.push(...rows.map(({ parameters }) => String(Object(parseJson(parameters)).step)));
  }
  const outbox = await store.alarms.readOutbox();
  await store.close();
  return { all, steps, recorded, outbox: outbox.map(({ number }) => String(number)) };
}

it('keeps every action that was answered and every call over five kills, each told once', {
  timeout: 60_000,
}, async () => {
  const keeper = await buildProgram('alarm-keeper');
  const said: string[] = [];
  for (let kill = 0; kill < 5; kill += 1) {
    const args = [folder, String(kill * 1000)];
    said.push(...(await runUntilKilled(keeper, args, ({ length }) => length >= 23 + 7 * kill)));
  }
  // Once more, to take in what the last kill has left.
  said.push(...(await runUntilKilled(keeper, [folder, '9000'], ({ length }) => length >= 9)));
  const { all, steps, recorded, outbox } = await read();
  const callers = said.flatMap((line) => (line.startsWith('called ') ? [line.slice(7)] : []));
  const raised = new Set(all.map(({ subject }) => subject));
  // The last call came a moment before the last kill; nobody has made up for that yet.
  expect(callers.slice(0, -1).filter((caller) => !raised.has(caller))).toEqual([]);
  expect(raised.size).toBe(all.length);
  const done = steps.map(({ kind, alarmId }) => `${kind} ${alarmId}`);
  expect(said.filter((line) => !line.startsWith('called ') && !done.includes(line))).toEqual([]);
  expect(new Set(done).size).toBe(done.length);
  const byPeople = steps.filter(({ by }) => by !== null).map(({ number }) => String(number));
  // The last run may have been killed between an action and its line.
  const told = new Set([...recorded, ...outbox]);
  expect(byPeople.filter((number) => !told.has(number))).toEqual([]);
  expect(new Set(recorded).size).toBe(recorded.length);
  expect(byPeople.length).toBeGreaterThan(60);
});
