import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { silenceMeansDeadMs } from '../api/beat.ts';
import type { ControlReport, ControlRequest } from '../api/control.ts';
import { renewEveryMs } from '../api/control-rhythm.ts';
import { closeCodes } from '../api/routes.ts';
import { velocityOf } from '../domain/ptz.ts';
import { attendCamera, moveCamera, stopCamera, takeOverCamera } from './control-socket.ts';
import { controlState } from './control-state.ts';
import { FakeSocket } from './fake-socket.ts';
import { endSessionParts } from './session-end.ts';

const page = Object.assign(new EventTarget(), { location: { href: 'https://wall.example/x' } });
const right = velocityOf({ pan: 1 });
const slower = velocityOf({ pan: 0.5 });
const leaves: (() => void)[] = [];

const attend = (cameraId: string) => {
  const leave = attendCamera(cameraId);
  leaves.push(leave);
  return leave;
};
const greet = () =>
  FakeSocket.newest().say({ type: 'hello', windowId: 'w1' } satisfies ControlReport);
const sent = () => FakeSocket.newest().sent as ControlRequest[];
const sentOf = (type: ControlRequest['type']) => sent().filter((each) => each.type === type);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('window', page);
  FakeSocket.opened = [];
});

afterEach(() => {
  for (const leave of leaves.splice(0)) leave();
  vi.advanceTimersByTime(60_000);
  expect(controlState.getState().state).toBe('closed');
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('one socket for all cameras, each attended once it greets', () => {
  attend('gate');
  attend('yard');
  expect(controlState.getState().state).toBe('connecting');
  expect(sent()).toEqual([]);
  greet();
  expect(FakeSocket.opened).toHaveLength(1);
  expect(FakeSocket.newest().url).toBe('wss://wall.example/ws/control');
  expect(sent()).toEqual([
    { type: 'attend', cameraId: 'gate' },
    { type: 'attend', cameraId: 'yard' },
  ]);
  expect(controlState.getState()).toMatchObject({ state: 'connected', windowId: 'w1' });
});

test('the step to another camera keeps the socket; leaving for good closes it', () => {
  const leave = attend('gate');
  greet();
  leave();
  attend('yard');
  vi.advanceTimersByTime(silenceMeansDeadMs - 1);
  expect(FakeSocket.newest().closed).toBe(false);
  expect(sent().slice(1)).toEqual([
    { type: 'leave', cameraId: 'gate' },
    { type: 'attend', cameraId: 'yard' },
  ]);
});

test('ends with the session, before anybody has left', () => {
  attend('gate');
  greet();
  endSessionParts();
  expect(FakeSocket.newest().closed).toBe(true);
  expect(controlState.getState().state).toBe('closed');
});

test('renews a movement until it is stopped', () => {
  attend('gate');
  greet();
  moveCamera('gate', right);
  expect(sentOf('move')).toEqual([{ type: 'move', cameraId: 'gate', velocity: right }]);
  vi.advanceTimersByTime(4 * renewEveryMs);
  expect(sentOf('move')).toHaveLength(5);
  stopCamera('gate');
  vi.advanceTimersByTime(1000);
  expect(sentOf('move')).toHaveLength(5);
  expect(sent().at(-1)).toEqual({ type: 'stop', cameraId: 'gate' });
});

test('a changed velocity goes out soon, the newest alone, and never after the stop', () => {
  attend('gate');
  greet();
  moveCamera('gate', right);
  for (let step = 1; step <= 10; step += 1) moveCamera('gate', velocityOf({ pan: 1 - step / 20 }));
  expect(sentOf('move')).toHaveLength(1);
  vi.advanceTimersByTime(60);
  expect(sentOf('move').at(-1)).toMatchObject({ velocity: slower });
  moveCamera('gate', right);
  stopCamera('gate');
  vi.advanceTimersByTime(5000);
  expect(sentOf('move')).toHaveLength(2);
});

test('the camera before is stopped when another one moves, and when it is left', () => {
  const leave = attend('gate');
  attend('yard');
  greet();
  moveCamera('gate', right);
  moveCamera('yard', right);
  expect(sentOf('stop')).toEqual([{ type: 'stop', cameraId: 'gate' }]);
  moveCamera('gate', right);
  leave();
  expect(sentOf('stop').at(-1)).toEqual({ type: 'stop', cameraId: 'gate' });
  expect(sent().at(-1)).toEqual({ type: 'leave', cameraId: 'gate' });
});

test('a lost connection forgets the movement, says so, and comes back without it', () => {
  attend('gate');
  greet();
  moveCamera('gate', right);
  FakeSocket.newest().break();
  expect(controlState.getState()).toMatchObject({ state: 'lost', windowId: null });
  moveCamera('gate', right);
  vi.advanceTimersByTime(0);
  greet();
  vi.advanceTimersByTime(2000);
  expect(controlState.getState().state).toBe('connected');
  expect(sent()).toEqual([{ type: 'attend', cameraId: 'gate' }]);
});

test('a session that ended or changed is lost at once; whoever still looks is connected again', async () => {
  attend('gate');
  greet();
  moveCamera('gate', right);
  FakeSocket.newest().break(closeCodes.sessionEnded);
  expect(controlState.getState().state).toBe('lost');
  await vi.advanceTimersByTimeAsync(0);
  expect(FakeSocket.opened).toHaveLength(2);
});

test('offline is lost at once, and so is silence', () => {
  attend('gate');
  greet();
  page.dispatchEvent(new Event('offline'));
  expect(controlState.getState().state).toBe('lost');
  page.dispatchEvent(new Event('online'));
  greet();
  vi.advanceTimersByTime(silenceMeansDeadMs);
  expect(controlState.getState().state).toBe('lost');
});

test('a refused movement is not asked for again', () => {
  attend('gate');
  greet();
  moveCamera('gate', right);
  const problem = { kind: 'steered-by-other', reason: 'steered-by-other', detail: 'Kim' } as const;
  FakeSocket.newest().say({ type: 'refused', cameraId: 'gate', problem });
  expect(controlState.getState().refused).toEqual({ cameraId: 'gate', problem });
  vi.advanceTimersByTime(2000);
  expect(sentOf('move')).toHaveLength(1);
  takeOverCamera('gate');
  expect(controlState.getState().refused).toBeNull();
  expect(sent().at(-1)).toEqual({ type: 'take-over', cameraId: 'gate' });
});

test('keeps who steers which camera as last told, and nothing of a camera that was left', () => {
  const leave = attend('gate');
  greet();
  const report: ControlReport = {
    type: 'steering',
    cameraId: 'gate',
    holder: { name: 'Kim', own: false },
    motion: 'moving',
  };
  FakeSocket.newest().say(report);
  FakeSocket.newest().say({ ...report, cameraId: 'yard' });
  FakeSocket.newest().onmessage?.({ data: 'no JSON' });
  expect([...controlState.getState().reports]).toEqual([['gate', report]]);
  leave();
  expect(controlState.getState().reports.size).toBe(0);
});
