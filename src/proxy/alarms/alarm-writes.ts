import type { Logger } from '../log.ts';
import type { AlarmBatch, AlarmStore, Flood, KeptWaiting } from '../store/alarm-store.ts';
import { type AlarmChange, type UnkeptAlarm, UnkeptAlarms } from './unkept-alarms.ts';

const soonMs = 20;
/** A count that goes up reaches the windows and the disk within half a second. */
const countMs = 500;
/** Events of which no alarm was made are looked at once more after a kill, and make none again. */
const cursorMs = 5000;
/** Nobody who looks waits longer than this for a disk that is slow. */
const untoldMs = 500;
/** One write must not take longer than a picture has. */
const mostAtOnce = 60;
/** Alarms that wait in memory while the disk takes none; then the oldest are not kept. */
const mostUnkept = 10_000;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

export interface WritesDependencies {
  readonly store: Pick<AlarmStore, 'save'>;
  readonly log: Pick<Logger, 'error'>;
  /** These alarms have changed, and are on disk unless it is slow or takes nothing. */
  readonly onWritten: (alarmIds: readonly string[]) => void;
}

interface Waiter {
  readonly isKept: () => boolean;
  readonly resolve: () => void;
}

/** Keeps what changes, in groups and in order; what the disk refuses waits in memory. */
export class AlarmWrites {
  readonly #with: WritesDependencies;
  readonly #alarms = new UnkeptAlarms();
  readonly #waiting = new Map<string, KeptWaiting | null>();
  readonly #floods = new Map<number, Flood>();
  readonly #recorded = new Set<number>();
  #cursor: number | null = null;
  #floodTold = true;
  #timer: NodeJS.Timeout | undefined;
  #dueMs = Number.POSITIVE_INFINITY;
  #retryMs = 0;
  #writing: Promise<void> | null = null;
  #waiters: Waiter[] = [];

  constructor(dependencies: WritesDependencies) {
    this.#with = dependencies;
  }

  change(change: AlarmChange, when: 'soon' | 'count' = 'soon'): void {
    this.#alarms.add(change);
    if (this.#alarms.size > mostUnkept) {
      const alarmId = this.#alarms.dropOldest();
      this.#with.log.error({ operation: 'alarms.lost', alarmId });
    }
    this.#schedule(when === 'soon' ? soonMs : countMs);
  }

  waiting(key: string, one: KeptWaiting | null): void {
    this.#waiting.set(key, one);
    this.#schedule(soonMs);
  }

  flood(flood: Flood): void {
    this.#floods.set(flood.fromMs, flood);
    this.#floodTold = false;
    this.#schedule(soonMs);
  }

  recorded(stepNumber: number): void {
    this.#recorded.add(stepNumber);
    this.#schedule(countMs);
  }

  /** Alarms were made of the journal up to this number. */
  cursor(eventNumber: number): void {
    this.#cursor = eventNumber;
    this.#schedule(cursorMs);
  }

  /** Resolves when what changed of an alarm is kept, before others, or the disk takes nothing. */
  keep(alarmId: string): Promise<void> {
    const turn = this.#alarms.hurry(alarmId);
    const isKept = () => turn === null || !this.#alarms.hasUpTo(turn, alarmId);
    return this.#until(isKept);
  }

  /** Resolves when all is kept that waits at this moment, or the disk takes nothing. */
  flush(): Promise<void> {
    const { turn } = this.#alarms;
    return this.#until(() => !this.#alarms.hasUpTo(turn) && this.#restCount === 0);
  }

  async close(): Promise<void> {
    await this.#until(() => this.#isEmpty);
    this.#disarm();
  }

