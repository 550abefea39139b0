import { beforeEach, describe, expect, it } from 'vitest';
import type { AlarmView } from '../../api/alarms.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { WallAlarms, type WallSituation } from './wall-alarms.ts';

let nowMs: number;
let timers: { readonly atMs: number; readonly call: () => void }[];
let machine: WallAlarms;
let situation: WallSituation;

beforeEach(() => {
  nowMs = 100_000;
  timers = [];
  machine = new WallAlarms({
    now: () => nowMs,
    after: (ms, call) => {
      const timer = { atMs: nowMs + ms, call };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  });
  situation = {
    policy: 'spotlight',
    attended: true,
    alarms: [],
    flood: false,
    known: new Set(['gate', 'lobby', 'yard', 'roof']),
    onWall: new Set(['gate', 'lobby']),
  };
});

function pass(ms: number): void {
  const endMs = nowMs + ms;
  for (;;) {
    const due = timers.sort((a, b) => a.atMs - b.atMs)[0];
    if (due === undefined || due.atMs > endMs) break;
    nowMs = due.atMs;
    timers = timers.filter((each) => each !== due);
    due.call();
  }
  nowMs = endMs;
}

function tell(change: Partial<WallSituation>): void {
  situation = { ...situation, ...change };
  machine.update(situation);
}

let number = 0;
function alarm(id: string, over: Partial<AlarmView> = {}): AlarmView {
  number += 1;
  const when = { number, firstAtMs: number, lastAtMs: number };
  return alarmOf(id, { cameraId: id, linkedCameraIds: [], ...when, ...over });
}
const seen = (one: AlarmView): AlarmView => ({
  ...one,
  number: one.number + 1000,
  acknowledged: { by: { id: 'p', name: 'Mira' }, atMs: 1, reason: null },
});
const shown = () => machine.get().shown?.cameraId ?? null;
const marks = () =>
  Object.fromEntries([...machine.get().marks].map(([id, { priority }]) => [id, priority]));

describe('marks', () => {
  it('lie on the tiles of the cameras, by the most urgent alarm of each', () => {
    const low = alarm('a', { cameraId: 'gate', priority: 3 });
    const high = alarm('b', { cameraId: 'gate', priority: 2 });
    tell({ policy: 'border', alarms: [low, high, alarm('yard')] });
    expect(marks()).toEqual({ gate: 2 });
    expect(shown()).toBeNull();
    expect(machine.get().elsewhere.map(({ id }) => id)).toEqual(['yard']);
  });

  it('lie on the tied cameras where an alarm has none of its own', () => {
    tell({ alarms: [alarm('call', { cameraId: null, linkedCameraIds: ['lobby', 'yard'] })] });
    expect(marks()).toEqual({ lobby: 1 });
    expect(shown()).toBe('lobby');
  });

  it('go with the acknowledgement, with a shelf, and with the policy', () => {
    const gate = alarm('gate');
    tell({ policy: 'border', alarms: [gate] });
    expect(marks()).toEqual({ gate: 1 });
    tell({ alarms: [seen(gate)] });
    expect(marks()).toEqual({});
    const by = { id: 'p', name: 'Mira' };
    tell({ alarms: [{ ...gate, aside: { kind: 'out-of-service', reason: 'works', by } }] });
    expect(marks()).toEqual({});
    tell({ alarms: [gate], policy: 'none' });
    expect(marks()).toEqual({});
  });
});

describe('a takeover', () => {
  it('shows the most urgent camera until it is acknowledged, and gives the wall back', () => {
    const yard = alarm('yard');
    tell({ alarms: [alarm('gate', { priority: 2 }), yard] });
    expect(shown()).toBe('yard');
    pass(600_000);
    expect(shown()).toBe('yard');
    tell({ alarms: [seen(yard)] });
    expect(shown()).toBeNull();
    expect(timers).toEqual([]);
  });

  it('shows several of one priority in turn, ten seconds each, the newest first', () => {
    tell({ alarms: [alarm('gate'), alarm('lobby'), alarm('yard')] });
    const order = [shown()];
    for (let turn = 0; turn < 3; turn += 1) {
      pass(9_999);
      expect(shown()).toBe(order.at(-1));
      pass(1);
      order.push(shown());
    }
    expect(order).toEqual(['yard', 'lobby', 'gate', 'yard']);
  });

  it('goes to one that is more urgent at once, to one of its kind after three seconds', () => {
    const gate = alarm('gate', { priority: 2 });
    tell({ alarms: [gate] });
    const lobby = alarm('lobby', { priority: 2 });
    pass(1000);
    tell({ alarms: [gate, lobby] });
    expect(shown()).toBe('gate');
    pass(2000);
    expect(shown()).toBe('lobby');
    tell({ alarms: [gate, lobby, alarm('yard')] });
    expect(shown()).toBe('yard');
  });

  it('leaves out cameras that this window may not show', () => {
    tell({ alarms: [alarm('vault'), alarm('gate', { priority: 3 })] });
    expect(shown()).toBe('gate');
  });

  it('is for critical ones alone in a flood', () => {
    const gate = alarm('gate', { priority: 2 });
    tell({ alarms: [gate], flood: true });
    expect(shown()).toBeNull();
    tell({ alarms: [gate, alarm('yard')] });
    expect(shown()).toBe('yard');
  });

  it('ends here when somebody sends it away, and comes again with the next alarm', () => {
    const gate = alarm('gate');
    tell({ alarms: [gate] });
    machine.dismiss('gate');
    expect(shown()).toBeNull();
    tell({ alarms: [seen(gate)] });
    tell({ alarms: [alarm('gate')] });
    expect(shown()).toBe('gate');
  });
});

describe('while somebody has hands on the wall', () => {
  it('nothing comes until ten seconds after', () => {
    machine.hold(nowMs + 10_000);
    tell({ alarms: [alarm('gate')] });
    expect(shown()).toBeNull();
    expect(machine.get().waiting?.id).toBe('gate');
    expect(marks()).toEqual({ gate: 1 });
    pass(5000);
    machine.hold(nowMs + 10_000);
    pass(9999);
    expect(shown()).toBeNull();
    pass(1);
    expect(shown()).toBe('gate');
    expect(machine.get().waiting).toBeNull();
  });

  it('nothing changes, and what was acknowledged goes afterwards', () => {
    const gate = alarm('gate');
    tell({ alarms: [gate] });
    machine.hold(Number.POSITIVE_INFINITY);
    tell({ alarms: [seen(gate), alarm('yard')] });
    pass(60_000);
    expect(shown()).toBe('gate');
    tell({ alarms: [alarm('yard')] });
    expect(shown()).toBe('gate');
    machine.release(nowMs + 10_000);
    pass(10_000);
    expect(shown()).toBe('yard');
  });
});

describe('a wall at which nobody sits', () => {
  it('shows an alarm for thirty seconds, and again when it is another one', () => {
    const gate = alarm('gate');
    tell({ attended: false, alarms: [gate] });
    pass(29_999);
    expect(shown()).toBe('gate');
    pass(1);
    expect(shown()).toBeNull();
    expect(marks()).toEqual({ gate: 1 });
    tell({ alarms: [seen(gate)] });
    tell({ alarms: [alarm('gate')] });
    expect(shown()).toBe('gate');
  });

  it('gives each of several its thirty seconds, and then the less urgent ones theirs', () => {
    tell({
      attended: false,
      alarms: [alarm('gate'), alarm('lobby'), alarm('yard', { priority: 2 })],
    });
    const time: Record<string, number> = {};
    for (let second = 0; second < 120; second += 1) {
      const camera = shown() ?? 'wall';
      time[camera] = (time[camera] ?? 0) + 1;
      pass(1000);
    }
    expect(time).toEqual({ gate: 30, lobby: 30, yard: 30, wall: 30 });
  });
});

it('tells nobody of an alarm that only counts on', () => {
  let told = 0;
  machine.subscribe(() => {
    told += 1;
  });
  const gate = alarm('gate', { priority: 2 });
  tell({ policy: 'border', alarms: [gate] });
  tell({ alarms: [{ ...gate, number: 999, count: 2 }] });
  expect(told).toBe(1);
});
