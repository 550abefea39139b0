import type { StoredEvent } from '../events/feed.ts';

/** A picture of a fast camera comes every 30 ms; so long at a time nothing else is done. */
const turnMs = 8;
const eventsInStep = 10;

export interface IntakeDependencies {
  readonly take: (events: readonly StoredEvent[]) => void;
  /** All up to this number were taken. */
  readonly onTaken: (eventNumber: number) => void;
  readonly onFault: (fault: unknown) => void;
}

/** Hands events on in their order, in turns so short that pictures go between them. */
export class EventIntake {
  readonly #with: IntakeDependencies;
  #waiting: StoredEvent[] = [];
  #added = 0;
  #handedOn = 0;
  #turn: NodeJS.Immediate | undefined;

  constructor(dependencies: IntakeDependencies) {
    this.#with = dependencies;
  }

  add(events: readonly StoredEvent[]): void {
    for (const one of events) this.#waiting.push(one);
    this.#added += events.length;
    this.#soon();
  }

  /** Resolves when all that waits at this moment was handed on. */
  async settled(): Promise<void> {
    const target = this.#added;
    while (this.#handedOn < target) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Hands on all that waits, at once: nobody waits for a picture any more. */
  stop(): void {
    clearImmediate(this.#turn);
    this.#turn = undefined;
    this.#run(Number.POSITIVE_INFINITY);
  }

  #soon(): void {
    if (this.#waiting.length === 0) return;
    this.#turn ??= setImmediate(() => {
      this.#turn = undefined;
      this.#run(performance.now() + turnMs);
      this.#soon();
    });
  }

  #run(untilMs: number): void {
    let done = 0;
    while (done < this.#waiting.length && performance.now() < untilMs) {
      const step = this.#waiting.slice(done, done + eventsInStep);
      done += step.length;
      try {
        this.#with.take(step);
      } catch (fault) {
        this.#with.onFault(fault);
      }
    }
    const last = this.#waiting[done - 1];
    this.#waiting = this.#waiting.slice(done);
    this.#handedOn += done;
    if (last) this.#with.onTaken(last.event.number);
  }
}
