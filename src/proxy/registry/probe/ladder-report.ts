import type { ProbeEvent, ProbeRung } from '../../../api/probe.ts';
import type { DeviceError } from '../../../domain/device-error.ts';
import { cleanFact } from '../clean-name.ts';
import { deviceErrorOf, deviceProblem } from '../device-error-of.ts';

/** What a rung found. A rung fails by throwing. */
export interface RungResult<T> {
  readonly value: T;
  readonly outcome?: 'passed' | 'warned' | 'skipped';
  readonly fact?: string | undefined;
  /** What a warning is about. */
  readonly error?: DeviceError | undefined;
}

/** Ends the climb: the rung at which it stopped has been reported. */
export class LadderStopped extends Error {
  override readonly name = 'LadderStopped';
  readonly rung: ProbeRung;
  readonly error: DeviceError;

  constructor(rung: ProbeRung, error: DeviceError) {
    super(error.message);
    this.rung = rung;
    this.error = error;
  }
}

/** Reports each rung as it is climbed, with the time that it took. */
export class LadderReport {
  readonly #emit: (event: ProbeEvent) => void;
  readonly #now: () => number;
  readonly #stopped: () => DeviceError | undefined;

  /** @param stopped the reason when the whole climb was given up, which hides what that broke */
  constructor(
    emit: (event: ProbeEvent) => void,
    now: () => number,
    stopped: () => DeviceError | undefined,
  ) {
    this.#emit = emit;
    this.#now = now;
    this.#stopped = stopped;
  }

  /** @throws LadderStopped */
  async climb<T>(rung: ProbeRung, work: () => Promise<RungResult<T>> | RungResult<T>): Promise<T> {
    const startedMs = this.#now();
    this.#emit({ type: 'begin', rung });
    try {
      const result = await work();
      const stopped = this.#stopped();
      if (stopped) throw stopped;
      this.#end(rung, startedMs, result.outcome ?? 'passed', result.fact, result.error);
      return result.value;
    } catch (failure) {
      const error = this.#stopped() ?? deviceErrorOf(failure);
      this.#end(rung, startedMs, 'failed', undefined, error);
      throw new LadderStopped(rung, error);
    }
  }

  #end(
    rung: ProbeRung,
    startedMs: number,
    outcome: Extract<ProbeEvent, { type: 'end' }>['outcome'],
    fact: string | undefined,
    error: DeviceError | undefined,
  ): void {
    const clean = cleanFact(fact);
    this.#emit({
      type: 'end',
      rung,
      outcome,
      tookMs: Math.max(0, this.#now() - startedMs),
      ...(clean === undefined ? {} : { fact: clean }),
      ...(error === undefined ? {} : { problem: deviceProblem(error) }),
    });
  }
}
