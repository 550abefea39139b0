export interface UpkeepWork {
  readonly everyMs: number;
  /** @param goesOn asked between steps: whether there is time for another one */
  readonly run: (goesOn: () => boolean) => Promise<void>;
  readonly onFault: (fault: unknown) => void;
}

/** Work that is done at once and then again and again, never twice at a time. */
export class Upkeep {
  readonly #work: UpkeepWork;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(work: UpkeepWork) {
    this.#work = work;
    this.#timer = setInterval(() => this.#again(), work.everyMs);
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
      .then(() => this.#work.run(() => !this.#stopped))
      .catch(this.#work.onFault);
  }
}

const breathMs = 5;

/**
 * Removes in small steps, for the database answers on the thread that moves the pictures.
 * @param step removes at most so many, and says how many went
 */
export async function removeInSteps(
  most: number,
  goesOn: () => boolean,
  step: (most: number) => Promise<number>,
): Promise<void> {
  while (goesOn()) {
    if ((await step(most)) < most) return;
    await new Promise((resolve) => setTimeout(resolve, breathMs));
  }
}
