import type { Logger } from '../log.ts';
import type {
  AlarmBatch,
  AlarmRequest,
  AlarmStore,
  Flood,
  KeptAlarm,
  KeptStep,
  KeptWaiting,
  OutboxLine,
} from '../store/alarm-store.ts';

const soonMs = 20;
/** A count that goes up reaches the windows and the disk within half a second. */
const countMs = 500;
/** Events of which no alarm was made are looked at once more after a kill, and make none again. */
const cursorMs = 5000;
/** One write must not take longer than a picture has. */
const mostAtOnce = 60;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

/** What changed of one alarm, which is kept together or not at all. */
export interface AlarmChange {
  readonly alarm: KeptAlarm;
  readonly steps?: readonly KeptStep[];
  readonly request?: AlarmRequest;
  readonly outbox?: OutboxLine;
}
interface Unkept {
  alarm: KeptAlarm;
  readonly steps: KeptStep[];
  readonly requests: AlarmRequest[];
  readonly outbox: OutboxLine[];
}

export interface WritesDependencies {
  readonly store: Pick<AlarmStore, 'save'>;
  readonly log: Pick<Logger, 'error'>;
  /** These alarms have changed, and are on disk unless it takes nothing. */
  readonly onWritten: (alarmIds: readonly string[]) => void;
}

/** Keeps what changes, in groups and in order; what the disk refuses waits in memory. */
export class AlarmWrites {
  readonly #with: WritesDependencies;
  readonly #alarms = new Map<string, Unkept>();
  readonly #waiting = new Map<string, KeptWaiting | null>();
  readonly #floods = new Map<number, Flood>();
  readonly #recorded = new Set<number>();
  #cursor: number | null = null;
  #floodTold = true;
  #timer: NodeJS.Timeout | undefined;
  #dueMs = Number.POSITIVE_INFINITY;
  #retryMs = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor(dependencies: WritesDependencies) {
    this.#with = dependencies;
  }

  change(change: AlarmChange, when: 'soon' | 'count' = 'soon'): void {
    const { alarm, steps = [], request, outbox } = change;
    const before = this.#alarms.get(alarm.id);
    const unkept = before ?? { alarm, steps: [], requests: [], outbox: [] };
    unkept.alarm = alarm;
    unkept.steps.push(...steps);
    if (request) unkept.requests.push(request);
    if (outbox) unkept.outbox.push(outbox);
    this.#alarms.set(alarm.id, unkept);
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

  /** Resolves when all of it is kept, or waits because the disk takes nothing. */
  async flush(): Promise<void> {
    this.#disarm();
    this.#writing = this.#writing.then(() => this.#writeAll());
    await this.#writing;
  }

  async close(): Promise<void> {
    await this.flush();
    this.#disarm();
  }

  #disarm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dueMs = Number.POSITIVE_INFINITY;
  }

  #schedule(afterMs: number): void {
    const dueMs = performance.now() + Math.max(afterMs, this.#retryMs);
    if (dueMs >= this.#dueMs) return;
    this.#disarm();
    this.#dueMs = dueMs;
    // Never rejects.
    this.#timer = setTimeout(() => void this.flush(), Math.max(afterMs, this.#retryMs));
    if (this.#retryMs > 0) this.#timer.unref();
  }

  get #isEmpty(): boolean {
    return this.#isAllTaken && this.#cursor === null;
  }

  get #isAllTaken(): boolean {
    return this.#alarms.size + this.#waiting.size + this.#floods.size + this.#recorded.size === 0;
  }

  async #writeAll(): Promise<void> {
    while (!this.#isEmpty) {
      const taken = this.#take();
      const ids = taken.map(([id]) => id);
      const batch = this.#batch(taken.map(([, unkept]) => unkept));
      try {
        await this.#with.store.save(batch);
        this.#retryMs = 0;
      } catch (fault) {
        this.#with.log.error({ fault, operation: 'alarms.write' });
        this.#putBack(taken, batch);
        this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2 || firstRetryMs);
        this.#schedule(this.#retryMs);
        // A disk that is full must not keep an alarm from whoever looks.
        this.#tell([...this.#alarms.keys()]);
        return;
      }
      this.#tell(ids);
      // Pictures go first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #take(): readonly (readonly [string, Unkept])[] {
    const taken: (readonly [string, Unkept])[] = [];
    for (const one of this.#alarms) {
      if (taken.length === mostAtOnce) break;
      taken.push(one);
    }
    for (const [id] of taken) this.#alarms.delete(id);
    return taken;
  }

  #batch(unkept: readonly Unkept[]): AlarmBatch {
    const batch = {
      alarms: unkept.map(({ alarm }) => alarm),
      steps: unkept.flatMap(({ steps }) => steps),
      requests: unkept.flatMap(({ requests }) => requests),
      outbox: unkept.flatMap(({ outbox }) => outbox),
      recorded: taken(this.#recorded, (number) => this.#recorded.delete(number)),
      waiting: new Map(taken(this.#waiting, ([key]) => this.#waiting.delete(key))),
      floods: taken(this.#floods, ([fromMs]) => this.#floods.delete(fromMs)).map(([, one]) => one),
    };
    if (!this.#isAllTaken) return { ...batch, cursor: null };
    const cursor = this.#cursor;
    this.#cursor = null;
    return { ...batch, cursor };
  }

  /** What has changed once more meanwhile is newer, and its steps come after these. */
  #putBack(alarms: readonly (readonly [string, Unkept])[], batch: AlarmBatch): void {
    for (const [id, old] of alarms) {
      const newer = this.#alarms.get(id);
      if (newer) old.alarm = newer.alarm;
      old.steps.push(...(newer?.steps ?? []));
      old.requests.push(...(newer?.requests ?? []));
      old.outbox.push(...(newer?.outbox ?? []));
      this.#alarms.set(id, old);
    }
    for (const [key, one] of batch.waiting)
      if (!this.#waiting.has(key)) this.#waiting.set(key, one);
    for (const one of batch.floods)
      if (!this.#floods.has(one.fromMs)) this.#floods.set(one.fromMs, one);
    for (const number of batch.recorded) this.#recorded.add(number);
    this.#cursor ??= batch.cursor;
  }

  #tell(alarmIds: readonly string[]): void {
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
