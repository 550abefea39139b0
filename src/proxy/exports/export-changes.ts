import type { ExportJob } from './export-job.ts';

const betweenMs = 1000;

/**
 * Tells windows to read the exports again: at once where one stands otherwise than before, and at
 * most once a second while bytes only add up.
 */
export class ExportChanges {
  readonly #tell: () => void;
  readonly #standings = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;
  #isOwed = false;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** An export was written down. */
  saved(job: ExportJob): void {
    const standing = [job.state, ...job.cameras.map(({ state }) => state)].join(' ');
    const isNew = this.#standings.get(job.id) !== standing;
    this.#standings.set(job.id, standing);
    if (isNew) this.#now();
    else this.moved();
  }

  removed({ id }: Pick<ExportJob, 'id'>): void {
    this.#standings.delete(id);
    this.#now();
  }

  /** Some of it has come. */
  moved(): void {
    if (this.#timer === undefined) this.#now();
    else this.#isOwed = true;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isOwed = false;
  }

  #now(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      const isOwed = this.#isOwed;
      this.stop();
      if (isOwed) this.#now();
    }, betweenMs);
    this.#timer.unref();
    this.#tell();
  }
}
