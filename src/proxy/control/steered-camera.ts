import type { SteeringReport } from '../../api/control.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { PtzVelocity } from '../../domain/ptz.ts';
import type { Audit } from '../access/audit.ts';
import { deviceProblem } from '../registry/device-error-of.ts';
import { RequestFault } from '../request-fault.ts';
import { CameraMotion } from './camera-motion.ts';
import { bySystem, type ControlEvent, recordControl } from './control-record.ts';
import type { MotionRoad } from './motion-road.ts';
import { Movement, type MovementEnd } from './movement.ts';
import { PtzLease } from './ptz-lease.ts';
import { refuseGivenUp } from './refuse-given-up.ts';
import type { SteeringWindow } from './steering-window.ts';
import { commandMs } from './stop-ladder.ts';

/** How long an action or a take-over waits for the camera to stand. */
const standMs = 1500;
const mostQueued = 8;

export interface SteeredCameraParts {
  readonly cameraId: string;
  readonly road: MotionRoad;
  readonly audit: Audit;
  /** What it is called now. */
  readonly name: () => string;
  readonly possible: (velocities: readonly PtzVelocity[]) => void;
  /** Nobody steers or watches it, and it stands. */
  readonly idle: () => void;
}

/** One camera: who steers it, how it moves, and who is told of both. */
export class SteeredCamera {
  readonly cameraId: string;
  readonly motion: CameraMotion;
  readonly #parts: SteeredCameraParts;
  readonly #lease: PtzLease<SteeringWindow>;
  readonly #attending = new Set<SteeringWindow>();
  #movement: Movement | undefined;
  /** Over already, but the device has not answered its last command. */
  #unanswered: { readonly movement: Movement; readonly ended: MovementEnd } | undefined;
  /** The action that runs, until it is over. */
  #action: Promise<unknown> | undefined;
  /** Ends that action and those that wait for it: they are all of whoever holds the camera. */
  #acting = new AbortController();
  /** Actions that wait for the one that runs. */
  #queued = 0;
  /** Who takes the camera over at this moment. */
  #heir: SteeringWindow | undefined;
  #unconfirmedSinceMs: number | undefined;
  #said = '';

