import type { AlarmView } from '../../api/alarms.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { isEscalated, needsAcknowledgement } from '../../domain/alarm-offer.ts';
import { Announcer } from './announcer.ts';
import { DeskNotices } from './desk-notices.ts';
import { DeskSound, type LoudAlarm } from './desk-sound.ts';
import { NewAlarms } from './new-alarms.ts';
import { keepSilenced } from './silence.ts';

export interface WatchParts {
  /** Has it read out. */
  readonly announce: (alarms: readonly AlarmView[]) => void;
  /** Has it read out, for a supervisor, that nobody has taken these. */
  readonly announceLeft: (alarms: readonly AlarmView[]) => void;
  /** Goes to an alarm, or to all of them. */
  readonly open: (alarmId: string | null) => void;
}

export interface WatchState {
  readonly isFlood: boolean;
  /** Whether what nobody has taken is this person's business. */
  readonly supervises: boolean;
}

/** Draws the attention of whoever sits here to what is new. */
export class DeskWatch {
  readonly #news = new NewAlarms();
  readonly #left = new NewAlarms(isLeft);
  readonly #sound = new DeskSound();
  readonly #parts: WatchParts;
  readonly #announcer: Announcer;
  readonly #notices: DeskNotices;

  constructor(parts: WatchParts) {
    this.#parts = parts;
    this.#announcer = new Announcer(parts.announce);
    this.#notices = new DeskNotices(parts.open);
  }

  start(): void {
    this.#sound.start();
    this.#notices.start();
  }

  /** @param shown null while nobody knows: then all stays as it was */
  see(shown: readonly ShownAlarm[] | null, { isFlood, supervises }: WatchState): void {
    if (shown === null) return;
    const left = this.#left.take(shown);
    if (supervises && left.length > 0) this.#parts.announceLeft(left);
    const waiting = shown.filter(({ alarm }) => needsAcknowledgement(alarm));
    const ids = new Set(waiting.map(({ alarm }) => alarm.id));
    keepSilenced(ids);
    this.#notices.keep(ids);
    const fresh = this.#news.take(shown);
    // In a flood a word for each would be one more flood.
    const told = isFlood ? fresh.filter(({ priority }) => priority === 1) : fresh;
    this.#announcer.hear(told);
    this.#notices.hear(told);
    this.#sound.see(waiting.flatMap(loudOf), fresh.some(isLoud), isFlood);
  }

  end(): void {
    this.#sound.end();
    this.#announcer.end();
    this.#notices.end();
  }
}

const isLeft = (alarm: AlarmView) => needsAcknowledgement(alarm) && isEscalated(alarm);

const isLoud = ({ priority }: Pick<AlarmView, 'priority'>) => priority <= 2;

function loudOf({ alarm: { id, priority } }: ShownAlarm): readonly LoudAlarm[] {
  return priority === 1 || priority === 2 ? [{ id, priority }] : [];
}