  /** At the end of a write, for what is in it is not waiting any more before that. */
  #until(isKept: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isEmpty && this.#writing === null) resolve();
      else this.#waiters.push({ isKept, resolve });
      this.#write();
    });
  }

  #write(): void {
    this.#disarm();
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      if (!this.#isEmpty) this.#schedule(soonMs);
    });
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dueMs = Number.POSITIVE_INFINITY;
  }

  #schedule(afterMs: number): void {
    const waitMs = Math.max(afterMs, this.#retryMs);
    const dueMs = performance.now() + waitMs;
    if (dueMs >= this.#dueMs) return;
    this.#disarm();
    this.#dueMs = dueMs;
    this.#timer = setTimeout(() => this.#write(), waitMs);
    if (this.#retryMs > 0) this.#timer.unref();
  }

  get #restCount(): number {
    return this.#waiting.size + this.#floods.size + this.#recorded.size;
  }

  get #isEmpty(): boolean {
    return this.#alarms.size + this.#restCount === 0 && this.#cursor === null;
  }

  /** Never rejects. */
  async #writeAll(): Promise<void> {
    while (!this.#isEmpty) {
      const unkept = this.#alarms.take(mostAtOnce);
      const batch = this.#batch(unkept);
      try {
        await this.#with.store.save(batch);
        this.#retryMs = 0;
      } catch (fault) {
        this.#refused(fault, unkept, batch);
        return;
      }
      this.#tell(unkept.filter(({ told }) => !told).map(({ alarm }) => alarm.id));
      this.#release((waiter) => waiter.isKept());
      // Pictures go first.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#release(() => true);
  }

  #refused(fault: unknown, unkept: readonly UnkeptAlarm[], batch: AlarmBatch): void {
    this.#with.log.error({ fault, operation: 'alarms.write' });
    this.#alarms.putBack(unkept);
    for (const [key, one] of batch.waiting) {
      if (!this.#waiting.has(key)) this.#waiting.set(key, one);
    }
    for (const one of batch.floods) {
      if (!this.#floods.has(one.fromMs)) this.#floods.set(one.fromMs, one);
    }
    for (const number of batch.recorded) this.#recorded.add(number);
    this.#cursor ??= batch.cursor;
    this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2 || firstRetryMs);
    // A disk that is full must not keep an alarm from whoever looks.
    this.#tell(this.#alarms.ids);
    this.#release(() => true);
  }

  #release(isDone: (waiter: Waiter) => boolean): void {
    const done = this.#waiters.filter(isDone);
    this.#waiters = this.#waiters.filter((waiter) => !done.includes(waiter));
    for (const { resolve } of done) resolve();
  }

  #batch(unkept: readonly UnkeptAlarm[]): AlarmBatch {
    const batch = {
      alarms: unkept.map(({ alarm }) => alarm),
      steps: unkept.flatMap(({ steps }) => steps),
      requests: unkept.flatMap(({ requests }) => requests),
      outbox: unkept.flatMap(({ outbox }) => outbox),
      recorded: taken(this.#recorded, (number) => this.#recorded.delete(number)),
      waiting: new Map(taken(this.#waiting, ([key]) => this.#waiting.delete(key))),
      floods: taken(this.#floods, ([fromMs]) => this.#floods.delete(fromMs)).map(([, one]) => one),
    };
    if (this.#alarms.size + this.#restCount > 0) return { ...batch, cursor: null };
    const cursor = this.#cursor;
    this.#cursor = null;
    return { ...batch, cursor };
  }

  #tell(written: readonly string[]): void {
    const slow = this.#alarms.untold(performance.now() - untoldMs);
    const alarmIds = [...new Set([...written, ...slow])];
    if (alarmIds.length === 0 && this.#floodTold) return;
    this.#floodTold = true;
    this.#with.onWritten(alarmIds);
  }
}

/** Takes out so many that one write stays short. */
function taken<One>(all: Iterable<One>, remove: (one: One) => void): One[] {
  const some: One[] = [];
  for (const one of all) {
    if (some.length === mostAtOnce) break;
    some.push(one);
  }
  for (const one of some) remove(one);
  return some;
}
