import type { AlarmView } from '../../api/alarms.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { needsAcknowledgement } from '../../domain/alarm-offer.ts';
import { Announcer } from './announcer.ts';
import { DeskNotices } from './desk-notices.ts';
import { DeskSound, type LoudAlarm } from './desk-sound.ts';
import { NewAlarms } from './new-alarms.ts';
import { keepSilenced } from './silence.ts';

export interface WatchParts {
  /** Has it read out. */
  readonly announce: (alarms: readonly AlarmView[]) => void;
  /** Goes to an alarm, or to all of them. */
  readonly open: (alarmId: string | null) => void;
}

/** Draws the attention of whoever sits here to what is new. */
export class DeskWatch {
  readonly #news = new NewAlarms();
  readonly #sound = new DeskSound();
  readonly #announcer: Announcer;
  readonly #notices: DeskNotices;

  constructor({ announce, open }: WatchParts) {
    this.#announcer = new Announcer(announce);
    this.#notices = new DeskNotices(open);
  }

  start(): void {
    this.#sound.start();
    this.#notices.start();
  }

  /** @param shown null while nobody knows: then all stays as it was */
  see(shown: readonly ShownAlarm[] | null, isFlood: boolean): void {
    if (shown === null) return;
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

const isLoud = ({ priority }: Pick<AlarmView, 'priority'>) => priority <= 2;

function loudOf({ alarm: { id, priority } }: ShownAlarm): readonly LoudAlarm[] {
  return priority === 1 || priority === 2 ? [{ id, priority }] : [];
}
