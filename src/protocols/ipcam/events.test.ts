import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits, mutated } from '../parsing/mutated-bodies.ts';
import { eventOperations } from './events.ts';
import { bareStatus, capturedStatus, documentedStatus, unbrokenStatus } from './fixtures/status.ts';

async function poll() {
  const [way] = await eventOperations.subscribeEvents();
  return way ?? expect.fail('no way to ask');
}
const newReader = async () => (await poll()).reader();

const motion = (active: boolean) => ({
  channel: '1',
  fact: { topic: 'motion', active, boxes: [] },
});
const input = (active: boolean) => ({
  channel: '1',
  fact: { topic: 'input', inputId: 'input-1', active },
});
const deviceAtMs = 1_763_700_000_000;

/** What each status changes, a second apart by the camera's clock. */
async function changes(...codes: readonly number[]) {
  const reader = await newReader();
  return codes.map((code, at) =>
    reader.read(`var now=${100 + at};\nvar alarm_status=${code};\n`, 7),
  );
}

describe('events of the status', () => {
  it('are asked for, more often while somebody watches', async () => {
    expect(await poll()).toMatchObject({
      kind: 'poll',
      call: { endpoint: { id: 'status.read' } },
      watchedEveryMs: 1000,
      elseEveryMs: 5000,
    });
  });

  it('are how things stand at first', async () => {
    const moving = `motion-${deviceAtMs}`;
    expect((await newReader()).read(documentedStatus, 0)).toEqual([
      { ...motion(true), deviceAtMs, incident: moving, isSnapshot: true },
    ]);
    for (const text of [capturedStatus, unbrokenStatus, bareStatus]) {
      expect((await newReader()).read(text, 0)).toEqual([
        { ...motion(false), deviceAtMs, isSnapshot: true },
        { ...input(false), deviceAtMs, isSnapshot: true },
      ]);
    }
  });

  it('are what has changed, from its beginning to its end', async () => {
    const [, ...rest] = await changes(0, 1, 1, 0, 2, 0);
    const moving = { incident: 'motion-101000', deviceAtMs: 101_000 };
    const closed = { incident: 'input-1-104000', deviceAtMs: 104_000 };
    expect(rest).toEqual([
      [{ ...motion(true), ...moving }],
      [],
      [{ ...motion(false), ...moving, deviceEndMs: 103_000 }],
      [{ ...input(true), ...closed }],
      [{ ...input(false), ...closed, deviceEndMs: 105_000 }],
    ]);
  });

  it('end only when no alarm is told, as one hides the other', async () => {
    const [, , third, fourth] = await changes(0, 1, 2, 0);
    expect(third).toMatchObject([input(true)]);
    expect(fourth).toMatchObject([
      { ...motion(false), deviceEndMs: 103_000 },
      { ...input(false), deviceEndMs: 103_000 },
    ]);
  });

  it('are a trigger by sound, of later models', async () => {
    const fact = { topic: 'trigger', mode: 'all', reasons: ['audio'] };
    const [, second, third] = await changes(0, 3, 3);
    expect(second).toEqual([{ channel: '1', deviceAtMs: 101_000, fact }]);
    expect(third).toEqual([]);
  });

  it('do without a clock', async () => {
    const reader = await newReader();
    reader.read('var alarm_status=0;\n', 0);
    expect(reader.read('var alarm_status=1;\n', 9)).toEqual([
      { ...motion(true), deviceAtMs: undefined, incident: 'motion-9' },
    ]);
  });

  it('pass over what is no status', async () => {
    const reader = await newReader();
    for (const text of ['', '<html>', 'error: illegal params.', 'var now=1;\n']) {
      expect(reader.read(text, 0)).toEqual([]);
    }
    expect(reader.unread).toBe(4);
  });

  it('are read out of two thousand mutated replies', async () => {
    const reader = await newReader();
    const property = fc.property(edits, (changes) => {
      reader.read(mutated(capturedStatus, changes), 0);
    });
    fc.assert(property, { seed: 20_251_121, numRuns: 2000 });
    expect(reader.unread).toBeGreaterThan(100);
  });
});
