import { lapseMs, type SteeringReport } from '../../api/control.ts';
import type { DeviceError } from '../../domain/device-error.ts';
import { isStill, type PtzVelocity, sameVelocity, still } from '../../domain/ptz.ts';
import { deviceErrorOf } from '../registry/device-error-of.ts';
import { AnswerHabits } from './answer-habits.ts';
import type { CommandLimits, MotionRoad } from './motion-road.ts';
import { PossibleMotion } from './possible-motion.ts';
import { overlapMs, quietStopMs, stopPauseMs } from './stop-ladder.ts';
import { TurningPoint } from './turning-point.ts';
import { wasNotTaken } from './was-not-taken.ts';

/** Speeds change at most ten times a second: more would only queue up in the device. */
const moveEveryMs = 100;

export interface MotionListener {
  /** The state or its problem is another one. */
  readonly changed: () => void;
  /** Nobody renewed the movement; the stop is under way. */
  readonly lapsed: () => void;
  /** How a command to move ended; without an error the device took it. */
  readonly moved: (error?: DeviceError) => void;
  /** What the camera may be doing from now on; nothing of it once it stands for sure. */
  readonly possible: (velocities: readonly PtzVelocity[]) => void;
}

/**
 * What was asked of one camera and what its device was told. Whatever happens, a camera that was set
 * going is told to stop until it says that it does.
 */
export class CameraMotion {
  /** How to reach the camera; may be replaced while it moves. */
  road: MotionRoad;
  readonly #listener: MotionListener;
  readonly #possible = new PossibleMotion();
  readonly #habits = new AnswerHabits();
  readonly #turns = new TurningPoint();
  readonly #ending = new AbortController();
  #wanted: PtzVelocity = still;
  /** What the device has confirmed; null while nobody knows. */
  #told: PtzVelocity | null = still;
  #moveFlies = false;
  #stopFlies = false;
  /** A stop is to be sent, or to be confirmed. */
  #stopOwed = false;
  /** The stop is only repeated for caution: the device has confirmed it before. */
  #isQuiet = false;
  /** More is to be stopped than the stop names that is on its way. */
  #isStopShort = false;
  #failedStops = 0;
  #problem: DeviceError | undefined;
  #held = 0;
  #movedAtMs = Number.NEGATIVE_INFINITY;
  #lapse: NodeJS.Timeout | undefined;
  #nextMove: NodeJS.Timeout | undefined;
  #nextStop: NodeJS.Timeout | undefined;

  constructor(road: MotionRoad, listener: MotionListener) {
    this.road = road;
    this.#listener = listener;
  }

