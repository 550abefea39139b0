import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RequestedAction } from '../../api/control.ts';
import { RequestProblem } from '../../device-access/request-problem.ts';
import { type PtzVelocity, velocityOf } from '../../domain/ptz.ts';
import { Helm } from './helm.ts';
import { testSteering } from './test-steering.ts';

let said: (PtzVelocity | 'stop' | RequestedAction)[];
let fails: RequestProblem | null;

const helmOf = (over: Parameters<typeof testSteering>[0] = {}) =>
  new Helm('gate', testSteering(over), {
    move: (velocity) => said.push(velocity),
    stop: () => said.push('stop'),
    act: async (action) => {
      said.push(action);
      if (fails !== null) throw fails;
    },
  });

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  fails = null;
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

test('moves while something is held, and stops once with the last of them', () => {
  const helm = helmOf();
  helm.hold('key:a', { pan: 1 });
  helm.hold('key:b', { tilt: 0.5 });
  helm.drop('key:a');
  helm.drop('key:b');
  helm.drop('key:b');
  helm.dropAll();
  helm.end();
  expect(said).toEqual([
    velocityOf({ pan: 1 }),
    velocityOf({ pan: 1, tilt: 0.5 }),
    velocityOf({ tilt: 0.5 }),
    'stop',
  ]);
});

test('what was let go of does not move again by going on', () => {
  const helm = helmOf();
  helm.hold('pointer:1', {});
  helm.change('pointer:1', { pan: 0.4 });
  helm.dropAll();
  helm.change('pointer:1', { pan: 0.8 });
  expect(said).toEqual([velocityOf({ pan: 0.4 }), 'stop']);
});

test('a pointer that went nowhere neither moves nor stops anything', () => {
  const helm = helmOf();
  helm.hold('pointer:1', {});
  helm.drop('pointer:1');
  expect(said).toEqual([]);
});

test('lets go of one kind alone', () => {
  const helm = helmOf();
  helm.hold('key:a', { pan: 1 });
  helm.hold('gamepad', { tilt: 1 });
  helm.dropAll('key:');
  expect(said.at(-1)).toEqual(velocityOf({ tilt: 1 }));
  expect(helm.holding('gamepad')).toBe(true);
});

test('forgets without a word what the proxy did not do', () => {
  const helm = helmOf();
  helm.hold('key:a', { pan: 1 });
  helm.forget();
  helm.drop('key:a');
  expect(said).toEqual([velocityOf({ pan: 1 })]);
  expect(helm.state.getState().asked).toEqual(velocityOf({}));
});

test('a camera that steps takes one step a press, however long it is held', () => {
  const helm = helmOf({ moves: [], steps: ['pan', 'tilt'] });
  helm.press('key:a', { pan: -0.3 });
  helm.drop('key:a');
  helm.press('key:z', { zoom: 1 });
  expect(said).toEqual([{ kind: 'step', step: velocityOf({ pan: -1 }) }]);
});

test('a press without an end of its own lasts a moment', () => {
  const helm = helmOf();
  helm.nudge('button:1', { pan: 1 });
  vi.advanceTimersByTime(300);
  expect(said).toEqual([velocityOf({ pan: 1 }), 'stop']);
  helm.nudge('button:1', { pan: 1 });
  helm.end();
  expect(said.slice(2)).toEqual([velocityOf({ pan: 1 }), 'stop']);
});

test('keeps why something was not done until the next thing is', async () => {
  const helm = helmOf();
  fails = new RequestProblem({ kind: 'rejected', reason: 'command-refused', detail: '-4' });
  expect(await helm.act({ kind: 'home' })).toBe(false);
  expect(helm.state.getState().problem).toMatchObject({ detail: '-4' });
  fails = null;
  expect(await helm.act({ kind: 'home' })).toBe(true);
  expect(helm.state.getState().problem).toBeNull();
});

test('leaving PTZ mode, or taking another tool, lets go', () => {
  const helm = helmOf();
  helm.setMode(true);
  helm.hold('key:a', { pan: 1 });
  helm.setMode(false);
  helm.hold('key:a', { pan: 1 });
  helm.setTool('box');
  expect(said.filter((each) => each === 'stop')).toHaveLength(2);
});

test('a later way to a preset outlasts the end of an earlier one', () => {
  const helm = helmOf();
  const first = helm.travel('1');
  const second = helm.travel('2');
  expect(first.signal.aborted).toBe(true);
  helm.arrive(first.signal);
  expect(helm.state.getState().goingTo).toBe('2');
  helm.arrive(second.signal);
  expect(helm.state.getState().goingTo).toBeNull();
});
