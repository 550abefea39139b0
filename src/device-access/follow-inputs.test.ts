import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silenceMeansDeadMs } from '../api/beat.ts';
import { closeCodes } from '../api/routes.ts';
import type { InputReport } from '../api/site-control.ts';
import { connectionState } from './connection-state.ts';
import { FakeSocket } from './fake-socket.ts';
import { followInputs, type SeenInputs } from './follow-inputs.ts';

const startMs = 1_000_000;
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const browserWindow = Object.assign(new EventTarget(), {
  location: { href: 'https://wall.example/cam/gate' },
});
let seen: SeenInputs[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ now: startMs });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', browserWindow);
  FakeSocket.opened = [];
  page.visibilityState = 'visible';
  connectionState.setState(connectionState.getInitialState(), true);
  seen = [];
  stop = followInputs('gate', (next) => seen.push(next));
});

afterEach(() => {
  stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const report: InputReport = {
  inputs: [{ id: 'input-1', name: 'Door', state: 'on', sinceMs: startMs - 60_000 }],
  atMs: startMs,
};
const states = () => seen.map(({ inputs }) => inputs.map(({ state }) => state).join());
function turn(visibilityState: 'visible' | 'hidden') {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
}

test('tells what is reported, and asks for one camera', () => {
  expect(FakeSocket.newest().url).toBe('wss://wall.example/ws/inputs?camera=gate');
  FakeSocket.newest().say(report);
  expect(states()).toEqual(['on']);
});

test('knows nothing any more without the proxy, says since when, and comes back', async () => {
  FakeSocket.newest().say(report);
  connectionState.setState({ clockSkewMs: 500 });
  FakeSocket.newest().break();
  expect(seen.at(-1)).toMatchObject({
    inputs: [{ name: 'Door', state: 'unknown', sinceMs: startMs + 500 }],
    problem: { reason: 'server-unreachable' },
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(FakeSocket.opened).toHaveLength(2);
  FakeSocket.newest().say(report);
  expect(seen.at(-1)).toEqual({ inputs: report.inputs, problem: undefined });
});

test('takes silence for the end of the connection', async () => {
  FakeSocket.newest().say(report);
  await vi.advanceTimersByTimeAsync(silenceMeansDeadMs - 1);
  expect(states()).toEqual(['on']);
  await vi.advanceTimersByTimeAsync(1);
  expect(states()).toEqual(['on', 'unknown']);
  expect(FakeSocket.opened[0]?.closed).toBe(true);
});

test('passes on why the proxy closed', () => {
  const reason = JSON.stringify({ kind: 'not-found', reason: 'not-found' });
  const closed = { code: closeCodes.problem, reason };
  FakeSocket.newest().onclose?.(closed);
  expect(seen.at(-1)?.problem?.reason).toBe('not-found');
});

test('asks for nothing while the window is hidden', async () => {
  FakeSocket.newest().say(report);
  turn('hidden');
  expect(FakeSocket.newest().closed).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.opened).toHaveLength(1);
  expect(states()).toEqual(['on', 'unknown']);
  turn('visible');
  expect(FakeSocket.opened).toHaveLength(2);
});

test('ends for good', async () => {
  stop();
  turn('hidden');
  turn('visible');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.opened.map(({ closed }) => closed)).toEqual([true]);
});
