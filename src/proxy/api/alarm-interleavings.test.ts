import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AlarmAction } from '../../domain/alarm.ts';
import { actOnAlarm, repeatAlarm, returnAlarm } from '../../domain/alarm-transition.ts';
import { call } from '../alarms/test-desk.ts';
import type { KeptAlarm, KeptStep } from '../store/alarm-store.ts';
import { parseJson } from '../store/parse-json.ts';
import { AlarmSite } from '../test-site/alarm-site.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
const site = new AlarmSite(proxy);
let tokens: readonly string[];
let otherId: string;

beforeAll(async () => {
  await site.start();
  tokens = [await proxy.signInAs('operator'), await proxy.signInAs('operator')];
  otherId = proxy.parts.access.people.all.find(({ name }) => name === 'operator 2')?.id ?? '';
});
afterAll(() => proxy.end());

type Move = { readonly who: number; readonly kind: string; readonly twice: boolean };
const move: fc.Arbitrary<Move> = fc.record({
  /** Two people, and the device. */
  who: fc.constantFrom(0, 0, 1, 1, 2),
  kind: fc.constantFrom(
    ...['acknowledge', 'acknowledge', 'claim', 'forward', 'shelve', 'unshelve'],
    ...['out-of-service', 'in-service', 'note', 'close', 'close'],
  ),
  twice: fc.constantFrom(false, false, true),
});

function bodyOf(kind: string): object {
  switch (kind) {
    case 'acknowledge':
      return { kind, reason: 'real' };
    case 'forward':
      return { kind, toPersonId: otherId };
    case 'shelve':
      return { kind, untilMs: Date.now() + 3_600_000, reason: 'painting' };
    case 'out-of-service':
      return { kind, reason: 'no lens' };
    case 'note':
      return { kind, text: 'seen' };
    default:
      return { kind };
  }
}

/** What the three do at the same time; each of them in turn. */
async function play(round: number, moves: readonly Move[]): Promise<string> {
  const caller = `caller ${round}`;
  await site.happen(call(true, caller));
  const id = proxy.parts.alarms.alarms.all.find(({ key }) => key.includes(`"${caller}"`))?.id ?? '';
  const lane = async (who: number) => {
    for (const [index, { kind, twice }] of moves.entries()) {
      if (moves[index]?.who !== who) continue;
      if (who === 2) await site.happen(call(!twice, caller));
      else {
        const send = () =>
          site.act(id, bodyOf(kind), tokens[who], `round ${round} move ${index} of ${who}`);
        await Promise.all(twice ? [send(), send()] : [send()]);
      }
    }
  };
  await Promise.all([lane(0), lane(1), lane(2)]);
  return id;
}

/** What the history says that became of an alarm. */
function replayed(alarm: KeptAlarm, steps: readonly KeptStep[]) {
  const { firstAtMs } = alarm;
  let state: KeptAlarm = {
    ...alarm,
    ...{ active: true, returnedAtMs: null, acknowledged: null, owner: null, aside: null },
    ...{ closed: null, lastAtMs: firstAtMs },
  };
  for (const { kind, by, atMs, text, to, untilMs } of steps) {
    if (kind === 'returned') state = { ...state, ...returnAlarm(state, atMs) };
    if (kind === 'repeated') state = { ...state, ...repeatAlarm(state, atMs) };
    if (by === null) continue;
    const action = { kind, reason: text, text, to, untilMs } as unknown as AlarmAction;
    const result = actOnAlarm(state, action, by, atMs);
    // A line that changed nothing, or was not allowed, should not be there.
    expect([kind, result.kind]).toEqual([kind, 'changed']);
    if (result.kind === 'changed') state = { ...state, ...result.alarm } as KeptAlarm;
  }
  return state;
}

it('leaves one history of 200 alarms that two people and a device act upon at once', async () => {
  const rounds = fc.sample(fc.array(move, { minLength: 3, maxLength: 6 }), {
    numRuns: 200,
    seed: 6,
  });
  const ids: string[] = [];
  const queue = rounds.entries();
  const play20 = async () => {
    for (const [round, moves] of queue) ids.push(await play(round, moves));
  };
  await Promise.all(Array.from({ length: 20 }, play20));
  const { store, alarms, audit } = proxy.parts;
  await alarms.flush();
  await audit.flush();
  const lines = new Map<string, string[]>();
  for await (const rows of store.audit.find({ operation: 'alarm' }, undefined)) {
    for (const { object_id, parameters } of rows) {
      const { step } = Object(parseJson(parameters)) as { step: string };
      lines.set(object_id ?? '', [...(lines.get(object_id ?? '') ?? []), step]);
    }
  }
  let effective = 0;
  for (const id of ids) {
    const alarm = await store.alarms.readAlarm(id);
    if (!alarm) throw new TypeError(`no alarm ${id}`);
    const steps = await store.alarms.readSteps(id);
    const { acknowledged, owner, aside, closed, active } = alarm;
    expect(replayed(alarm, steps)).toMatchObject({ acknowledged, owner, aside, closed, active });
    const byPeople = steps.filter(({ by }) => by !== null).map(({ number }) => String(number));
    expect((lines.get(id) ?? []).toSorted()).toEqual(byPeople.toSorted());
    effective += byPeople.length;
  }
  expect(new Set(ids).size).toBe(200);
  expect(effective).toBeGreaterThan(300);
  console.info(`200 alarms: ${effective} actions took effect, each with one line of the record`);
}, 60_000);
