import type { KeptAlarm } from '../store/alarm-store.ts';
import { BoundedMap } from './bounded-map.ts';

/** Windows hear of an alarm that was closed a moment ago. */
const mostClosed = 500;
/** Of so many it is known when they were, so that what comes late does not raise them again. */
const mostRemembered = 10_000;

/** All that are not closed, and the last that were. */
export class OpenAlarms {
  readonly #byId = new Map<string, KeptAlarm>();
  readonly #idByKey = new Map<string, string>();
  readonly #closed = new BoundedMap<string, KeptAlarm>(mostClosed);
  readonly #lastByKey = new BoundedMap<string, number>(mostRemembered);

  constructor(open: readonly KeptAlarm[], closed: readonly KeptAlarm[]) {
    for (const alarm of [...closed].reverse()) this.put(alarm);
    for (const alarm of open) this.put(alarm);
  }

  get all(): readonly KeptAlarm[] {
    return [...this.#byId.values()];
  }

  get size(): number {
    return this.#byId.size;
  }

  get(alarmId: string): KeptAlarm | undefined {
    return this.#byId.get(alarmId);
  }

  byKey(key: string): KeptAlarm | undefined {
    const id = this.#idByKey.get(key);
    return id === undefined ? undefined : this.#byId.get(id);
  }

  /** Also one that was closed a moment ago. */
  recent(alarmId: string): KeptAlarm | undefined {
    return this.#byId.get(alarmId) ?? this.#closed.get(alarmId);
  }

  /** When the last closed alarm of a key happened last. */
  lastClosedMs(key: string): number {
    return this.#lastByKey.get(key) ?? Number.NEGATIVE_INFINITY;
  }

  put(alarm: KeptAlarm): void {
    if (alarm.closed === null) {
      this.#byId.set(alarm.id, alarm);
      this.#idByKey.set(alarm.key, alarm.id);
      return;
    }
    this.#byId.delete(alarm.id);
    if (this.#idByKey.get(alarm.key) === alarm.id) this.#idByKey.delete(alarm.key);
    this.#closed.set(alarm.id, alarm);
    this.#lastByKey.set(alarm.key, Math.max(alarm.lastAtMs, alarm.returnedAtMs ?? 0));
  }

  /** Those that matter least: what has passed before what has not, the least priority, the oldest. */
  least(count: number): readonly KeptAlarm[] {
    const rank = (alarm: KeptAlarm) => (alarm.active ? 0 : 10) + alarm.priority;
    return this.all.toSorted((one, other) => rank(other) - rank(one)).slice(0, count);
  }
}
