import type { KeptWaiting } from '../store/alarm-store.ts';
import type { AlarmWrites } from './alarm-writes.ts';
import type { Deadlines } from './deadlines.ts';

/** After a restart devices get so long to say that all is well again. */
const graceMs = 15_000;
/** Against a device that names things without end. */
const mostWaiting = 5000;
/** So that one such device keeps nothing of the others from being told. */
const mostOfDevice = 2000;

export interface WaitingDependencies {
  readonly now: () => number;
  readonly deadlines: Pick<Deadlines, 'set'>;
  readonly writes: Pick<AlarmWrites, 'waiting'>;
  /** It has lasted as long as its rule wants. */
  readonly onDue: (one: KeptWaiting) => void;
}

/** States that become alarms only when they last; kept, so that a restart forgets none. */
export class WaitingStates {
  readonly #with: WaitingDependencies;
  readonly #all = new Map<string, KeptWaiting>();
  /** How many there are, by device. */
  readonly #counts = new Map<string, number>();

  constructor(dependencies: WaitingDependencies, kept: readonly KeptWaiting[]) {
    this.#with = dependencies;
    for (const one of kept) {
      this.#begin({ ...one, dueMs: Math.max(one.dueMs, dependencies.now() + graceMs) });
    }
  }

  get(key: string): KeptWaiting | undefined {
    return this.#all.get(key);
  }

  /** What waits already goes on waiting. */
  add(one: KeptWaiting): void {
    if (this.#all.has(one.key) || this.#all.size >= mostWaiting) return;
    if ((this.#counts.get(one.deviceId) ?? 0) >= mostOfDevice) return;
    this.#begin(one);
    this.#with.writes.waiting(one.key, one);
  }

  remove(key: string): void {
    const one = this.#all.get(key);
    if (one === undefined) return;
    this.#all.delete(key);
    this.#count(one, -1);
    this.#with.deadlines.set(nameOf(key), null, () => undefined);
    this.#with.writes.waiting(key, null);
  }

  removeWhere(isGone: (one: KeptWaiting) => boolean): void {
    for (const one of [...this.#all.values()]) if (isGone(one)) this.remove(one.key);
  }

  #count({ deviceId }: KeptWaiting, more: 1 | -1): void {
    const count = (this.#counts.get(deviceId) ?? 0) + more;
    if (count > 0) this.#counts.set(deviceId, count);
    else this.#counts.delete(deviceId);
  }

  #begin(one: KeptWaiting): void {
    this.#all.set(one.key, one);
    this.#count(one, 1);
    this.#with.deadlines.set(nameOf(one.key), one.dueMs, () => {
      this.remove(one.key);
      this.#with.onDue(one);
    });
  }
}

const nameOf = (key: string) => `lasts ${key}`;
