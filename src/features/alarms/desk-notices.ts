import type { AlarmView } from '../../api/alarms.ts';
import { alarmPlace, ruleText } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { seekLeadership } from './leadership.ts';

const lockName = 'watchfloor.alarm-notices';
const manyTag = 'watchfloor-alarms';

export type NoticePermission = NotificationPermission | 'missing';

export function noticePermission(): NoticePermission {
  return typeof Notification === 'undefined' ? 'missing' : Notification.permission;
}

/** Tells of new alarms outside the window, where the browser may; one window does it for all. */
export class DeskNotices {
  readonly #open: (alarmId: string | null) => void;
  readonly #shown = new Map<string, Notification>();
  #leads = false;
  #stop: () => void = () => undefined;

  /** @param open goes to an alarm, or to all of them */
  constructor(open: (alarmId: string | null) => void) {
    this.#open = open;
  }

  start(): void {
    this.#stop = seekLeadership(lockName, (leads) => {
      this.#leads = leads;
    });
  }

  hear(alarms: readonly AlarmView[]): void {
    if (alarms.length === 0 || !this.#leads || document.hasFocus()) return;
    if (noticePermission() !== 'granted') return;
    const [alarm] = alarms;
    if (alarms.length === 1 && alarm !== undefined) {
      const what = ruleText(alarm);
      this.#show(t(`desk.new.${alarm.priority}`, { what }), alarmPlace(alarm), alarm.id);
    } else this.#show(t('desk.new.many', { count: alarms.length }), '', null);
  }

  /** What nobody has to be told of any more goes away by itself. */
  keep(waitingIds: ReadonlySet<string>): void {
    for (const [tag, notice] of this.#shown) {
      if (waitingIds.size > 0 && (tag === manyTag || waitingIds.has(tag))) continue;
      notice.close();
      this.#shown.delete(tag);
    }
  }

  end(): void {
    this.#stop();
    this.keep(new Set());
  }

  #show(title: string, body: string, alarmId: string | null): void {
    const tag = alarmId ?? manyTag;
    const notice = made(title, { body, tag, icon: '/icon.svg' });
    if (notice === null) return;
    this.#shown.set(tag, notice);
    notice.onclick = () => {
      window.focus();
      notice.close();
      this.#open(alarmId);
    };
    notice.onclose = () => this.#shown.delete(tag);
  }
}

/** Phones allow notifications to background scripts only. */
function made(title: string, options: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options);
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}
