import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventsReport } from '../api/alarms.ts';
import type { EventView } from '../api/events.ts';
import { chooseEvents, openEventFeed, readEventsAgain } from './event-feed.ts';
import { eventFeedState } from './event-feed-state.ts';
import { FakeSocket } from './fake-socket.ts';
import { mostEvents } from './newest-events.ts';

const page = Object.assign(new EventTarget(), { location: { href: 'https://wall.example/x' } });
const state = () => eventFeedState.getState();
const ids = () => state().events.map(({ id }) => id);
let frames: (() => void)[] = [];
let close: () => void = () => undefined;

const hello = (latest: number): EventsReport => ({
  type: 'hello',
  latest,
  nowMs: 0,
  listening: [{ deviceId: 'd1', state: 'listening', sinceMs: 5 }],
  alarms: [],
  flood: { active: false, sinceMs: null },
});
const event = (number: number, id = `e${number}`, topic: 'file' | 'tampering' = 'file') =>
  ({
    id,
    number,
    cameraId: 'c1',
    fact: topic === 'file' ? { topic, name: 'a' } : { topic, active: true },
  }) as EventView;
const say = (...events: EventView[]) =>
  FakeSocket.newest().say({
    type: 'events',
    events,
    gaps: [],
    through: events.at(-1)?.number ?? 0,
  } satisfies EventsReport);
const nextFrame = () => {
  for (const frame of frames.splice(0)) frame();
};

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('window', page);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  frames = [];
  FakeSocket.opened = [];
  close = openEventFeed();
  FakeSocket.newest().open();
  FakeSocket.newest().say(hello(10));
});

afterEach(() => {
  close();
  chooseEvents({});
  expect(state()).toMatchObject({ connection: 'closed', events: [], listening: [] });
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('asks from now on, and takes in what came once a frame', () => {
  expect(FakeSocket.newest().sent).toEqual([{ type: 'open', after: null }]);
  expect(state()).toMatchObject({ connection: 'connected', listening: [{ deviceId: 'd1' }] });
  say(event(11));
  say(event(12));
  expect(ids()).toEqual([]);
  expect(frames).toHaveLength(1);
  nextFrame();
  expect(ids()).toEqual(['e11', 'e12']);
});

test('takes them in without frames too, as of a page in the background', () => {
  say(event(11));
  vi.advanceTimersByTime(1000);
  expect(ids()).toEqual(['e11']);
});

test('an incident that grows takes its new place, and leaves the old one', () => {
  say(event(11, 'call'), event(12));
  say(event(13, 'call'));
  nextFrame();
  expect(state().events.map(({ id, number }) => [id, number])).toEqual([
    ['e12', 12],
    ['call', 13],
  ]);
});

test('keeps the newest, and says how many it left out until the journal is read', () => {
  say(...Array.from({ length: mostEvents + 3 }, (_, index) => event(11 + index)));
  nextFrame();
  expect(state()).toMatchObject({ leftOut: 3 });
  expect(ids()).toHaveLength(mostEvents);
  expect(ids()[0]).toBe('e14');
  const { reading } = state();
  readEventsAgain();
  expect(state()).toMatchObject({ leftOut: 0, events: [], reading: reading + 1 });
});

test('keeps only what is chosen', () => {
  const { reading } = state();
  chooseEvents({ topics: ['tampering'] });
  expect(state().reading).toBe(reading + 1);
  say(event(11), event(12, 'shaken', 'tampering'));
  nextFrame();
  expect(ids()).toEqual(['shaken']);
});

test('names the last number after a break, and keeps what it has', () => {
  say(event(11));
  nextFrame();
  const { reading } = state();
  FakeSocket.newest().break();
  expect(state()).toMatchObject({ connection: 'lost', sinceMs: 1_000_000 });
  vi.advanceTimersByTime(0);
  FakeSocket.newest().open();
  expect(FakeSocket.newest().sent).toEqual([{ type: 'open', after: 11 }]);
  FakeSocket.newest().say(hello(12));
  say(event(12));
  nextFrame();
  expect(ids()).toEqual(['e11', 'e12']);
  expect(state()).toMatchObject({ connection: 'connected', reading });
});

test('reads the journal where more was missed than is sent', () => {
  say(event(11));
  nextFrame();
  const { reading } = state();
  FakeSocket.newest().say({ type: 'skipped', fromNumber: 12, through: 9000 });
  expect(state()).toMatchObject({ events: [], reading: reading + 1 });
  FakeSocket.newest().break();
  vi.advanceTimersByTime(0);
  FakeSocket.newest().open();
  expect(FakeSocket.newest().sent).toEqual([{ type: 'open', after: 9000 }]);
});

test('tells how each subscription stands, and that nothing is saved', () => {
  FakeSocket.newest().say({
    type: 'listening',
    listening: [{ deviceId: 'd1', state: 'lost', sinceMs: 7 }],
    unkeptSinceMs: 9,
  });
  expect(state()).toMatchObject({ listening: [{ state: 'lost' }], unkeptSinceMs: 9 });
});
