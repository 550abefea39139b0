import { beforeEach, expect, it, vi } from 'vitest';
import { MasterClock } from './master-clock.ts';
import type { Follower, Moment, Standing } from './moment.ts';

const startMs = 1_000_000;
let nowMs: number;
let latestMs: number;
beforeEach(() => {
  nowMs = 0;
  latestMs = startMs + 1e9;
});

class FakePlayer implements Follower {
  standing: Standing = 'ready';
  nextFootageMs: number | null = null;
  driftMs = 0;
  moments: Moment[] = [];
  follow(moment: Moment): void {
    this.moments.push(moment);
  }
  get last() {
    return this.moments.at(-1);
  }
}

function clockOf(count: number, limits: { fromMs?: number; toMs?: number } = {}) {
  const clock = new MasterClock(startMs, { ...limits, latestMs: () => latestMs }, () => nowMs);
  const players = Array.from({ length: count }, () => new FakePlayer());
  for (const player of players) clock.lead(player);
  const pass = (ms: number, stepMs = 100) => {
    for (let passed = 0; passed < ms; passed += stepMs) {
      nowMs += stepMs;
      clock.tick();
    }
  };
  return { clock, players, pass };
}

it('tells all of nine players the same time, at any rate', () => {
  const { clock, players, pass } = clockOf(9);
  clock.setRate(4);
  clock.play();
  pass(1000);
  expect(clock.state.atMs).toBe(startMs + 4000);
  expect(new Set(players.map(({ last }) => last?.atMs))).toEqual(new Set([startMs + 4000]));
  expect(players[0]?.last).toMatchObject({ motion: 'plays', rate: 4 });
});

it('stands until it is to play, and again after that', () => {
  const { clock, players, pass } = clockOf(1);
  pass(500);
  expect(players[0]?.last).toMatchObject({ atMs: startMs, motion: 'stands' });
  clock.play();
  pass(500);
  clock.pause();
  pass(500);
  expect(players[0]?.last).toMatchObject({ atMs: startMs + 500, motion: 'stands' });
});

it('waits for pictures that are on their way, but for none of them for ever', () => {
  const { clock, players, pass } = clockOf(2);
  const [slow] = players;
  if (slow) slow.standing = 'loading';
  clock.play();
  pass(3000);
  expect(clock.state).toMatchObject({ atMs: startMs, isWaiting: true });
  expect(players[1]?.last?.motion).toBe('waits');
  pass(10_000);
  expect(clock.state.isWaiting).toBe(false);
  expect(clock.state.atMs).toBeGreaterThan(startMs + 6000);
  if (slow) slow.standing = 'ready';
  pass(100);
  if (slow) slow.standing = 'loading';
  pass(100);
  expect(clock.state.isWaiting).toBe(true);
});

it('waits for each by itself, also where one of them is always opening a film', () => {
  const { clock, players, pass } = clockOf(4);
  clock.play();
  for (let turn = 0; turn < 8; turn += 1) {
    for (const [at, player] of players.entries()) {
      player.standing = at === turn % 4 ? 'loading' : 'ready';
    }
    pass(2000);
  }
  expect(clock.state).toMatchObject({ atMs: startMs, isWaiting: true });
});

it('lets no camera without footage hold up the others', () => {
  const { clock, players, pass } = clockOf(3);
  for (const [at, standing] of (['nothing', 'failed', 'ready'] as const).entries()) {
    const player = players[at];
    if (player) player.standing = standing;
  }
  clock.play();
  pass(1000);
  expect(clock.state.atMs).toBe(startMs + 1000);
});

it('leaps over what no camera has, and ends where nothing follows', () => {
  const { clock, players, pass } = clockOf(2);
  const [one, other] = players;
  for (const player of players) player.standing = 'nothing';
  if (one) one.nextFootageMs = startMs + 60_000;
  if (other) other.nextFootageMs = startMs + 90_000;
  clock.play();
  pass(100);
  expect(clock.state.atMs).toBe(startMs + 60_000);
  for (const player of players) player.nextFootageMs = null;
  pass(100);
  expect(clock.state.isPlaying).toBe(false);
});

