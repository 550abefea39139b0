import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EventGap } from '../../api/events.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { DeviceEvents } from './device-events.ts';
import type { EventJournal, NewGap } from './event-journal.ts';
import type { Listening } from './event-listener.ts';
import type { Arrival } from './resolve-group.ts';
import { TestDevice } from './test-device.ts';
import { motion, startMs } from './test-journal.ts';

let device: TestDevice;
let arrivals: Arrival[];
let gaps: NewGap[];
let states: Listening['state'][];
let swaps: (readonly [string, string])[];
let rechecks: number;
let events: DeviceEvents | undefined;
let isWatched: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: startMs });
  device = new TestDevice();
  arrivals = [];
  gaps = [];
  states = [];
  swaps = [];
  rechecks = 0;
  isWatched = false;
});
afterEach(async () => {
  events?.stop();
  await pass(0);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

function listen(more: { unfinished?: EventGap[]; aliveAtMs?: number } = {}): DeviceEvents {
  const journal = {
    add: (some: readonly Arrival[]) => void arrivals.push(...some),
    setGap: (gap: NewGap) => void gaps.push(gap),
    flush: () => Promise.resolve(),
  } as unknown as EventJournal;
  const made: DeviceEvents = new DeviceEvents({
    device: device.active(),
    journal,
    now: () => Date.now(),
    log: { info: () => undefined, warn: () => undefined },
    watched: () => isWatched,
    changed: () => states.push(made.standing.state),
    swapped: (channels) => swaps.push(channels),
    recheck: () => {
      rechecks += 1;
    },
    unfinished: [],
    aliveAtMs: null,
    ...more,
  });
  events = made;
  return made;
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const gone = () => new DeviceError('unreachable', 'connection-refused');

it('listens, whoever is watching, and makes what it hears ours', async () => {
  listen();
  await pass(0);
  device.say({ channel: '2', fact: motion }, null);
  await pass(0);
  expect(states).toEqual(['listening']);
  expect(arrivals).toMatchObject([
    { mayRepeat: false, event: { cameraId: 'd1-c2', cameraName: 'Gate 2', atMs: startMs } },
  ]);
  expect(gaps).toEqual([]);
});

it('waits until it is known which cameras there are, but not for ever', async () => {
  const active = device.active();
  const { cameras } = active;
  active.cameras = [];
  device.active = () => active;
  listen();
  await pass(1000);
  expect(device.asked).toEqual([]);
  active.cameras = cameras;
  await pass(250);
  expect(device.asked).toHaveLength(1);
  events?.stop();
  active.cameras = [];
  listen();
  await pass(16_000);
  expect(device.asked).toHaveLength(2);
});

it('comes back after 0, 1, 2, 3, 4, 5, 5 seconds', async () => {
  device.fault = gone();
  listen();
  const tries: number[] = [];
  for (let second = 0; second <= 25; second += 1) {
    const before = device.asked.length;
    await pass(second === 0 ? 10 : 1000);
    for (let more = before; more < device.asked.length; more += 1) tries.push(second);
  }
  expect(tries).toEqual([0, 0, 1, 3, 6, 10, 15, 20, 25]);
  expect(states).toEqual(['lost']);
});

it('is back within a moment where the device has answered somebody else', async () => {
  device.fault = gone();
  listen();
  await pass(12_000);
  device.fault = null;
  for (const wake of device.wakes) wake();
  await pass(0);
  expect(states).toEqual(['lost', 'listening']);
});

it('takes 25 s of silence for death, and a heartbeat for life', async () => {
  listen();
  await pass(0);
  await pass(24_000);
  device.say(null);
  await pass(24_000);
  expect(device.opened).toHaveLength(1);
  device.fault = gone();
  await pass(1000);
  expect(gaps).toMatchObject([{ state: 'lasting', fromMs: startMs + 24_000, toMs: null }]);
  device.fault = null;
  await pass(5000);
  device.say(null);
  await pass(0);
  expect(states).toEqual(['listening', 'lost', 'listening']);
  expect(gaps.at(-1)).toMatchObject({ state: 'open', fromMs: startMs + 24_000 });
});

it('believes a device that fell silent only once it has said a word', async () => {
  listen();
  await pass(0);
  await pass(25_000);
  await pass(5000);
  expect(device.opened).toHaveLength(2);
  expect(states).toEqual(['listening', 'lost']);
  device.say(null);
  await pass(0);
  expect(states).toEqual(['listening', 'lost', 'listening']);
  expect(gaps.at(-1)).toMatchObject({ fromMs: startMs, toMs: startMs + 30_000 });
});

it('hears a device that is asked again and again within five seconds after its silence', async () => {
  device.ways = [device.poll()];
  listen();
  await pass(4000);
  device.silent = true;
  await pass(60_000);
  expect(states).toEqual(['listening', 'lost']);
  for (const afterMs of [0, 1000, 2000, 3000]) {
    device.silent = true;
    await pass(20_000 + afterMs);
    device.silent = false;
    await pass(5000);
    expect(states.at(-1)).toBe('listening');
  }
});

it('waits a minute where its account is refused', async () => {
  device.fault = new DeviceError('unauthorized', 'login-refused');
  listen();
  await pass(59_000);
  expect(device.asked).toHaveLength(1);
  await pass(1000);
  expect(device.asked).toHaveLength(2);
});

it('takes the next way where one is not supported, and says so where none is', async () => {
  device.ways = [device.way('socket', 'best'), device.way('stream', 'other')];
  device.fault = new DeviceError('unsupported', 'not-found');
  listen();
  await pass(0);
  expect(device.asked).toEqual(['best', 'other']);
  expect(states).toEqual(['not-offered']);
});

it('asks each second while somebody watches, else every five, and goes on in between', async () => {
  device.ways = [device.poll()];
  device.reply = `${JSON.stringify({ channel: '1', fact: motion })}\n`;
  listen();
  await pass(10_500);
  expect(device.asked).toHaveLength(3);
  isWatched = true;
  await pass(7500);
  expect(device.asked).toHaveLength(7);
  expect(arrivals).toHaveLength(7);
});

it('fills what it missed out of the log, in the time of the device', async () => {
  const ranges: unknown[] = [];
  device.past = (range) => {
    ranges.push(range);
    const at = (ms: number) => ({ channel: '1', deviceAtMs: startMs + ms, fact: motion });
    return Promise.resolve({ events: [at(7000), at(6000)], complete: true });
  };
  const made = listen({ aliveAtMs: startMs - 60_000 });
  await pass(10);
  expect(gaps.map(({ state }) => state)).toEqual(['lasting', 'filling', 'filled']);
  expect(gaps.at(-1)).toMatchObject({ fromMs: startMs - 60_000, toMs: startMs });
  expect(ranges).toEqual([{ fromMs: startMs - 65_000, toMs: startMs + 5000 }]);
  expect(arrivals.map(({ event }) => event.deviceAtMs)).toEqual([startMs + 6000, startMs + 7000]);
  expect(arrivals.every(({ event, mayRepeat }) => event.isLate && mayRepeat)).toBe(true);
  expect(made.stop()).toEqual([]);
});

it('tries a busy log again, then says that the gap stays', async () => {
  let tries = 0;
  device.past = () => {
    tries += 1;
    return Promise.reject(new DeviceError('busy', 'too-many-connections'));
  };
  listen({ aliveAtMs: startMs - 60_000 });
  await pass(20_000);
  expect(tries).toBe(4);
  expect(gaps.at(-1)).toMatchObject({ state: 'open' });
});

it('leaves one gap of a device that hangs up again and again, and sleeps in between', async () => {
  listen();
  for (let time = 0; time < 20; time += 1) {
    await pass(1000);
    device.opened.at(-1)?.destroy();
  }
  expect(new Set(gaps.map(({ id }) => id)).size).toBe(1);
  expect(device.opened.length).toBeLessThan(12);
  await pass(5000);
  for (const _ of [1, 2, 3]) {
    device.say(null);
    await pass(3000);
  }
  device.opened.at(-1)?.destroy();
  await pass(10);
  expect(new Set(gaps.map(({ id }) => id)).size).toBe(2);
});

it('hands a gap that lasts to whoever listens next', async () => {
  device.fault = gone();
  const unfinished = listen({ aliveAtMs: startMs - 60_000 }).stop();
  device.fault = null;
  listen({ unfinished: [...unfinished], aliveAtMs: startMs - 10 });
  await pass(10);
  expect(new Set(gaps.map(({ id }) => id)).size).toBe(1);
  expect(gaps.at(-1)).toMatchObject({ fromMs: startMs - 60_000, state: 'open' });
});

it('takes in a state that is told anew only where it has changed', async () => {
  listen();
  await pass(0);
  const state = (now: 'connected' | 'no-response', isSnapshot?: true) => ({
    channel: '1',
    isSnapshot,
    fact: { topic: 'channel', change: 'state', state: now } as const,
  });
  device.say(state('connected', true), state('no-response'));
  await pass(0);
  device.opened.at(-1)?.destroy();
  await pass(10);
  device.say(state('no-response', true));
  await pass(0);
  device.say(state('connected', true));
  await pass(0);
  expect(arrivals.map(({ event }) => event.fact)).toMatchObject([
    { state: 'connected' },
    { state: 'no-response' },
    { state: 'connected' },
  ]);
  expect(rechecks).toBe(0);
});

it('tells of a swap of channels, and has the device read again', async () => {
  listen();
  await pass(0);
  device.say({ fact: { topic: 'channel', change: 'swapped', channels: ['1', '2'] } });
  await pass(0);
  expect(swaps).toEqual([['1', '2']]);
  expect(rechecks).toBe(1);
  expect(arrivals[0]?.event.fact).toMatchObject({ channels: ['d1-c1', 'd1-c2'] });
});

it('marks what its device says to have lost on the way', async () => {
  let lost = 0;
  const way = device.way('stream');
  const reader = () => ({
    read: () => {
      lost += 1;
      return [];
    },
    unread: 0,
    get lost() {
      return lost;
    },
  });
  device.ways = [{ ...way, reader }] as typeof device.ways;
  listen();
  await pass(3000);
  device.say(null);
  await pass(0);
  const last = gaps.at(-1);
  expect(last).toMatchObject({ fromMs: startMs, toMs: startMs + 3000, state: 'open' });
  expect(states.at(-1)).toBe('listening');
});

it('asks all that has to be asked in a round', async () => {
  const poll = device.poll();
  const { call, reader } = poll;
  const second = { ...call, endpoint: { ...call.endpoint, id: 'status-2' } };
  device.ways = [{ ...poll, further: [{ call: second, reader }] }] as typeof device.ways;
  listen();
  await pass(5000);
  expect(device.asked).toEqual(['status', 'status-2', 'status', 'status-2']);
});
