import type { Logger } from '../log.ts';
import type { AlarmStore } from '../store/alarm-store.ts';
import { requestLifeMs } from './alarm-requests.ts';

const lookEveryMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;
/** Small, for the database answers on the thread that moves the pictures. */
const mostInStep = 100;

export interface UpkeepDependencies {
  readonly store: AlarmStore;
  readonly keepDays: number;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/** Lets go of closed alarms when the record of who did what lets go of what was done to them. */
export class AlarmUpkeep {
  readonly #with: UpkeepDependencies;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(dependencies: UpkeepDependencies) {
    this.#with = dependencies;
    this.#timer = setInterval(() => this.#again(), lookEveryMs);
    this.#timer.unref();
    this.#again();
  }

  /** Resolves when what runs has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  #again(): void {
    this.#running = this.#running
      .then(() => this.#run())
      .catch((fault: unknown) => this.#with.log.error({ fault, operation: 'alarms.trim' }));
  }

  async #run(): Promise<void> {
    const { store, keepDays, now } = this.#with;
    const oldestMs = now() - keepDays * dayMs;
    await store.forgetRequests(now() - requestLifeMs);
    await store.forgetFloods(oldestMs);
    while (!this.#stopped) {
      const gone = await store.trim(oldestMs, mostInStep);
      if (gone < mostInStep) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
