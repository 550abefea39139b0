import type { Logger } from '../log.ts';
import type { EventStore } from '../store/event-store.ts';
import type { EventJournal } from './event-journal.ts';

const lookEveryMs = 60_000;
const dayMs = 24 * 3600_000;
/** Small, for the database answers on the thread that moves the pictures. */
const mostInStep = 500;
/** Rather more at once now and then than a few at each look. */
const slack = 1.01;

export interface UpkeepDependencies {
  readonly journal: EventJournal;
  readonly store: EventStore;
  readonly keepDays: number;
  readonly mostEvents: number;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/** Lets go of what is too old, and of the oldest where there is too much. */
export class JournalUpkeep {
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
      .catch((fault: unknown) => this.#with.log.error({ fault, operation: 'events.trim' }));
  }

  async #run(): Promise<void> {
    const { journal, store, keepDays, mostEvents, now } = this.#with;
    const tooOld = await store.lastReceivedBefore(now() - keepDays * dayMs);
    const tooMany = journal.count > mostEvents * slack ? await store.lastBeyond(mostEvents) : null;
    const upTo = Math.max(tooOld ?? 0, tooMany ?? 0);
    while (upTo > 0 && !this.#stopped) {
      const gone = await store.trim(upTo, mostInStep);
      journal.trimmed(gone);
      if (gone < mostInStep) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}
