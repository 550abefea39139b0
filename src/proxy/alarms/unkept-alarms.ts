import type { AlarmRequest, KeptAlarm, KeptStep, OutboxLine } from '../store/alarm-store.ts';

/** What changed of one alarm, which is kept together or not at all. */
export interface AlarmChange {
  readonly alarm: KeptAlarm;
  readonly steps?: readonly KeptStep[];
  readonly request?: AlarmRequest;
  readonly outbox?: OutboxLine;
}

export interface UnkeptAlarm {
  alarm: KeptAlarm;
  readonly steps: KeptStep[];
  readonly requests: AlarmRequest[];
  readonly outbox: OutboxLine[];
  /** Grows from one that began to wait to the next. */
  readonly turn: number;
  readonly sinceMs: number;
  told: boolean;
}

/** Changes that are not on disk yet, one after the other, but what is urgent first. */
export class UnkeptAlarms {
  readonly #all = new Map<string, UnkeptAlarm>();
  readonly #urgent = new Set<string>();
  #turn = 0;

  get size(): number {
    return this.#all.size;
  }

  get ids(): readonly string[] {
    return [...this.#all.keys()];
  }

  /** Of the last that began to wait. */
  get turn(): number {
    return this.#turn;
  }

  add({ alarm, steps = [], request, outbox }: AlarmChange): void {
    const one = this.#all.get(alarm.id) ?? this.#begin(alarm);
    one.alarm = alarm;
    one.steps.push(...steps);
    if (request) one.requests.push(request);
    if (outbox) one.outbox.push(outbox);
  }

  /** Somebody waits for it. @returns the turn of what waits; null where nothing does */
  hurry(alarmId: string): number | null {
    const one = this.#all.get(alarmId);
    if (one) this.#urgent.add(alarmId);
    return one?.turn ?? null;
  }

  /** Whether something waits that began to by a turn; of one alarm, or of all. */
  hasUpTo(turn: number, alarmId?: string): boolean {
    const some = alarmId === undefined ? this.#all.values() : [this.#all.get(alarmId)];
    for (const one of some) if (one !== undefined && one.turn <= turn) return true;
    return false;
  }

  take(most: number): readonly UnkeptAlarm[] {
    const urgent: UnkeptAlarm[] = [];
    const others: UnkeptAlarm[] = [];
    for (const [id, one] of this.#all) {
      if (urgent.length === most) break;
      if (this.#urgent.has(id) || one.alarm.priority === 1) urgent.push(one);
      else if (others.length < most) others.push(one);
    }
    const taken = [...urgent, ...others].slice(0, most);
    for (const { alarm } of taken) {
      this.#all.delete(alarm.id);
      this.#urgent.delete(alarm.id);
    }
    return taken;
  }

  /** What has changed once more meanwhile is newer, and its steps come after these. */
  putBack(taken: readonly UnkeptAlarm[]): void {
    for (const old of taken) {
      const newer = this.#all.get(old.alarm.id);
      if (newer) old.alarm = newer.alarm;
      old.steps.push(...(newer?.steps ?? []));
      old.requests.push(...(newer?.requests ?? []));
      old.outbox.push(...(newer?.outbox ?? []));
      this.#all.set(old.alarm.id, old);
    }
  }

  /** Those that wait since before an instant and of which nobody was told, which counts as told now. */
  untold(beforeMs: number): readonly string[] {
    const ids: string[] = [];
    for (const [id, one] of this.#all) {
      if (one.told || one.sinceMs > beforeMs) continue;
      one.told = true;
      ids.push(id);
    }
    return ids;
  }

  /** @returns the one that has waited longest, and is forgotten with this */
  dropOldest(): string | undefined {
    const [oldest] = this.#all.keys();
    if (oldest !== undefined) this.#all.delete(oldest);
    return oldest;
  }

  #begin(alarm: KeptAlarm): UnkeptAlarm {
    this.#turn += 1;
    const sinceMs = performance.now();
    const one = {
      alarm,
      steps: [],
      requests: [],
      outbox: [],
      turn: this.#turn,
      sinceMs,
      told: false,
    };
    this.#all.set(alarm.id, one);
    return one;
  }
}
