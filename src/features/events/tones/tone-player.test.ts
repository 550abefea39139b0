import { beforeEach, expect, test, vi } from 'vitest';
import { eventOf } from '../fake-events.ts';
import { newPane } from '../panes/pane.ts';
import { callsFor } from './calls-for.ts';
import { restMs, TonePlayer, toneState } from './tone-player.ts';

const started: number[] = [];
let context: FakeContext;

class FakeContext extends EventTarget {
  state: AudioContextState = 'suspended';
  currentTime = 0;
  readonly destination = {};
  readonly resume = vi.fn(async () => undefined);
  readonly close = vi.fn(async () => undefined);
  constructor() {
    super();
    context = this;
  }
  become(state: AudioContextState) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeNode {
  onended: (() => void) | null = null;
  readonly gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
  readonly connect = (next: unknown) => next;
  readonly disconnect = vi.fn();
  readonly start = (at: number) => started.push(at);
  readonly stop = vi.fn();
}

beforeEach(() => {
  started.length = 0;
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('OscillatorNode', FakeNode);
  vi.stubGlobal('GainNode', FakeNode);
  return () => vi.unstubAllGlobals();
});

test('says that the browser holds tones back, and plays none until it does not', () => {
  const player = new TonePlayer();
  expect(toneState.getState().blocked).toBe(true);
  player.play(0);
  expect(started).toHaveLength(0);
  context.become('running');
  expect(toneState.getState().blocked).toBe(false);
  player.play(10);
  expect(started).toHaveLength(1);
  player.end();
});

test('plays one in two seconds at most', () => {
  const player = new TonePlayer();
  context.become('running');
  for (let atMs = 0; atMs < 2 * restMs; atMs += 100) player.play(atMs);
  expect(started).toHaveLength(2);
  player.end();
});

test('gives everything back', () => {
  const player = new TonePlayer();
  player.end();
  expect(context.close).toHaveBeenCalledOnce();
  expect(toneState.getState().blocked).toBe(false);
  context.become('suspended');
  expect(toneState.getState().blocked).toBe(false);
});

test('a pane calls for what it shows and what happens now', () => {
  const pane = { ...newPane, id: 'p1', tone: true, topics: ['file'] } as const;
  const file = eventOf(1, { topic: 'file', name: 'a' });
  expect(callsFor(pane, file)).toBe(true);
  expect(callsFor({ ...pane, tone: false }, file)).toBe(false);
  expect(callsFor({ ...pane, paused: true }, file)).toBe(false);
  expect(callsFor({ ...pane, cameraIds: ['c2'] }, file)).toBe(false);
  expect(callsFor(pane, { ...file, isSnapshot: true })).toBe(false);
  expect(callsFor(pane, { ...file, isLate: true })).toBe(false);
});
