import type { AlarmView } from '../../api/alarms.ts';

const leastGapMs = 5000;

/** Says what is new, each alarm once and not more often than somebody can listen to. */
export class Announcer {
  readonly #say: (alarms: readonly AlarmView[]) => void;
  readonly #now: () => number;
  #waiting: AlarmView[] = [];
  #saidAtMs = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (alarms: readonly AlarmView[]) => void, now: () => number = Date.now) {
    this.#say = say;
    this.#now = now;
  }

  hear(alarms: readonly AlarmView[]): void {
    if (alarms.length === 0) return;
    this.#waiting.push(...alarms);
    const inMs = this.#saidAtMs + leastGapMs - this.#now();
    if (inMs <= 0) this.#sayAll();
    else this.#timer ??= setTimeout(() => this.#sayAll(), inMs);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #sayAll(): void {
    const all = this.#waiting;
    this.end();
    this.#saidAtMs = this.#now();
    this.#say(all);
  }
}
