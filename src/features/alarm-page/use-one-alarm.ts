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

/** An alarm as it stands, with its history, which is read again whenever it changes. */
export function useOneAlarm(alarmId: string): OneAlarmState {
  useEffect(() => openEventFeed(), []);
  const alarms = useAlarms();
  const open = alarms?.find(({ alarm }) => alarm.id === alarmId);
  const { data, error, refetch, isFetching } = useQuery({
    ...alarmDetailQuery(alarmId),
    retry: false,
  });
  const told = open?.alarm.number ?? 0;
  const read = data?.alarm.number ?? Number.POSITIVE_INFINITY;
  // One that was closed is no longer among those that are told.
  const went = data?.alarm.closed === null && alarms !== null && open === undefined;
  useEffect(() => {
    if (told > read || went) void refetch();
  }, [told, read, went, refetch]);
  const again = () => void refetch();
  if (open !== undefined) return { shown: open, detail: data, fault: error, again };
  const shown = data === undefined ? null : { alarm: data.alarm, pending: [] };
  return { shown, detail: data, fault: isFetching && shown === null ? null : error, again };
}
