import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EventView } from '../../../api/events.ts';
import { hearEvents } from '../../../device-access/event-feed.ts';
import { eventQuery } from '../../../device-access/event-queries.ts';

/** One event, also as it grows. */
export function useOneEvent(eventId: string): UseQueryResult<EventView> {
  const client = useQueryClient();
  useEffect(
    () =>
      hearEvents((events) => {
        const grown = events.findLast((event) => event.id === eventId);
        if (grown !== undefined) client.setQueryData(eventQuery(eventId).queryKey, grown);
      }),
    [client, eventId],
  );
  return useQuery(eventQuery(eventId));
}
