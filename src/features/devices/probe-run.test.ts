import { expect, test } from 'vitest';
import type { ProbeEvent } from '../../api/probe.ts';
import { idleProbe, type ProbeRun, probeReducer } from './probe-run.ts';

function climb(run: ProbeRun, ...events: readonly ProbeEvent[]): ProbeRun {
  return events.reduce((now, event) => probeReducer(now, { type: 'event', event }), run);
}

function outcomes(run: ProbeRun) {
  return Object.fromEntries(run.rungs.map(({ rung, outcome }) => [rung, outcome]));
}

const started = probeReducer(idleProbe, { type: 'start' });
const refused = { kind: 'unauthorized', reason: 'login-refused' } as const;
const atLogin = climb(
  started,
  { type: 'begin', rung: 'connect' },
  { type: 'end', rung: 'connect', outcome: 'passed', tookMs: 3, fact: '10.0.0.2' },
  { type: 'candidates', candidates: [] },
  { type: 'begin', rung: 'login' },
  { type: 'end', rung: 'login', outcome: 'failed', tookMs: 5, problem: refused },
  { type: 'stopped', rung: 'login', problem: refused },
);

test('follows each rung and keeps why it stopped', () => {
  expect(outcomes(atLogin)).toMatchObject({ connect: 'passed', login: 'failed', name: 'waiting' });
  expect(atLogin).toMatchObject({ phase: 'stopped', stoppedAt: 'login', problem: refused });
});

test('goes on after the login with the rungs before it as they stood', () => {
  const again = probeReducer(atLogin, { type: 'start', keepUntil: 'login' });
  expect(outcomes(again)).toMatchObject({ connect: 'passed', login: 'waiting' });
  expect(again).toMatchObject({ phase: 'running', stoppedAt: null, problem: null });
});

test('a new check begins at the foot of the ladder', () => {
  const again = probeReducer(atLogin, { type: 'start' });
  expect(new Set(again.rungs.map(({ outcome }) => outcome))).toEqual(new Set(['waiting']));
});

test.each([
  { type: 'cancelled' } as const,
  { type: 'broken', problem: { kind: 'unreachable', reason: 'server-unreachable' } } as const,
])('nothing goes on turning after $type', (action) => {
  const running = climb(started, { type: 'begin', rung: 'http' });
  const ended = probeReducer(running, action);
  expect(outcomes(running)).toMatchObject({ http: 'running' });
  expect(outcomes(ended)).toMatchObject({ http: 'waiting' });
  expect(ended.phase).toBe(action.type);
});

const searching = climb(
  started,
  { type: 'begin', rung: 'login' },
  { type: 'progress', rung: 'channels', done: 0, most: 32 },
  { type: 'progress', rung: 'channels', done: 4, most: 32 },
);

function progressOf(run: ProbeRun) {
  return run.rungs.flatMap(({ rung, progress }) => (progress ? [[rung, progress]] : []));
}

test('a search runs beside the rung above it and keeps the last step', () => {
  expect(outcomes(searching)).toMatchObject({ login: 'running', channels: 'running' });
  expect(progressOf(searching)).toEqual([['channels', { done: 4, most: 32 }]]);
});

test.each([
  { type: 'event', event: { type: 'begin', rung: 'channels' } } as const,
  { type: 'event', event: { type: 'stopped', rung: 'login', problem: refused } } as const,
  { type: 'start', keepUntil: 'login' } as const,
  { type: 'cancelled' } as const,
])('no step of a search is left after $type', (action) => {
  expect(progressOf(probeReducer(searching, action))).toEqual([]);
});
