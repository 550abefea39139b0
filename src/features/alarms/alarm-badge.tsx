import type { ReactElement } from 'react';
import { countAlarms } from '../../device-access/shown-alarms.ts';
import { useAlarms } from '../../device-access/use-alarms.ts';
import { alarmPriorities } from '../../domain/alarm.ts';
import { t } from '../../messages/t.ts';

const most = 99;
const looks = { 1: 'bg-p1', 2: 'bg-p2', 3: 'bg-p3', 4: 'bg-p4' } as const;

/** How many wait for somebody, beside the way to them. Nothing where it is not known. */
export function AlarmBadge(): ReactElement | null {
  const shown = useAlarms();
  if (shown === null) return null;
  const { unacknowledged, byPriority } = countAlarms(shown);
  if (unacknowledged === 0) return null;
  const highest = alarmPriorities.find((priority) => byPriority[priority] > 0) ?? 4;
  return (
    <span
      className={`pointer-events-none absolute start-3 -top-2 min-w-4 rounded-full px-1 text-center text-[11px] leading-4 font-bold text-black ${looks[highest]}`}
    >
      <span aria-hidden>{unacknowledged > most ? `${most}+` : unacknowledged}</span>
      <span className="sr-only">{t('desk.waiting', { count: unacknowledged })}</span>
    </span>
  );
}
