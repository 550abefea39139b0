import type { ReactElement } from 'react';
import type { AlarmCounts as Counts } from '../../device-access/shown-alarms.ts';
import { alarmPriorities } from '../../domain/alarm.ts';
import { t } from '../../messages/t.ts';
import { PriorityMark } from '../../ui/priority-mark.tsx';

/** How many wait for somebody, by priority. */
export function AlarmCounts({ counts }: { readonly counts: Counts }): ReactElement | null {
  const present = alarmPriorities.filter((priority) => counts.byPriority[priority] > 0);
  if (present.length === 0) return null;
  return (
    <span className="inline-flex items-center gap-2 text-sm">
      <span className="sr-only">{t('desk.waiting', { count: counts.unacknowledged })}</span>
      {present.map((priority) => (
        <span key={priority} className="inline-flex items-center gap-1">
          <PriorityMark priority={priority} word={t(`alarms.priority.${priority}`)} wordHidden />
          <span className="font-semibold">{counts.byPriority[priority]}</span>
        </span>
      ))}
    </span>
  );
}
