import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { alarmListSchema, alarmPeopleSchema } from '../api/alarms.ts';
import { routes } from '../api/routes.ts';
import { requestJson } from './request.ts';

type AlarmList = z.infer<typeof alarmListSchema>;
type AlarmPeople = z.infer<typeof alarmPeopleSchema>;

/** To whom an alarm may be forwarded. */
export function alarmPeopleQuery(alarmId: string) {
  return queryOptions({
    queryKey: ['alarms', 'people', alarmId],
    queryFn: async ({ signal }) =>
      (await requestJson<AlarmPeople>(routes.alarmPeople(alarmId), { signal })).people,
    // Who is there changes by the minute.
    staleTime: 0,
  });
}

/** Closed ones, page by page from the newest on. @param reading another one reads anew */
export function closedAlarmsQuery(closedFromMs: number, reading: number) {
  return infiniteQueryOptions({
    queryKey: ['alarms', 'closed', closedFromMs, reading],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ closedFrom: String(closedFromMs) });
      if (pageParam !== null) query.set('before', String(pageParam));
      return requestJson<AlarmList>(`${routes.alarms}?${query}`, { signal });
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ before }) => before,
    gcTime: 0,
  });
}
