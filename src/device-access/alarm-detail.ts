import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { alarmDetailSchema } from '../api/alarms.ts';
import { routes } from '../api/routes.ts';
import { requestJson } from './request.ts';

export type AlarmDetail = z.infer<typeof alarmDetailSchema>;

/** One alarm with its history and its events, whether open or closed. */
export function alarmDetailQuery(alarmId: string) {
  return queryOptions({
    queryKey: ['alarms', 'one', alarmId],
    queryFn: ({ signal }) => requestJson<AlarmDetail>(routes.alarm(alarmId), { signal }),
    gcTime: 60_000,
  });
}
