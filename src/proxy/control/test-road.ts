import { DeviceError } from '../../domain/device-error.ts';
import { type PtzVelocity, still } from '../../domain/ptz.ts';
import type { CommandLimits, MotionRoad } from './motion-road.ts';

/** When a device obeys a command, and when and how it answers; null: never. */
export interface Fate {
  readonly obeyedAfterMs: number | null;
  readonly answeredAfterMs: number | null;
  readonly error?: DeviceError;
}

export const obeys: Fate = { obeyedAfterMs: 5, answeredAfterMs: 10 };
export const lost: Fate = { obeyedAfterMs: null, answeredAfterMs: null };
export const fails: Fate = {
  obeyedAfterMs: null,
  answeredAfterMs: 10,
  error: new DeviceError('rejected', 'server-error', { detail: '500' }),
};
export const refuses: Fate = {
  obeyedAfterMs: null,
  answeredAfterMs: 10,
  error: new DeviceError('rejected', 'command-refused', { detail: '-4' }),
};

/** What may become of a command, the good of it more often. */
export const allFates: readonly Fate[] = [
  obeys,
  obeys,
  obeys,
  lost,
  fails,
  { obeyedAfterMs: 5, answeredAfterMs: null },
  { ...fails, obeyedAfterMs: 5 },
  { obeyedAfterMs: 300, answeredAfterMs: 350 },
  { obeyedAfterMs: 550, answeredAfterMs: null },
];

interface Command {
  readonly kind: 'move' | 'stop';
  readonly velocity: PtzVelocity;
  readonly atMs: number;
}

/** A camera under a clock of its own, which obeys each command as its fate is. */
export class TestRoad implements MotionRoad {
  /** In the order in which they were sent. */
  readonly sent: Command[] = [];
  /** What was called the movement before, for each move. */
  readonly before: PtzVelocity[] = [];
  velocity: PtzVelocity = still;
  /** When it began to move last, or stopped. */
  changedAtMs = 0;
  fate: (kind: Command['kind'], count: number) => Fate = () => obeys;

  move(velocity: PtzVelocity, before: PtzVelocity, limits: CommandLimits): Promise<void> {
    this.before.push(before);
    return this.#command('move', velocity, limits);
  }

  stop(moving: PtzVelocity, limits: CommandLimits): Promise<void> {
    return this.#command('stop', moving, limits);
  }

  /** Words of what was sent, e.g. `move pan=1`. */
  get words(): readonly string[] {
    return this.sent.map(({ kind, velocity }) => [kind, ...wordsOf(velocity)].join(' '));
  }

  #command(kind: Command['kind'], velocity: PtzVelocity, limits: CommandLimits): Promise<void> {
    limits.onCall?.();
    this.sent.push({ kind, velocity, atMs: performance.now() });
    const count = this.sent.filter((command) => command.kind === kind).length;
    const { obeyedAfterMs, answeredAfterMs, error } = this.fate(kind, count);
    if (obeyedAfterMs !== null) {
      setTimeout(() => this.#obey(kind === 'move' ? velocity : still), obeyedAfterMs);
    }
    return new Promise((resolve, reject) => {
      const stopped = () => end(() => reject(new DeviceError('unreachable', 'stopped')));
      const late = setTimeout(
        () => end(() => reject(new DeviceError('timeout', 'answer-timeout'))),
        limits.deadlineMs,
      );
      const end = (settle: () => void) => {
        clearTimeout(late);
        limits.signal.removeEventListener('abort', stopped);
        settle();
      };
      limits.signal.addEventListener('abort', stopped);
      if (answeredAfterMs === null) return;
      setTimeout(() => end(() => (error ? reject(error) : resolve())), answeredAfterMs);
    });
  }

  #obey(velocity: PtzVelocity): void {
    this.velocity = velocity;
    this.changedAtMs = performance.now();
  }
}

function wordsOf(velocity: PtzVelocity): readonly string[] {
  return Object.entries(velocity).flatMap(([axis, speed]) =>
    speed === 0 ? [] : [`${axis}=${speed}`],
  );
}
