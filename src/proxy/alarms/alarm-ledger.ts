import type { AlarmRequest, KeptAlarm, KeptStep, OutboxLine } from '../store/alarm-store.ts';
import { afterDue, dueOf } from './alarm-due.ts';
import type { AlarmWrites } from './alarm-writes.ts';
import type { Deadlines } from './deadlines.ts';
import type { NewStep } from './new-step.ts';
import type { OpenAlarms } from './open-alarms.ts';

/** An alarm that comes and goes all day must not fill the disk; its count goes on. */
const mostOwnSteps = 500;

export interface LedgerDependencies {
  readonly alarms: OpenAlarms;
  readonly writes: Pick<AlarmWrites, 'change'>;
  readonly deadlines: Pick<Deadlines, 'set'>;
  readonly now: () => number;
  /** The highest number that was ever given. */
  readonly latest: number;
}

/** The one way in which an alarm changes: under a new number, with its history, and kept. */
export class AlarmLedger {
  readonly #with: LedgerDependencies;
  readonly #dues = new Map<string, number>();
  #number: number;

  constructor(dependencies: LedgerDependencies) {
    this.#with = dependencies;
    // Windows may have seen numbers that a killed proxy had not kept: these are above them.
    this.#number = Math.max(dependencies.latest, dependencies.now());
    for (const alarm of dependencies.alarms.all) this.#watch(alarm);
  }

  /** @returns the alarm as it is kept, and the number of its last step */
  change(
    next: KeptAlarm,
    steps: readonly NewStep[],
    more: {
      readonly request?: AlarmRequest;
      readonly outbox?: (stepNumber: number) => OutboxLine;
      readonly when?: 'soon' | 'count';
    } = {},
  ): KeptAlarm {
    const kept: KeptStep[] = [];
    let { ownSteps } = next;
    for (const { kind, atMs, by, text = '', to, untilMs } of steps) {
      if (by === undefined) ownSteps += 1;
      if (by === undefined && ownSteps > mostOwnSteps && kind !== 'escalated') continue;
      kept.push({
        ...{ alarmId: next.id, number: this.#next(), atMs, by: by ?? null, kind, text },
        ...(to === undefined ? {} : { to }),
        ...(untilMs === undefined ? {} : { untilMs }),
      });
    }
    const number = kept.at(-1)?.number ?? this.#next();
    const alarm = { ...next, number, ownSteps };
    this.#with.alarms.put(alarm);
    this.#watch(alarm);
    const { request, outbox, when } = more;
    this.#with.writes.change(
      {
        ...{ alarm, steps: kept },
        ...(request === undefined ? {} : { request }),
        ...(outbox === undefined ? {} : { outbox: outbox(number) }),
      },
      when,
    );
    return alarm;
  }

  /** Notes that a request was done that changed nothing. */
  note(alarm: KeptAlarm, request: AlarmRequest): void {
    this.#with.writes.change({ alarm, request });
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }

  #watch(alarm: KeptAlarm): void {
    const dueMs = dueOf(alarm);
    if ((this.#dues.get(alarm.id) ?? null) === dueMs) return;
    if (dueMs === null) this.#dues.delete(alarm.id);
    else this.#dues.set(alarm.id, dueMs);
    this.#with.deadlines.set(`alarm ${alarm.id}`, dueMs, () => {
      this.#dues.delete(alarm.id);
      const current = this.#with.alarms.get(alarm.id);
      const after = current && afterDue(current, this.#with.now());
      if (after) this.change(after.alarm, [after.step]);
      else if (current) this.#watch(current);
    });
  }
}