it('waits for what is not there yet, and never runs into the future', () => {
  latestMs = startMs + 1000;
  const { clock, players, pass } = clockOf(1);
  clock.play();
  pass(5000);
  expect(clock.state).toMatchObject({ atMs: latestMs, isPlaying: true });
  const [player] = players;
  if (player) player.standing = 'not-yet';
  latestMs += 100_000;
  pass(20_000);
  expect(clock.state).toMatchObject({ atMs: startMs + 1000, isWaiting: true });
});

it('stops at the end of a clip, and plays it once more from its beginning', () => {
  const { clock, pass } = clockOf(1, { fromMs: startMs, toMs: startMs + 2000 });
  clock.play();
  pass(3000);
  expect(clock.state).toMatchObject({ atMs: startMs + 2000, isPlaying: false });
  clock.play();
  expect(clock.state).toMatchObject({ atMs: startMs, isPlaying: true });
  clock.seek(startMs - 5000);
  expect(clock.state.atMs).toBe(startMs);
});

it('tells a jump from going on, and takes everything back', () => {
  const { clock, players, pass } = clockOf(1);
  clock.seek(startMs + 1);
  const jump = players[0]?.last?.jump;
  pass(200);
  expect(players[0]?.last?.jump).toBe(jump);
  clock.seek(startMs + 2);
  expect(players[0]?.last?.jump).not.toBe(jump);
  vi.useFakeTimers();
  clock.run()();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it('goes back picture by picture, no faster than eight times, and forward again after that', () => {
  const { clock, players, pass } = clockOf(1);
  clock.setRate(16);
  clock.reverse();
  pass(1000);
  expect(clock.state).toMatchObject({ atMs: startMs - 8000, direction: -1, goesAt: 8 });
  expect(players[0]?.last).toMatchObject({ byPicture: true, direction: -1, rate: 8 });
  clock.pause();
  expect(players[0]?.last).toMatchObject({ byPicture: false, motion: 'stands' });
  clock.setRate(1);
  clock.play();
  pass(1000);
  expect(clock.state).toMatchObject({ atMs: startMs - 7000, direction: 1, byPicture: false });
});

it('leaps back over what no camera has to what was recorded last', () => {
  const { clock, players, pass } = clockOf(2);
  for (const [at, player] of players.entries()) {
    player.standing = 'nothing';
    player.nextFootageMs = startMs - 60_000 - at;
  }
  clock.reverse();
  pass(100);
  expect(clock.state.atMs).toBe(startMs - 60_000);
});

it('shows single pictures where it goes faster than film', () => {
  const { clock, players, pass } = clockOf(1);
  clock.play();
  for (const [rate, byPicture] of [
    [8, false],
    [16, true],
  ] as const) {
    clock.setRate(rate);
    pass(100);
    expect(players[0]?.last).toMatchObject({ rate, byPicture });
  }
});

it('hurries as it is told, and is not beyond where it is to slow down', () => {
  const { clock, players, pass } = clockOf(1);
  const slowFromMs = startMs + 1000;
  clock.hurry((atMs, rate) =>
    atMs < slowFromMs
      ? { rate: 8, untilMs: slowFromMs }
      : { rate, untilMs: Number.POSITIVE_INFINITY },
  );
  clock.play();
  pass(100);
  expect(players[0]?.last).toMatchObject({ atMs: startMs + 800, rate: 8 });
  pass(100);
  expect(players[0]?.last).toMatchObject({ atMs: slowFromMs, rate: 1 });
  pass(500);
  expect(clock.state).toMatchObject({ atMs: slowFromMs + 500, rate: 1, goesAt: 1 });
});
