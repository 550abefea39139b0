import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { alarmDetailSchema, alarmListSchema } from '../api/alarms.ts';
import { routes } from '../api/routes.ts';
import type { AlarmActor } from '../domain/alarm.ts';
import { requestJson } from './request.ts';

export type AlarmDetail = z.infer<typeof alarmDetailSchema>;
type AlarmList = z.infer<typeof alarmListSchema>;

/** An alarm with its history and its events. @param number of the alarm: another one reads anew */
export function alarmDetailQuery(alarmId: string, number: number | null) {
  return queryOptions({
    queryKey: ['alarms', 'detail', alarmId, number],
    queryFn: ({ signal }) => requestJson<AlarmDetail>(routes.alarm(alarmId), { signal }),
  });
}

/** Those who may handle an alarm. */
export function alarmRecipientsQuery(alarmId: string) {
  return queryOptions({
    queryKey: ['alarms', 'recipients', alarmId],
    queryFn: async ({ signal }) =>
      (
        await requestJson<{ people: readonly AlarmActor[] }>(routes.alarmRecipients(alarmId), {
          signal,
        })
      ).people,
  });
}

/** Closed ones, page by page from the newest on. */
export function closedAlarmsQuery(closedFromMs: number) {
  return infiniteQueryOptions({
    queryKey: ['alarms', 'closed', closedFromMs],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ closedFrom: String(closedFromMs) });
      if (pageParam !== null) query.set('before', String(pageParam));
      return requestJson<AlarmList>(`${routes.alarms}?${query}`, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ alarms }) => alarms.at(-1)?.number ?? null,
    gcTime: 0,
  });
}
