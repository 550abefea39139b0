import type { AlarmView } from '../../api/alarms.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { needsAcknowledgement } from '../../domain/alarm-offer.ts';

type Counts = (alarm: AlarmView) => boolean;

/** Tells which alarms somebody has to be told of, each once; one that comes back is new again. */
export class NewAlarms {
  readonly #counts: Counts;
  #waiting: ReadonlySet<string> | null = null;

  /** @param counts which alarms somebody has to be told of */
  constructor(counts: Counts = needsAcknowledgement) {
    this.#counts = counts;
  }

  /** @param shown null while nobody knows: what was there before is no news afterwards */
  take(shown: readonly ShownAlarm[] | null): readonly AlarmView[] {
    if (shown === null) return [];
    const waiting = shown.flatMap(({ alarm }) => (this.#counts(alarm) ? alarm : []));
    const before = this.#waiting;
    this.#waiting = new Set(waiting.map(({ id }) => id));
    // What the window found when it was opened is in its list, and was told when it came.
    return before === null ? [] : waiting.filter(({ id }) => !before.has(id));
  }
}
