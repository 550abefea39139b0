import type { FeedPhase } from '../../api/frames.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { refusedProbeMs, retryDelayMs } from '../../domain/retry-ladder.ts';
import { stallAfterMs } from '../../domain/stall.ts';
import { deviceFault } from '../link/device-fault.ts';
import { SilenceWatch } from './silence-watch.ts';

export interface PhaseChange {
  readonly phase: FeedPhase;
  readonly fault?: DeviceError;
  readonly attempt?: number;
  readonly retryInMs?: number;
}

/** One try: dials, and resolves or fails when the source ends. Calls `progress` at each picture. */
export type UpstreamTry = (signal: AbortSignal, progress: () => void) => Promise<void>;

export interface UpstreamPlan {
  readonly dial: UpstreamTry;
  readonly expectedIntervalMs: () => number | undefined;
  readonly onPhase: (change: PhaseChange) => void;
  readonly seen: () => boolean;
  readonly random: () => number;
}

/** A source that stayed up so long has recovered: the next break begins the ladder anew. */
const provenAfterMs = 2000;
const permanent = new Set(['unauthorized', 'forbidden']);

/** Keeps one source running: dial, watch for silence, wait, dial again, until stopped. */
export class UpstreamRun {
  readonly #plan: UpstreamPlan;
  #controller: AbortController | null = null;
  readonly #silence: SilenceWatch;
  #retry: NodeJS.Timeout | undefined;
  #attempt = 0;
  #liveSinceMs: number | null = null;
  #stopped = false;

  constructor(plan: UpstreamPlan) {
    this.#plan = plan;
    this.#silence = new SilenceWatch(
      () => stallAfterMs(plan.expectedIntervalMs()),
      () => this.#ended(this.#controller, new DeviceError('timeout', 'stalled')),
    );
  }

  get dialled(): boolean {
    return this.#controller !== null;
  }

  get live(): boolean {
    return this.#liveSinceMs !== null;
  }

  start(): void {
    if (this.#stopped || this.#controller !== null) return;
    clearTimeout(this.#retry);
    const controller = new AbortController();
    this.#controller = controller;
    this.#liveSinceMs = null;
    this.#plan.onPhase({ phase: 'connecting', attempt: this.#attempt });
    this.#plan
      .dial(controller.signal, () => this.#progress(controller))
      .then(
        () => this.#ended(controller, new DeviceError('unreachable', 'connection-lost')),
        (error: unknown) => this.#ended(controller, deviceFault(error)),
      );
  }

  /** Ends the wait for the next try, where one is waited for. */
  wake(): void {
    if (this.#controller === null) this.start();
  }

  /** Leaves the present source and dials again from the bottom of the ladder. */
  redial(): void {
    this.#attempt = 0;
    this.#leave();
    this.start();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    this.#leave();
  }

  #leave(): void {
    this.#silence.stop();
    this.#liveSinceMs = null;
    const controller = this.#controller;
    this.#controller = null;
    controller?.abort(new DeviceError('unreachable', 'stopped'));
  }

  #progress(controller: AbortController): void {
    if (controller !== this.#controller) return;
    this.#silence.mark();
    const nowMs = performance.now();
    if (this.#liveSinceMs === null) {
      this.#liveSinceMs = nowMs;
      this.#plan.onPhase({ phase: 'live' });
    } else if (this.#attempt > 0 && nowMs - this.#liveSinceMs > provenAfterMs) {
      this.#attempt = 0;
    }
  }

  /** Called by the source once the device has answered, so that silence counts from then. */
  answered(signal: AbortSignal): void {
    if (this.#controller?.signal === signal) this.#silence.mark();
  }

  #ended(controller: AbortController | null, fault: DeviceError): void {
    if (controller === null || controller !== this.#controller) return;
    this.#leave();
    const refused = permanent.has(fault.kind);
    const ladderMs = retryDelayMs(this.#attempt, this.#plan.seen(), this.#plan.random());
    const askedMs = fault.retryAfterMs ?? (refusedForGood(fault) ? refusedProbeMs : 0);
    const retryInMs = Math.round(Math.max(ladderMs, askedMs));
    this.#attempt += 1;
    const stalled = fault.reason === 'stalled';
    this.#plan.onPhase({
      phase: refused ? 'refused' : stalled ? 'stalled' : 'waiting',
      fault,
      attempt: this.#attempt,
      retryInMs,
    });
    if (this.#stopped) return;
    this.#retry = setTimeout(() => this.start(), retryInMs);
  }
}

/** Another try would only be refused again; a refused password has its own count in the link. */
function refusedForGood(fault: DeviceError): boolean {
  return fault.kind === 'forbidden' || fault.reason === 'login-needed';
}