  get state(): SteeringReport['motion'] {
    if (this.#stopOwed && this.#problem) return 'unconfirmed';
    if (this.#stopOwed && !this.#isQuiet) return 'stopping';
    return isStill(this.#wanted) && !this.#moveFlies ? 'still' : 'moving';
  }

  /** A command to move is on its way. */
  get isAsking(): boolean {
    return this.#moveFlies;
  }

  /** Why the last stop was not confirmed. */
  get problem(): DeviceError | undefined {
    return this.#stopOwed ? this.#problem : undefined;
  }

  /** Nothing is to be sent any more, not even for caution. */
  get isAtRest(): boolean {
    return (
      isStill(this.#wanted) && !this.#moveFlies && !this.#stopOwed && this.#nextStop === undefined
    );
  }

  /** Begins, changes or renews the movement. Where a stop is not confirmed yet, it waits for that. */
  move(velocity: PtzVelocity): void {
    if (this.#ending.signal.aborted) return;
    if (isStill(velocity)) {
      this.stop();
      return;
    }
    this.#wanted = velocity;
    clearTimeout(this.#lapse);
    this.#lapse = setTimeout(() => {
      this.stop();
      this.#listener.lapsed();
    }, lapseMs);
    this.#pump();
  }

  /** Ends the movement. Where the camera stands already, nothing is sent. */
  stop(): void {
    clearTimeout(this.#lapse);
    clearTimeout(this.#nextMove);
    this.#nextMove = undefined;
    this.#wanted = still;
    if (this.#stopOwed || (this.#told !== null && isStill(this.#told) && !this.#moveFlies)) return;
    this.#oweStop();
  }

  /** Stops a camera of which only this is known: it may be doing one of these. */
  stopAll(velocities: readonly PtzVelocity[]): void {
    for (const velocity of velocities) this.#possible.add(velocity);
    this.#listener.possible(this.#possible.velocities);
    this.#told = null;
    this.#isStopShort = this.#stopFlies;
    this.#oweStop();
  }

  /** No movement begins until the result is called. */
  hold(): () => void {
    this.#held += 1;
    return () => {
      this.#held -= 1;
      this.#pump();
    };
  }

  /** Waits until the camera stands for sure. @returns whether it does, after `withinMs` at the latest */
  stands(withinMs: number): Promise<boolean> {
    return this.#turns.until(() => !this.#stopOwed && !this.#moveFlies, withinMs);
  }

  /** Ends all timers and calls, whether or not the camera stands. */
  end(): void {
    for (const timer of [this.#lapse, this.#nextMove, this.#nextStop]) clearTimeout(timer);
    this.#nextStop = undefined;
    this.#wanted = still;
    this.#ending.abort();
  }

  #pump(): void {
    if (isStill(this.#wanted) || this.#moveFlies || this.#stopOwed || this.#held > 0) return;
    if (this.#told && sameVelocity(this.#told, this.#wanted)) return;
    const waitMs = this.#movedAtMs + moveEveryMs - performance.now();
    if (waitMs <= 0) {
      // Never rejects.
      void this.#sendMove(this.#wanted);
      return;
    }
    this.#nextMove ??= setTimeout(() => {
      this.#nextMove = undefined;
      this.#pump();
    }, waitMs);
  }

  async #sendMove(velocity: PtzVelocity): Promise<void> {
    const told = this.#told;
    const before = told ?? this.#possible.before(velocity);
    const forget = this.#possible.remember();
    clearTimeout(this.#nextStop);
    this.#nextStop = undefined;
    this.#moveFlies = true;
    this.#movedAtMs = performance.now();
    if (this.#possible.add(velocity)) this.#listener.possible(this.#possible.velocities);
    this.#told = null;
    const { road } = this;
    let calls = 0;
    const onCall = () => {
      calls += 1;
    };
    const answer = this.#try(
      (limits) => road.move(velocity, before, limits),
      this.#habits.moveMs,
      onCall,
    );
    this.#changed();
    const error = await answer;
    this.#moveFlies = false;
    const isOver = this.#stopOwed || isStill(this.#wanted);
    if (error && calls <= 1 && wasNotTaken(error)) {
      forget();
      this.#listener.possible(this.#possible.velocities);
      // It may still obey one that came before, whose repeated stops have just been put off.
      const isSure = told !== null && (!isStill(told) || this.#possible.isNone);
      if (!isOver && isSure) this.#told = told;
    } else {
      this.#habits.heard(error, performance.now() - this.#movedAtMs);
    }
    if (!error && !isOver) {
      this.#told = velocity;
      if (!this.#habits.inDoubt) this.#possible.settle(velocity);
    }
    this.#listener.moved(error);
    // Whatever became of it, it may have come after the stop that was sent meanwhile.
    if (isOver) this.#oweStop();
    // What failed is tried again with the next renewal, so that a refusal is no storm.
    else if (!error) this.#pump();
    this.#changed();
  }

  #oweStop(): void {
    clearTimeout(this.#nextStop);
    this.#nextStop = undefined;
    this.#stopOwed = true;
    this.#isQuiet = false;
    if (!this.#stopFlies) {
      this.#failedStops = 0;
      void this.#sendStop();
    }
    this.#changed();
  }

  async #sendStop(): Promise<void> {
    if (this.#ending.signal.aborted) return;
    this.#stopFlies = true;
    this.#isStopShort = false;
    const beganInFlight = this.#moveFlies;
    const { road } = this;
    const velocities = this.#possible.velocities;
    const error = await this.#try(async (limits) => {
      // One that fails must not keep the other, which may be the one that counts, from being sent.
      const stops = velocities.map((velocity) => road.stop(velocity, limits));
      await Promise.allSettled(stops);
      await Promise.all(stops);
    }, this.#habits.stopMs(this.#failedStops));
    this.#stopFlies = false;
    if (this.#ending.signal.aborted) return;
    if (error && !this.#possible.isNone) this.#stopFailed(error);
    // A command that flew at the same time may have been obeyed after the stop.
    else if (this.#isStopShort || (beganInFlight && !this.#moveFlies)) void this.#sendStop();
    else if (this.#moveFlies) this.#stopAfter(overlapMs);
    else this.#stopConfirmed();
  }

  #stopFailed(error: DeviceError): void {
    this.#problem = error;
    this.#isQuiet = false;
    this.#failedStops += 1;
    this.#stopAfter(stopPauseMs(this.#failedStops));
    this.#changed();
  }

  #stopAfter(ms: number): void {
    clearTimeout(this.#nextStop);
    this.#nextStop = setTimeout(() => {
      this.#nextStop = undefined;
      void this.#sendStop();
    }, ms);
  }

  #stopConfirmed(): void {
    this.#stopOwed = false;
    this.#isQuiet = false;
    this.#problem = undefined;
    this.#failedStops = 0;
    this.#told = still;
    // The next press begins anew and waits for nothing.
    this.#movedAtMs = Number.NEGATIVE_INFINITY;
    if (this.#habits.inDoubt) {
      this.#nextStop = setTimeout(() => this.#repeatQuietly(), quietStopMs);
    } else {
      this.#possible.clear();
      this.#listener.possible([]);
    }
    this.#changed();
    this.#pump();
  }

  #repeatQuietly(): void {
    this.#nextStop = undefined;
    this.#stopOwed = true;
    this.#isQuiet = true;
    void this.#sendStop();
  }

  async #try(
    command: (limits: CommandLimits) => Promise<void>,
    deadlineMs: number,
    onCall: () => void = () => undefined,
  ): Promise<DeviceError | undefined> {
    try {
      await command({ deadlineMs, signal: this.#ending.signal, onCall });
      return undefined;
    } catch (error) {
      return deviceErrorOf(error);
    }
  }

  #changed(): void {
    this.#turns.changed();
    this.#listener.changed();
  }
}
