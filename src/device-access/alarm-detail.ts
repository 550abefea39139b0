import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { alarmDetailSchema } from '../api/alarms.ts';
import { routes } from '../api/routes.ts';
import { requestJson } from './request.ts';

export type AlarmDetail = z.infer<typeof alarmDetailSchema>;

/** An alarm with its history and its events. @param number of the alarm: another one reads anew */
export function alarmDetailQuery(alarmId: string, number: number | null) {
  return queryOptions({
    queryKey: ['alarms', 'detail', alarmId, number],
    queryFn: ({ signal }) => requestJson<AlarmDetail>(routes.alarm(alarmId), { signal }),
    gcTime: 60_000,
  });
}
