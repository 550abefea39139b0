import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silenceMeansDeadMs } from '../api/beat.ts';
import type { Change } from '../api/change.ts';
import { closeCodes } from '../api/routes.ts';
import type { SessionView } from '../api/session.ts';
import { startChanges } from './changes-socket.ts';
import { connectionState } from './connection-state.ts';
import { FakeSocket } from './fake-socket.ts';
import { queryKeys } from './queries.ts';
import { onSessionDoubt } from './session-doubt.ts';

const hello = (version = '1.0.0'): Change => ({ type: 'hello', version, nowMs: Date.now() });
const page = Object.assign(new EventTarget(), { location: { href: 'https://wall.example/x' } });
const signedOut: SessionView = { state: 'signed-out', demo: false };
const kiosk: SessionView = {
  state: 'kiosk',
  kiosk: { id: 'k', name: 'Lobby' },
  viewId: 'v',
  may: ['view'],
};
let invalidated: unknown[] = [];
let client: QueryClient;
let doubts = 0;
let endDoubts: () => void = () => undefined;
let stop: () => void = () => undefined;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('window', page);
  FakeSocket.opened = [];
  invalidated = [];
  connectionState.setState(connectionState.getInitialState(), true);
  client = new QueryClient();
  doubts = 0;
  endDoubts = onSessionDoubt(async () => {
    doubts += 1;
  });
  vi.spyOn(client, 'invalidateQueries').mockImplementation(async (filters) => {
    invalidated.push(filters?.queryKey ?? 'everything');
  });
  stop = startChanges(client);
});

afterEach(() => {
  stop();
  endDoubts();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('connects on the scheme of the page and greets', () => {
  expect(FakeSocket.newest().url).toBe('wss://wall.example/ws/changes');
  FakeSocket.newest().say({ type: 'hello', version: '1.0.0', nowMs: Date.now() + 4200 });
  expect(connectionState.getState()).toMatchObject({
    state: 'connected',
    sinceMs: 1_000_000,
    serverVersion: '1.0.0',
    versionChanged: false,
    clockSkewMs: 4200,
  });
});

test('reads again what a change names, and nothing else', () => {
  FakeSocket.newest().say(hello());
  invalidated = [];
  FakeSocket.newest().say({ type: 'devices' });
  FakeSocket.newest().say({ type: 'views' });
  FakeSocket.newest().onmessage?.({ data: 'no JSON' });
  FakeSocket.newest().onmessage?.({ data: new ArrayBuffer(4) });
  expect(invalidated).toEqual([['devices'], ['views']]);
});

test('tries again after 0, 1, 2, 3, 4, 5, 5 seconds', () => {
  for (const seconds of [0, 1, 2, 3, 4, 5, 5]) {
    const before = FakeSocket.opened.length;
    FakeSocket.newest().break();
    if (seconds > 0) {
      vi.advanceTimersByTime(seconds * 1000 - 1);
      expect(FakeSocket.opened).toHaveLength(before);
    }
    vi.advanceTimersByTime(1);
    expect(FakeSocket.opened).toHaveLength(before + 1);
  }
});

test('a greeting sets the pauses back and reads everything again', () => {
  FakeSocket.newest().break();
  vi.advanceTimersByTime(0);
  FakeSocket.newest().break();
  vi.advanceTimersByTime(1000);
  expect(connectionState.getState().state).toBe('lost');
  invalidated = [];
  FakeSocket.newest().say(hello());
  expect(invalidated).toEqual(['everything']);
  const before = FakeSocket.opened.length;
  FakeSocket.newest().break();
  vi.advanceTimersByTime(0);
  expect(FakeSocket.opened).toHaveLength(before + 1);
});

test('keeps the moment at which the connection was lost over all tries', () => {
  FakeSocket.newest().say(hello());
  vi.advanceTimersByTime(5000);
  FakeSocket.newest().break();
  vi.advanceTimersByTime(0);
  FakeSocket.newest().break();
  expect(connectionState.getState()).toMatchObject({ state: 'lost', sinceMs: 1_005_000 });
});

test('silence means dead, a beat keeps it alive', () => {
  FakeSocket.newest().say(hello());
  const socket = FakeSocket.newest();
  vi.advanceTimersByTime(silenceMeansDeadMs - 1);
  socket.say({ type: 'beat', nowMs: Date.now() - 700 });
  expect(connectionState.getState().clockSkewMs).toBe(-700);
  vi.advanceTimersByTime(silenceMeansDeadMs - 1);
  expect(socket.closed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(socket.closed).toBe(true);
  expect(connectionState.getState().state).toBe('lost');
});

test('knows after a sleep of the machine that it has heard nothing for long', () => {
  FakeSocket.newest().say(hello());
  const socket = FakeSocket.newest();
  // Timers stand still meanwhile.
  vi.setSystemTime(Date.now() + 600_000);
  vi.advanceTimersByTime(1000);
  expect(socket.closed).toBe(true);
});

test('notices another version, and its return', () => {
  FakeSocket.newest().say(hello('1.0.0'));
  FakeSocket.newest().say(hello('1.1.0'));
  expect(connectionState.getState()).toMatchObject({
    serverVersion: '1.0.0',
    versionChanged: true,
  });
  FakeSocket.newest().say(hello('1.0.0'));
  expect(connectionState.getState().versionChanged).toBe(false);
});

test('follows the network: lost at once, back at once', () => {
  FakeSocket.newest().say(hello());
  page.dispatchEvent(new Event('offline'));
  expect(connectionState.getState().state).toBe('lost');
  const before = FakeSocket.opened.length;
  page.dispatchEvent(new Event('online'));
  expect(FakeSocket.opened).toHaveLength(before + 1);
});

test('stopped for good, it neither listens nor tries again', () => {
  const socket = FakeSocket.newest();
  stop();
  expect(socket.closed).toBe(true);
  page.dispatchEvent(new Event('online'));
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.opened).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('asks for the session when nothing greets, and goes on trying', () => {
  FakeSocket.newest().break();
  expect(doubts).toBe(1);
  vi.advanceTimersByTime(0);
  FakeSocket.newest().say(hello());
  FakeSocket.newest().break();
  expect(doubts).toBe(1);
  expect(connectionState.getState().state).toBe('lost');
});

test('a session that ended is asked for first; nobody signed in, nothing is tried', async () => {
  FakeSocket.newest().say(hello());
  client.setQueryData(queryKeys.session, signedOut);
  FakeSocket.newest().break(closeCodes.sessionEnded);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(doubts).toBe(1);
  expect(FakeSocket.opened).toHaveLength(1);
});

test('what a person sees has changed: the socket comes back at once', async () => {
  FakeSocket.newest().say(hello());
  client.setQueryData(queryKeys.session, kiosk);
  FakeSocket.newest().break(closeCodes.sessionEnded);
  await vi.advanceTimersByTimeAsync(0);
  expect(FakeSocket.opened).toHaveLength(2);
});
