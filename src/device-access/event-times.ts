import { queryOptions } from '@tanstack/react-query';
import type { EventBeside, EventDays, EventSide, PlacedEvent } from '../api/events.ts';
import { routes } from '../api/routes.ts';
import type { TimeRange } from '../domain/recording.ts';
import { requestJson } from './request.ts';

const staleMs = 60_000;

/** Days of a zone on which something happened at some cameras, for a calendar. */
export function eventDaysQuery(
  cameraIds: readonly string[],
  { fromMs, toMs }: TimeRange,
  zone: string,
) {
  const query = new URLSearchParams({
    ...{ cameraIds: cameraIds.join(','), fromMs: String(fromMs), toMs: String(toMs), zone },
  });
  return queryOptions({
    queryKey: ['event-days', cameraIds, fromMs, toMs, zone],
    queryFn: async ({ signal }) =>
      (await requestJson<EventDays>(`${routes.eventDays}?${query}`, { signal })).days,
    staleTime: staleMs,
    retry: false,
  });
}

/**
 * The nearest event of some cameras on one side of an instant, however far away; null where there is
 * none. Rejects with a RequestProblem.
 */
export async function findEventBeside(
  cameraIds: readonly string[],
  atMs: number,
  side: EventSide,
  signal?: AbortSignal,
): Promise<PlacedEvent | null> {
  const query = new URLSearchParams({
    ...{ cameraIds: cameraIds.join(','), atMs: String(Math.round(atMs)), side },
  });
  return (await requestJson<EventBeside>(`${routes.eventBeside}?${query}`, { signal })).event;
}
