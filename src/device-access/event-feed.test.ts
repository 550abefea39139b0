import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventsReport } from '../api/alarms.ts';
import type { EventView } from '../api/events.ts';
import { hearEvents, keepEvents, openEventFeed, readEventsAgain } from './event-feed.ts';
import { eventFeedState } from './event-feed-state.ts';
import { FakeSocket } from './fake-socket.ts';
import { mostEvents, mostOfOne } from './newest-events.ts';

const page = Object.assign(new EventTarget(), { location: { href: 'https://wall.example/x' } });
const state = () => eventFeedState.getState();
const kept = (name = 'all') => state().kept.get(name);
const ids = (name = 'all') => kept(name)?.events.map(({ id }) => id);
let frames: (() => void)[] = [];
let close: () => void = () => undefined;
let forget: () => void = () => undefined;

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
  vi.advanceTimersByTime(150);
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
  forget = keepEvents('all', {});
});

afterEach(() => {
  close();
  forget();
  expect(state()).toMatchObject({ connection: 'closed', kept: new Map(), listening: [] });
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

test('takes in a flood a few times a second', () => {
  say(event(11));
  nextFrame();
  say(event(12));
  vi.advanceTimersByTime(149);
  expect(frames).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(frames).toHaveLength(1);
  nextFrame();
  expect(ids()).toEqual(['e11', 'e12']);
  // What comes alone is not kept waiting.
  vi.advanceTimersByTime(150);
  say(event(13));
  expect(frames).toHaveLength(1);
  nextFrame();
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
  expect(kept()?.events.map(({ id, number }) => [id, number])).toEqual([
    ['e12', 12],
    ['call', 13],
  ]);
});

test('keeps the newest, and says how many it left out until the journal is read', () => {
  say(...Array.from({ length: mostOfOne + 3 }, (_, index) => event(11 + index)));
  nextFrame();
  expect(kept()).toMatchObject({ leftOut: 3 });
  expect(ids()).toHaveLength(mostOfOne);
  expect(ids()?.[0]).toBe('e14');
  const reading = kept()?.reading ?? 0;
  readEventsAgain('all');
  expect(kept()).toMatchObject({ leftOut: 0, events: [] });
  expect(kept()?.reading).toBeGreaterThan(reading);
});

test('keeps apart what each chose, so that many of one kind push out none of another', () => {
  const forgetOthers = ['a', 'b', 'c', 'shaken'].map((name) =>
    keepEvents(name, name === 'shaken' ? { topics: ['tampering'] } : {}),
  );
  say(event(11, 'shaken', 'tampering'));
  say(...Array.from({ length: mostEvents }, (_, index) => event(12 + index)));
  nextFrame();
  expect(ids('shaken')).toEqual(['shaken']);
  expect(ids('a')).toHaveLength(mostEvents / 5);
  expect(kept('a')).toMatchObject({ leftOut: mostEvents + 1 - mostEvents / 5 });
  for (const end of forgetOthers) end();
  expect([...state().kept.keys()]).toEqual(['all']);
});

test('leaves what one chose as it is while only others get something', () => {
  const end = keepEvents('shaken', { topics: ['tampering'] });
  say(event(11));
  nextFrame();
  const before = kept('shaken');
  say(event(12));
  nextFrame();
  expect(kept('shaken')).toBe(before);
  end();
});

test('tells everything to who listens, once a frame, until they leave', () => {
  const heard: string[][] = [];
  const leave = hearEvents((events) => heard.push(events.map(({ id }) => id)));
  say(event(11));
  say(event(12, 'shaken', 'tampering'));
  nextFrame();
  leave();
  say(event(13));
  nextFrame();
  expect(heard).toEqual([['e11', 'shaken']]);
});

test('names the last number after a break, and keeps what it has', () => {
  say(event(11));
  nextFrame();
  const reading = kept()?.reading;
  FakeSocket.newest().break();
  expect(state()).toMatchObject({ connection: 'lost', sinceMs: Date.now() });
  vi.advanceTimersByTime(0);
  FakeSocket.newest().open();
  expect(FakeSocket.newest().sent).toEqual([{ type: 'open', after: 11 }]);
  FakeSocket.newest().say(hello(12));
  say(event(12));
  nextFrame();
  expect(ids()).toEqual(['e11', 'e12']);
  expect(state()).toMatchObject({ connection: 'connected' });
  expect(kept()).toMatchObject({ reading });
});

test('reads the journal where more was missed than is sent', () => {
  say(event(11));
  nextFrame();
  const { reading } = state();
  FakeSocket.newest().say({ type: 'skipped', fromNumber: 12, through: 9000 });
  expect(state()).toMatchObject({ reading: reading + 1 });
  expect(ids()).toEqual([]);
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
