import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lapseMs, renewEveryMs } from '../../api/control.ts';
import { isStill, type PtzVelocity, still, velocityOf } from '../../domain/ptz.ts';
import { CameraMotion } from './camera-motion.ts';
import { allFates, type Fate, fails, lost, obeys, refuses, TestRoad } from './test-road.ts';

const right = velocityOf({ pan: 1 });
const up = velocityOf({ tilt: 0.5 });
/** Within this a camera stands, whatever becomes of the first stop. */
const standsWithinMs = 1500;

let road: TestRoad;
let motion: CameraMotion;
let states: string[];
let kept: readonly PtzVelocity[][];
let moved: (string | undefined)[];
let lapses: number;

function start(): void {
  road = new TestRoad();
  states = [];
  kept = [];
  moved = [];
  lapses = 0;
  motion = new CameraMotion(road, {
    changed: () => {
      if (states.at(-1) !== motion.state) states.push(motion.state);
    },
    lapsed: () => {
      lapses += 1;
    },
    moved: (error) => moved.push(error?.reason),
    possible: (velocities) => {
      kept = [...kept, [...velocities]];
    },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  start();
});
afterEach(() => {
  motion.end();
  vi.clearAllTimers();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const expectStill = () => {
  expect(road.velocity).toEqual(still);
  expect(motion.state).toBe('still');
};

async function hold(velocity: PtzVelocity, forMs: number): Promise<void> {
  for (let leftMs = forMs; leftMs > 0; leftMs -= renewEveryMs) {
    motion.move(velocity);
    await pass(Math.min(renewEveryMs, leftMs));
  }
}

describe('a camera that may go either way', () => {
  const left = velocityOf({ pan: -1 });

  it('is told to stop both, also where one of the stops fails', async () => {
    road.fate = (_, count) => (count === 1 ? fails : obeys);
    motion.stopAll([right, left]);
    await pass(20);
    expect(road.words).toEqual(['stop pan=1', 'stop pan=-1']);
    await pass(200);
    expectStill();
  });

  it('is told to stop what became known while another stop was on its way', async () => {
    motion.stopAll([right]);
    motion.stopAll([up]);
    await pass(50);
    expect(road.words.at(-1)).toBe('stop pan=1 tilt=0.5');
    expectStill();
    expect(kept.at(-1)).toEqual([]);
  });
});

describe('a movement', () => {
  it('is sent once however often it is renewed, and stopped when it is released', async () => {
    await hold(right, 2000);
    expect(motion.state).toBe('moving');
    motion.stop();
    expect(motion.state).toBe('stopping');
    await pass(20);
    expectStill();
    expect(road.words).toEqual(['move pan=1', 'stop pan=1']);
    expect(states).toEqual(['moving', 'stopping', 'still']);
    expect(kept).toEqual([[right], []]);
    expect(motion.isAtRest).toBe(true);
  });

  it('is stopped when nobody renews it', async () => {
    motion.move(right);
    await pass(lapseMs - 1);
    expect(road.velocity).toEqual(right);
    await pass(20);
    expectStill();
    expect(lapses).toBe(1);
    expect((road.sent[1]?.atMs ?? 0) - (road.sent[0]?.atMs ?? 0)).toBeCloseTo(lapseMs);
  });

  it('goes out at once, its changes ten times a second, the newest alone', async () => {
    road.fate = () => ({ obeyedAfterMs: 5, answeredAfterMs: 30 });
    for (let step = 1; step <= 100; step += 1) {
      motion.move(velocityOf({ pan: step / 100 }));
      await pass(10);
    }
    expect(road.sent.length).toBeLessThanOrEqual(11);
    const gaps = road.sent.slice(1).map(({ atMs }, index) => atMs - (road.sent[index]?.atMs ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
    await pass(200);
    expect(road.velocity).toEqual(velocityOf({ pan: 1 }));
    expect(road.before.slice(1).map(({ pan }) => pan)).toEqual(
      road.sent.slice(0, -1).map(({ velocity }) => velocity.pan),
    );
  });

  it('waits for the answer before it, not longer than a command may take', async () => {
    road.fate = (_, count) => (count === 1 ? lost : obeys);
    motion.move(right);
    await pass(300);
    motion.move(up);
    await pass(290);
    expect(road.words).toEqual(['move pan=1']);
    await hold(up, 300);
    expect(road.words).toEqual(['move pan=1', 'move tilt=0.5']);
    // Nobody knows whether it pans, so the pan is named for the protocol to stop.
    expect(road.before[1]).toEqual(right);
  });

  it('is given more time where the device is slow, and its stop is not', async () => {
    road.fate = () => ({ obeyedAfterMs: 700, answeredAfterMs: 800 });
    await hold(right, 3000);
    expect([road.velocity, motion.state]).toEqual([right, 'moving']);
    expect(moved).toEqual(['answer-timeout', undefined]);
    motion.stop();
    await pass(standsWithinMs);
    expectStill();
  });

  it('that failed is tried again with its renewal', async () => {
    road.fate = (_, count) => (count === 1 ? fails : obeys);
    await hold(right, 500);
    expect(road.velocity).toEqual(right);
    expect(moved).toEqual(['server-error', undefined]);
    expect(road.before).toEqual([still, still]);
  });

  it('that was refused leaves nothing to be stopped', async () => {
    road.fate = () => refuses;
    motion.move(right);
    await pass(20);
    motion.stop();
    await pass(10_000);
    expectStill();
    expect(road.words).toEqual(['move pan=1']);
    expect(kept.at(-1)).toEqual([]);
  });

  it('that was refused after its stop ends the tries to stop it', async () => {
    road.fate = () => ({ ...refuses, answeredAfterMs: 100 });
    motion.move(right);
    motion.stop();
    await pass(10_000);
    expectStill();
    expect(road.words).toEqual(['move pan=1', 'stop pan=1']);
  });

  it('waits while something else is done, and goes on after it', async () => {
    const free = motion.hold();
    motion.move(right);
    await pass(500);
    expect(road.words).toEqual([]);
    free();
    await pass(20);
    expect(road.velocity).toEqual(right);
  });
});

describe('a stop', () => {
  it.each<[string, Fate]>([
    ['is lost', lost],
    ['fails', fails],
    ['times out although it was obeyed', { obeyedAfterMs: 5, answeredAfterMs: null }],
  ])('that %s is repeated', async (_, fate) => {
    road.fate = (kind, count) => (kind === 'stop' && count === 1 ? fate : obeys);
    motion.move(right);
    await pass(lapseMs);
    await pass(standsWithinMs);
    expectStill();
    expect(states).toEqual(['moving', 'stopping', 'unconfirmed', 'still']);
    expect(motion.problem).toBeUndefined();
    expect(road.sent.filter(({ kind }) => kind === 'stop')).toHaveLength(2);
  });

  it('is repeated for as long as it takes, ever more seldom', async () => {
    motion.move(right);
    await pass(20);
    road.fate = () => fails;
    motion.stop();
    await pass(60_000);
    expect(motion.state).toBe('unconfirmed');
    expect(motion.problem).toMatchObject({ reason: 'server-error' });
    const atMs = road.sent.slice(1).map((stop) => stop.atMs);
    const pauses = atMs.slice(1).map((ms, index) => ms - (atMs[index] ?? 0) - 10);
    expect(pauses.slice(0, 8)).toEqual([100, 200, 400, 800, 1000, 2000, 5000, 5000]);
    road.fate = () => obeys;
    await pass(5000);
    expectStill();
  });

  it('gives a device that answers late more time, so that it is confirmed at last', async () => {
    motion.move(right);
    await pass(20);
    road.fate = () => ({ obeyedAfterMs: 5, answeredAfterMs: 1500 });
    motion.stop();
    await pass(15_000);
    expectStill();
  });

  it('does not wait for a movement that hangs, and is sent again once that has ended', async () => {
    road.fate = (kind) => (kind === 'move' ? { obeyedAfterMs: 400, answeredAfterMs: 450 } : obeys);
    motion.move(right);
    await pass(50);
    motion.stop();
    await pass(20);
    expect([road.words, motion.state]).toEqual([['move pan=1', 'stop pan=1'], 'stopping']);
    await pass(370);
    expect(road.velocity).toEqual(right);
    await pass(50);
    expectStill();
    expect(road.words).toEqual(['move pan=1', 'stop pan=1', 'stop pan=1', 'stop pan=1']);
  });

  it('is sent again for a while after a movement without an answer', async () => {
    // A slow device: it obeys long after we have hung up.
    road.fate = (kind) =>
      kind === 'move' ? { obeyedAfterMs: 2000, answeredAfterMs: null } : obeys;
    motion.move(right);
    await pass(50);
    motion.stop();
    await pass(700);
    expectStill();
    await pass(1300);
    await pass(standsWithinMs);
    expectStill();
    await pass(5000);
    expect(motion.isAtRest).toBe(true);
    expect(kept.at(-1)).toEqual([]);
    // All of that was caution, which nobody needs to see.
    expect(states).toEqual(['moving', 'stopping', 'still']);
  });

  it('lets a new movement begin only after it is confirmed', async () => {
    motion.move(right);
    await pass(20);
    road.fate = (_, count) => (count === 1 ? fails : obeys);
    motion.stop();
    motion.move(up);
    await pass(60);
    expect(road.words).toEqual(['move pan=1', 'stop pan=1']);
    road.fate = () => obeys;
    await pass(200);
    expect(road.words).toEqual(['move pan=1', 'stop pan=1', 'stop pan=1', 'move tilt=0.5']);
    expect(road.velocity).toEqual(up);
  });

  it('names both ways of an axis that may go either way', async () => {
    motion.move(right);
    await pass(150);
    road.fate = (kind) => (kind === 'move' ? lost : obeys);
    motion.move(velocityOf({ pan: -1 }));
    await pass(20);
    motion.stop();
    await pass(40);
    expect(road.words.slice(2)).toEqual(['stop pan=1', 'stop pan=-1']);
  });

  it('asks nothing of a camera that stands', async () => {
    motion.stop();
    await pass(1000);
    expect(road.words).toEqual([]);
  });

  it('of what a proxy before left moving clears what was kept', async () => {
    motion.stopAll([right, up]);
    await pass(50);
    expect(road.words).toEqual(['stop pan=1 tilt=0.5']);
    expect(kept.at(-1)).toEqual([]);
  });

  it('is waited for, but not for ever', async () => {
    motion.move(right);
    await pass(20);
    road.fate = () => lost;
    motion.stop();
    const stands = motion.stands(1000);
    await pass(999);
    motion.road = new TestRoad();
    await pass(1);
    expect(await stands).toBe(false);
    const later = motion.stands(10_000);
    await pass(2000);
    expect(await later).toBe(true);
  });
});

const fates = fc.constantFrom(...allFates, refuses);
const hands = fc.array(
  fc.record({
    does: fc.constantFrom('move', 'stop', 'nothing'),
    velocity: fc.constantFrom(right, up, velocityOf({ pan: -1 }), velocityOf({ zoom: 1 })),
    thenMs: fc.nat(900),
    fate: fates,
  }),
  { maxLength: 25 },
);

const moveFates = fc.array(fates, { minLength: 30, maxLength: 30 });

describe('whatever a hand does and a device makes of it', () => {
  it('the camera stands in the end, and was never set going after its stop', async () => {
    let commands = 0;
    await fc.assert(
      fc.asyncProperty(hands, async (steps) => {
        start();
        // A device that says no to a stop is none that can be stopped.
        let fate: Fate = obeys;
        road.fate = (kind) => (kind === 'stop' && fate === refuses ? fails : fate);
        for (const step of steps) {
          fate = step.fate;
          if (step.does === 'move') motion.move(step.velocity);
          if (step.does === 'stop') motion.stop();
          await pass(step.thenMs);
        }
        fate = obeys;
        // The lapse of the last movement, what is under way, and the pause of the ladder.
        await pass(lapseMs + 600 + 600 + 5000 + 50);
        expectStill();
        const stoppedAtMs = road.changedAtMs;
        const moves = road.sent.filter(({ kind }) => kind === 'move').length;
        await pass(30_000);
        expectStill();
        expect(isStill(road.velocity)).toBe(true);
        expect(road.sent.filter(({ kind }) => kind === 'move')).toHaveLength(moves);
        expect(road.changedAtMs).toBeGreaterThanOrEqual(stoppedAtMs);
        expect(motion.isAtRest).toBe(true);
        expect([[], undefined]).toContainEqual(kept.at(-1));
        commands += road.sent.length;
      }),
      { numRuns: 500, seed: 20_261_126 },
    );
    expect(commands).toBeGreaterThan(1000);
    console.info(`500 hands, ${commands} commands: each camera stands`);
  });

  it('the camera stands within 1.5 s of the lapse, whatever became of one stop', async () => {
    await fc.assert(
      fc.asyncProperty(moveFates, fates, fc.nat(2000), async (all, ofStop, forMs) => {
        start();
        road.fate = (kind, count) => {
          if (kind === 'stop') return count === 1 ? ofStop : obeys;
          return all[count % all.length] ?? obeys;
        };
        for (let atMs = 0; atMs <= forMs; atMs += 90) {
          motion.move(velocityOf({ pan: ((atMs % 7) + 1) / 10, tilt: atMs % 2 }));
          await pass(90);
        }
        await pass(lapseMs - 90 + standsWithinMs);
        expect(road.velocity).toEqual(still);
      }),
      { numRuns: 300, seed: 20_261_126 },
    );
  });
});