  constructor(parts: SteeredCameraParts) {
    this.#parts = parts;
    this.cameraId = parts.cameraId;
    this.#lease = new PtzLease({
      changed: () => this.#tellAll(),
      // What an action does may take longer than a hand rests.
      idled: (holder) =>
        this.#action !== undefined ? this.#lease.hand(holder) : this.release(holder, 'released'),
    });
    this.motion = new CameraMotion(parts.road, {
      changed: () => this.#motionChanged(),
      lapsed: () => this.#endMovement('lapsed'),
      moved: (error) => this.#moved(error),
      possible: parts.possible,
    });
  }

  get holder(): SteeringWindow | null {
    return this.#lease.holder;
  }

  attend(window: SteeringWindow): void {
    this.#attending.add(window);
    window.tell(this.#reportTo(window));
  }

  leave(window: SteeringWindow): void {
    this.#attending.delete(window);
    this.#checkIdle();
  }

  /** @throws RequestFault `steered-by-other` */
  move(window: SteeringWindow, velocity: PtzVelocity): void {
    this.#take(window);
    this.#movement ??= new Movement(window);
    this.#movement.add(velocity);
    this.motion.move(velocity);
  }

  /** Of whoever has it not, it is no business. */
  stop(window: SteeringWindow, ended: MovementEnd = 'released'): void {
    if (!this.#lease.isHeldBy(window)) return;
    this.#lease.hand(window);
    this.#endMovement(ended);
  }

  /** Stops, and gives the camera back; an action that runs is not waited for. */
  release(window: SteeringWindow, ended: MovementEnd): void {
    if (!this.#lease.isHeldBy(window)) return;
    this.#endMovement(ended);
    this.#giveUpActions();
    this.#lease.release(window);
    this.#checkIdle();
  }

  /** The camera stops first, confirmed or not; then it belongs to this window. */
  async takeOver(window: SteeringWindow): Promise<void> {
    const from = this.#lease.holder;
    if (from === null || this.#lease.isHeldBy(window)) {
      this.#take(window);
      return;
    }
    this.#heir = window;
    this.#endMovement('taken-over');
    this.#giveUpActions();
    await this.#action;
    await this.motion.stands(commandMs);
    // Somebody else was quicker, or the window is gone.
    if (this.#heir !== window) return;
    this.#heir = undefined;
    this.#lease.hand(window);
    this.note(window, { operation: 'ptz.take-over', parameters: { from: from.name } });
  }

  /** A window is gone, or may no longer do anything. */
  gone(window: SteeringWindow, ended: MovementEnd): void {
    if (this.#heir === window) this.#heir = undefined;
    this.release(window, ended);
    this.leave(window);
  }

  /**
   * Does one thing after another with the camera at rest, which nobody else steers meanwhile.
   * @throws RequestFault `steered-by-other`, or `too-many-requests` where many wait
   * @throws DeviceError where the device refuses, or the camera cannot be stopped before, or is
   * given back meanwhile
   */
  async act<Result>(
    window: SteeringWindow,
    run: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    this.#take(window);
    // A key that repeats would fill the queue.
    if (this.#queued >= mostQueued) throw new RequestFault('too-many-requests');
    const { signal } = this.#acting;
    this.#queued += 1;
    // Without a pause between the last look and the action, or two would run at once.
    while (this.#action !== undefined) await this.#action;
    this.#queued -= 1;
    refuseGivenUp(signal);
    this.#take(window);
    this.#endMovement('action');
    const free = this.motion.hold();
    const done = this.#standing()
      .then(() => {
        refuseGivenUp(signal);
        return run(signal);
      })
      .finally(free);
    const over = done.catch(() => undefined);
    this.#action = over;
    try {
      return await done;
    } finally {
      if (this.#action === over) this.#action = undefined;
      this.#checkIdle();
    }
  }

  /** Stops it for good: it is going, or the proxy is. @returns whether it stands */
  async retire(ended: MovementEnd): Promise<boolean> {
    this.#endMovement(ended);
    this.#giveUpActions();
    this.motion.stop();
    return this.motion.stands(standMs);
  }

  /**
   * Stops it by the way it was reached so far, then goes on by another. A hand that still holds
   * meanwhile moves it by the new one alone: what the old way sets going, nobody stops any more.
   */
  async goBy(road: MotionRoad): Promise<void> {
    const free = this.motion.hold();
    await this.retire('camera-removed');
    this.motion.road = road;
    free();
  }

  /** Nothing of it runs any more. */
  end(): void {
    this.#lease.end();
    this.#giveUpActions();
    this.motion.end();
    this.#tellAll();
    this.#attending.clear();
  }

  /** A line of the record that this window signs. */
  note(
    window: Pick<SteeringWindow, 'signature'>,
    event: Omit<ControlEvent, 'cameraId' | 'cameraName'>,
  ): void {
    const { audit, cameraId, name } = this.#parts;
    recordControl(audit, window.signature(), { cameraId, cameraName: name(), ...event });
  }

  #giveUpActions(): void {
    this.#acting.abort();
    this.#acting = new AbortController();
  }

  #take(window: SteeringWindow): void {
    if (this.#heir && this.#heir !== window) {
      throw new RequestFault('steered-by-other', this.#heir.name);
    }
    if (this.#lease.take(window)) return;
    throw new RequestFault('steered-by-other', this.#lease.holder?.name);
  }

  async #standing(): Promise<void> {
    if (await this.motion.stands(standMs)) return;
    throw this.motion.problem ?? new DeviceError('timeout', 'answer-timeout');
  }

  #endMovement(ended: MovementEnd): void {
    this.motion.stop();
    const movement = this.#movement;
    if (!movement) return;
    this.#movement = undefined;
    movement.end();
    if (this.motion.isAsking && !this.#unanswered) this.#unanswered = { movement, ended };
    else this.#noteMovement(movement, ended);
  }

  #noteMovement(movement: Movement, ended: MovementEnd): void {
    const { by, failure, isUnsent: isCancelled } = movement;
    const parameters = movement.parameters(ended);
    const what = { operation: 'ptz.move', parameters, isCancelled, failure };
    this.note({ signature: () => by }, what);
  }

  #moved(error: DeviceError | undefined): void {
    const unanswered = this.#unanswered;
    const movement = unanswered?.movement ?? this.#movement;
    if (!movement) return;
    const isRefused = movement.heard(error);
    if (error && (isRefused || unanswered)) {
      const problem = deviceProblem(error);
      movement.window.tell({ type: 'refused', cameraId: this.cameraId, problem });
    }
    this.#unanswered = undefined;
    if (unanswered) this.#noteMovement(movement, unanswered.ended);
    else if (isRefused) this.#endMovement('device-refused');
  }

  #motionChanged(): void {
    const isUnconfirmed = this.motion.state === 'unconfirmed';
    if (isUnconfirmed && this.#unconfirmedSinceMs === undefined) {
      this.#unconfirmedSinceMs = performance.now();
      this.#noteStop(this.motion.problem);
    } else if (this.#unconfirmedSinceMs !== undefined && this.motion.problem === undefined) {
      const seconds = ((performance.now() - this.#unconfirmedSinceMs) / 1000).toFixed(1);
      this.#unconfirmedSinceMs = undefined;
      this.#noteStop(undefined, { seconds });
    }
    this.#tellAll();
    this.#checkIdle();
  }

  #noteStop(failure: DeviceError | undefined, parameters: Record<string, string> = {}): void {
    this.note({ signature: () => bySystem }, { operation: 'ptz.stop', parameters, failure });
  }

  #reportTo(window: SteeringWindow): SteeringReport {
    const { holder } = this.#lease;
    const { state, problem } = this.motion;
    return {
      type: 'steering',
      cameraId: this.cameraId,
      holder: holder && { name: holder.name, own: holder.windowId === window.windowId },
      motion: state,
      ...(problem && { problem: deviceProblem(problem) }),
    };
  }

  #tellAll(): void {
    const { state, problem } = this.motion;
    const said = JSON.stringify([this.#lease.holder?.windowId, state, problem?.reason]);
    if (said === this.#said) return;
    this.#said = said;
    for (const window of this.#attending) window.tell(this.#reportTo(window));
  }

  #checkIdle(): void {
    if (this.#attending.size > 0 || this.#lease.holder || this.#heir) return;
    if (this.#action !== undefined) return;
    if (this.motion.isAtRest) this.#parts.idle();
  }
}
