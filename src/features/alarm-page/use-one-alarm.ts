import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type AlarmDetail, alarmDetailQuery } from '../../device-access/alarm-detail.ts';
import { openEventFeed } from '../../device-access/event-feed.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { useAlarms } from '../../device-access/use-alarms.ts';

export interface OneAlarmState {
  /** Null until it is known. */
  readonly shown: ShownAlarm | null;
  /** Its history and events; undefined while they are read. */
  readonly detail: AlarmDetail | undefined;
  readonly fault: Error | null;
  readonly again: () => void;
}

/** An alarm as it stands, with its history, which is read again whenever it changes or is closed. */
export function useOneAlarm(alarmId: string): OneAlarmState {
  useEffect(() => openEventFeed(), []);
  const open = useAlarms()?.find(({ alarm }) => alarm.id === alarmId);
  const { data, error, refetch } = useQuery({
    ...alarmDetailQuery(alarmId, open?.alarm.number ?? null),
    // A moment ago it stood so; of another alarm nothing is shown here.
    placeholderData: (before: AlarmDetail | undefined) =>
      before?.alarm.id === alarmId ? before : undefined,
    retry: false,
  });
  const read = data === undefined ? null : { alarm: data.alarm, pending: [] };
  return { shown: open ?? read, detail: data, fault: error, again: () => void refetch() };
}
