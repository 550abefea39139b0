import type { ReactElement } from 'react';
import type { AlarmView } from '../../api/alarms.ts';
import { useAlarms } from '../../device-access/use-alarms.ts';
import { alarmLine } from '../../messages/alarm-text.ts';
import { AlarmPriorityMark } from '../../playback/alarms/alarm-priority.tsx';
import { AlarmStateText } from '../../playback/alarms/alarm-state-text.tsx';

export interface AlarmEntryProps {
  readonly alarm: AlarmView;
  readonly zone: string;
}

/** As it stands at this moment: open alarms are pushed, and move on while the case is looked at. */
export function AlarmEntry({ alarm, zone }: AlarmEntryProps): ReactElement {
  const open = useAlarms()?.find((each) => each.alarm.id === alarm.id);
  const shown = open ?? { alarm, pending: [] };
  return (
    <>
      <p className="wrap-anywhere">
        <bdi>{alarmLine(shown.alarm)}</bdi>
      </p>
      <p className="flex flex-wrap items-baseline gap-x-4 text-sm print:text-xs">
        <AlarmPriorityMark priority={shown.alarm.priority} />
        <AlarmStateText shown={shown} zone={zone} />
      </p>
    </>
  );
}
