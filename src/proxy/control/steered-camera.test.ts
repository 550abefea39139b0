import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ControlReport } from '../../api/control.ts';
import { idleReleaseMs, lapseMs, renewEveryMs } from '../../api/control.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { type PtzVelocity, still, velocityOf } from '../../domain/ptz.ts';
import type { NewAuditEntry } from '../access/audit.ts';
import { RequestFault } from '../request-fault.ts';
import { SteeredCamera } from './steered-camera.ts';
import type { SteeringWindow } from './steering-window.ts';
import { allFates, type Fate, fails, lost, obeys, refuses, TestRoad } from './test-road.ts';

interface TestWindow extends SteeringWindow {
  readonly reports: ControlReport[];
  readonly velocity: PtzVelocity;
}

function windowOf(name: string, velocity: PtzVelocity): TestWindow {
  const reports: ControlReport[] = [];
  return {
    windowId: name,
    name,
    velocity,
    reports,
    signature: () => ({ actor: { kind: 'person', name } }),
    tell: (report) => reports.push(report),
  };
}

let road: TestRoad;
let camera: SteeredCamera;
let lines: NewAuditEntry[];
let anna: TestWindow;
let ben: TestWindow;
let idled: number;

function start(): void {
  road = new TestRoad();
  lines = [];
  idled = 0;
  anna = windowOf('Anna', velocityOf({ pan: 1 }));
  ben = windowOf('Ben', velocityOf({ tilt: 1 }));
  camera = new SteeredCamera({
    cameraId: 'gate',
    road,
    audit: {
      write: (entry) => {
        lines.push(entry);
        return new Promise(() => undefined);
      },
    },
    name: () => 'Gate',
    possible: () => undefined,
    idle: () => {
      idled += 1;
    },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  start();
});
afterEach(() => {
  camera.end();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const move = (window: TestWindow) => camera.move(window, window.velocity);
const said = () =>
  lines.map(({ operation, actor, outcome, parameters: { seconds: _, ...parameters }, detail }) =>
    [actor.name, operation, ...Object.values(parameters), outcome, detail].join(' ').trim(),
  );
const refusal = (run: () => void) => {
  try {
    run();
    return null;
  } catch (failure) {
    return failure instanceof RequestFault ? [failure.fault, failure.detail] : failure;
  }
};

describe('a lease', () => {
  it('is of whoever moves first, and of nobody after ten seconds without a command', async () => {
    camera.attend(ben);
    move(anna);
    await pass(20);
    expect(refusal(() => move(ben))).toEqual(['steered-by-other', 'Anna']);
    expect(ben.reports.at(-1)).toMatchObject({ holder: { name: 'Anna', own: false } });
    camera.stop(anna);
    await pass(idleReleaseMs - 1);
    expect(refusal(() => move(ben))).toEqual(['steered-by-other', 'Anna']);
    await pass(1);
    expect(ben.reports.at(-1)).toMatchObject({ holder: null, motion: 'still' });
    move(ben);
    await pass(20);
    expect(road.words).toEqual(['move pan=1', 'stop pan=1', 'move tilt=1']);
    camera.leave(ben);
    camera.gone(ben, 'window-closed');
    await pass(20);
    expect(idled).toBe(1);
  });

  it('is handed on once the camera stands, and the one before is told by whom', async () => {
    camera.attend(anna);
    move(anna);
    await pass(20);
    const taken = camera.takeOver(ben);
    expect(refusal(() => move(anna))).toEqual(['steered-by-other', 'Ben']);
    await pass(20);
    await taken;
    move(ben);
    await pass(20);
    expect(road.words).toEqual(['move pan=1', 'stop pan=1', 'move tilt=1']);
    expect(anna.reports.at(-1)).toMatchObject({ holder: { name: 'Ben', own: false } });
    expect(said()).toEqual([
      'Anna ptz.move pan right taken-over done',
      'Ben ptz.take-over Anna done',
    ]);
  });

  it('is handed on although nobody confirms the stop, which is repeated all the same', async () => {
    move(anna);
    await pass(20);
    road.fate = () => lost;
    const taken = camera.takeOver(ben);
    await pass(600);
    await taken;
    expect(camera.holder?.name).toBe('Ben');
    move(ben);
    road.fate = () => obeys;
    await pass(200);
    // What Ben asked for began only when what Anna had begun was over for sure.
    expect(road.words.at(-2)).toBe('stop pan=1');
    expect(road.words.at(-1)).toBe('move tilt=1');
  });

  it('goes to nobody where the window has gone meanwhile', async () => {
    move(anna);
    await pass(20);
    const taken = camera.takeOver(ben);
    camera.gone(ben, 'window-closed');
    await pass(20);
    await taken;
    expect(camera.holder?.name).toBe('Anna');
  });
});

describe('an action', () => {
  it('stops the movement first, and lets nobody move meanwhile', async () => {
    move(anna);
    await pass(20);
    const order: string[] = [];
    const done = camera.act(anna, async () => {
      order.push(...road.words, 'action');
      await new Promise((resolve) => setTimeout(resolve, 500));
      return 'home';
    });
    await pass(100);
    move(anna);
    await pass(350);
    expect(road.words).toHaveLength(2);
    await pass(100);
    expect(await done).toBe('home');
    expect(order).toEqual(['move pan=1', 'stop pan=1', 'action']);
    expect(road.words.at(-1)).toBe('move pan=1');
    await expect(camera.act(ben, async () => undefined)).rejects.toMatchObject({
      fault: 'steered-by-other',
    });
  });

  it('is not done with a camera that cannot be stopped', async () => {
    move(anna);
    await pass(20);
    road.fate = () => fails;
    const run = vi.fn();
    const done = expect(camera.act(anna, run)).rejects.toBeInstanceOf(DeviceError);
    await pass(1500);
    await done;
    expect(run).not.toHaveBeenCalled();
    road.fate = () => obeys;
    await pass(5000);
  });

  it('is given up when the camera is taken over, and nothing of it is sent after that', async () => {
    let signal: AbortSignal | undefined;
    const done = camera.act(
      anna,
      (ending) =>
        new Promise((_, reject) => {
          signal = ending;
          ending.addEventListener('abort', () => reject(new DeviceError('unreachable', 'stopped')));
        }),
    );
    const failed = expect(done).rejects.toMatchObject({ reason: 'stopped' });
    await pass(20);
    await camera.takeOver(ben);
    expect(signal?.aborted).toBe(true);
    await failed;
    expect(camera.holder?.name).toBe('Ben');
  });

  it('waits for the one before it, with a few others at most', async () => {
    const order: number[] = [];
    const act = (number: number) =>
      camera.act(anna, async () => {
        order.push(number);
        await new Promise((resolve) => setTimeout(resolve, 100));
      });
    const all = Promise.allSettled(Array.from({ length: 12 }, (_, number) => act(number)));
    await pass(2000);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const refused = (await all).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(3);
  });

  it.each([
    ['has gone', () => camera.gone(anna, 'no-longer-allowed')],
    ['has given the camera back', () => camera.release(anna, 'released')],
  ])('is not begun where it waited for another, and the window %s', async (_, leave) => {
    const run = vi.fn();
    const first = camera.act(anna, () => new Promise((resolve) => setTimeout(resolve, 100)));
    const queued = expect(camera.act(anna, run)).rejects.toMatchObject({ reason: 'stopped' });
    await pass(20);
    leave();
    await pass(200);
    await Promise.all([first, queued]);
    expect(run).not.toHaveBeenCalled();
    expect([camera.holder, idled]).toEqual([null, 1]);
  });

  it('is not begun where the window has gone while the camera was stopped for it', async () => {
    move(anna);
    await pass(20);
    const run = vi.fn();
    const done = expect(camera.act(anna, run)).rejects.toMatchObject({ reason: 'stopped' });
    camera.gone(anna, 'no-longer-allowed');
    await pass(100);
    await done;
    expect(run).not.toHaveBeenCalled();
  });

  it('keeps the camera for as long as it takes', async () => {
    const done = camera.act(anna, () => new Promise((resolve) => setTimeout(resolve, 25_000)));
    await pass(24_999);
    expect(camera.holder?.name).toBe('Anna');
    await pass(1);
    await done;
    await pass(2 * idleReleaseMs);
    expect(camera.holder).toBeNull();
  });
});

it('does not go on by the old way while it is given a new one', async () => {
  const next = new TestRoad();
  camera.attend(anna);
  move(anna);
  await pass(20);
  const given = camera.goBy(next);
  // A hand that still holds renews at any moment, also right before the stop is confirmed.
  move(anna);
  await pass(5);
  move(anna);
  await pass(200);
  await given;
  expect([road.words, road.velocity]).toEqual([['move pan=1', 'stop pan=1'], still]);
  expect(next.words).toEqual(['move pan=1']);
  camera.stop(anna);
  await pass(20);
  expect(next.velocity).toEqual(still);
});

describe('the record', () => {
  it('has one line for each movement, with what ended it', async () => {
    move(anna);
    await pass(200);
    camera.move(anna, velocityOf({ pan: -1, zoom: 0.5 }));
    await pass(renewEveryMs);
    camera.stop(anna);
    await pass(20);
    move(anna);
    await pass(lapseMs + 20);
    move(anna);
    await pass(20);
    camera.gone(anna, 'window-closed');
    await pass(20);
    expect(said()).toEqual([
      'Anna ptz.move pan right, pan left, zoom in released done',
      'Anna ptz.move pan right lapsed done',
      'Anna ptz.move pan right window-closed done',
    ]);
    expect(lines[0]?.parameters.seconds).toMatch(/^0\.[45]$/);
  });

  it('says what the device refused, also where the hand had let go before the answer', async () => {
    road.fate = () => refuses;
    move(anna);
    await pass(100);
    move(anna);
    camera.stop(anna);
    await pass(20);
    expect(said()).toEqual([
      'Anna ptz.move pan right device-refused failed command-refused: -4',
      'Anna ptz.move pan right released failed command-refused: -4',
    ]);
    const problem = { kind: 'rejected', reason: 'command-refused', detail: '-4' };
    const refused = { type: 'refused', cameraId: 'gate', problem };
    expect(anna.reports).toEqual([refused, refused]);
  });

  it('has a stop that was not confirmed, and that it was in the end', async () => {
    move(anna);
    await pass(20);
    road.fate = (_, count) => (count < 3 ? fails : obeys);
    camera.gone(anna, 'window-closed');
    await pass(1000);
    expect(said()).toEqual(
      [
        'Anna ptz.move pan right window-closed done',
        'ptz.stop failed server-error: 500',
        'ptz.stop done',
      ].map((line) => expect.stringContaining(line)),
    );
    expect(lines[1]?.actor.kind).toBe('system');
  });

  it('says of a movement that it was given up before anything was sent', async () => {
    move(anna);
    await pass(20);
    road.fate = () => lost;
    camera.stop(anna);
    move(anna);
    camera.stop(anna);
    expect(said()).toEqual([
      'Anna ptz.move pan right released done',
      'Anna ptz.move pan right released cancelled',
    ]);
    road.fate = () => obeys;
    await pass(1000);
  });

  it('passes over one accident, and tells the second in a row', async () => {
    road.fate = (_, count) => (count === 1 ? fails : obeys);
    move(anna);
    await pass(renewEveryMs);
    move(anna);
    await pass(20);
    expect([anna.reports, road.velocity]).toEqual([[], anna.velocity]);
    road.fate = (kind) => (kind === 'move' ? fails : obeys);
    camera.move(anna, velocityOf({ pan: 0.5 }));
    await pass(renewEveryMs);
    camera.move(anna, velocityOf({ pan: 0.5 }));
    await pass(50);
    expect(anna.reports).toMatchObject([{ type: 'refused', problem: { reason: 'server-error' } }]);
    expect(road.velocity).toEqual(still);
  });
});

const fates = fc.constantFrom(...allFates);
const turns = fc.array(
  fc.record({
    isAnna: fc.boolean(),
    does: fc.constantFrom('move', 'move', 'stop', 'take-over', 'release', 'act', 'gone'),
    thenMs: fc.nat(300),
    fate: fates,
  }),
  { minLength: 2, maxLength: 30 },
);

it('lets no command of one window between those of another, in 1,000 ways to take turns', async () => {
  let commands = 0;
  const owners = new Set<string>();
  await fc.assert(
    fc.asyncProperty(turns, async (steps) => {
      start();
      let fate: Fate = obeys;
      const strange: string[] = [];
      let mover = '';
      road.fate = (kind) => {
        const command = road.sent.at(-1);
        if (kind === 'move' && command) {
          const owner = command.velocity.pan > 0 ? anna : ben;
          if (camera.holder !== owner) strange.push(`${owner.name} without the lease`);
          // Where it changes hands, a stop that was confirmed stands between.
          const [before] = road.sent.slice(0, -1).slice(-1);
          if (mover !== '' && mover !== owner.name && before?.kind !== 'stop') {
            strange.push(`${owner.name} right after ${mover}`);
          }
          mover = owner.name;
          owners.add(mover);
        }
        return fate;
      };
      for (const step of steps) {
        ({ fate } = step);
        const window = step.isAnna ? anna : ben;
        if (step.does === 'move') refusal(() => move(window));
        if (step.does === 'stop') camera.stop(window);
        if (step.does === 'release') camera.release(window, 'released');
        if (step.does === 'gone') camera.gone(window, 'window-closed');
        if (step.does === 'take-over') void camera.takeOver(window).catch(() => undefined);
        if (step.does === 'act') {
          const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
          void camera.act(window, pause).catch(() => undefined);
        }
        await pass(step.thenMs);
      }
      fate = obeys;
      await pass(lapseMs + 600 + 600 + 5000 + 50);
      expect(road.velocity).toEqual(still);
      await pass(30_000);
      expect(road.velocity).toEqual(still);
      expect(strange).toEqual([]);
      expect([camera.holder, camera.motion.isAtRest]).toEqual([null, true]);
      commands += road.sent.length;
      camera.end();
    }),
    { numRuns: 1000, seed: 20_261_126 },
  );
  expect(owners.size).toBe(2);
  expect(commands).toBeGreaterThan(3000);
  console.info(`1000 ways, ${commands} commands: 0 interleaved`);
});
