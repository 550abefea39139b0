import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type { EventView, eventPageSchema, eventQuerySchema } from '../api/events.ts';
import { routes } from '../api/routes.ts';
import type { EventTopic } from '../domain/device-event.ts';
import { proxyNowMs } from './proxy-now.ts';
import { requestJson } from './request.ts';

export type EventPage = z.infer<typeof eventPageSchema>;
/** Which events are wanted; absent is all. */
export type EventFilter = Pick<z.infer<typeof eventQuerySchema>, 'topics' | 'cameraIds'>;

export function fitsFilter({ fact, cameraId }: EventView, filter: EventFilter): boolean {
  const { topics, cameraIds } = filter;
  if (topics !== undefined && !topics.includes(fact.topic)) return false;
  return cameraIds === undefined || (cameraId !== null && cameraIds.includes(cameraId));
}

/**
 * Events from the journal, page by page from the newest on.
 * @param reading of what `eventFeedState` keeps: another one reads anew
 */
export function eventPagesQuery(filter: EventFilter, reading: number) {
  return infiniteQueryOptions({
    queryKey: ['events', 'pages', filter, reading],
    queryFn: ({ pageParam, signal }) =>
      requestJson<EventPage>(addressOf(filter, pageParam), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ events, more }) => (more ? (events.at(-1)?.number ?? null) : null),
    // Newer ones are pushed; to read the pages again would only move the lines.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** So many of the last minutes are read at once; of more the older ones stay unknown. */
const mostRecent = 500;

/** The events of the last minutes, the newest first. @param reading as in `eventPagesQuery` */
export function recentEventsQuery(topic: EventTopic, spanMs: number, reading: number) {
  return queryOptions({
    queryKey: ['events', 'recent', topic, spanMs, reading],
    queryFn: ({ signal }) => {
      const fromMs = Math.round(proxyNowMs() - spanMs);
      const query = new URLSearchParams({ topics: topic, fromMs: String(fromMs) });
      query.set('limit', String(mostRecent));
      return requestJson<EventPage>(`${routes.events}?${query}`, { signal });
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** One event by its id; what it grows by is pushed. */
export function eventQuery(eventId: string) {
  return queryOptions({
    queryKey: ['events', 'one', eventId],
    queryFn: ({ signal }) => requestJson<EventView>(routes.event(eventId), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

const mostMarks = 500;

/** The newest events of some cameras within a time, for a timeline. */
export function eventMarksQuery(cameraIds: readonly string[], fromMs: number, toMs: number) {
  const query = new URLSearchParams({
    cameraIds: cameraIds.join(','),
    fromMs: String(fromMs),
    toMs: String(toMs),
    limit: String(mostMarks),
  });
  return queryOptions({
    queryKey: ['events', 'marks', cameraIds, fromMs, toMs],
    queryFn: ({ signal }) => requestJson<EventPage>(`${routes.events}?${query}`, { signal }),
    staleTime: 15_000,
    retry: false,
  });
}

function addressOf({ topics, cameraIds }: EventFilter, before: number | null): string {
  const query = new URLSearchParams();
  if (topics !== undefined) query.set('topics', topics.join(','));
  if (cameraIds !== undefined) query.set('cameraIds', cameraIds.join(','));
  if (before !== null) query.set('before', String(before));
  const text = query.toString();
  return text === '' ? routes.events : `${routes.events}?${text}`;
}
