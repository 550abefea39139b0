import '../messages/use-events.ts';
import '../messages/use-recordings.ts';
import '../messages/use-sending.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { EventsPage, type EventsPlace } from '../features/events/index.ts';
import { SendEventButton } from '../features/sending/index.ts';

const route = getRouteApi('/events');

export function EventsRoute() {
  const { topics = '', cameras = '', event = '' } = route.useSearch();
  const navigate = useNavigate();
  const place = useCallback(
    (changed: Partial<EventsPlace>) =>
      void navigate({
        to: '/events',
        search: ({ topics, cameras, event }) => {
          const next = { topics, cameras, event, ...changed };
          return {
            ...(next.topics && { topics: next.topics }),
            ...(next.cameras && { cameras: next.cameras }),
            ...(next.event && { event: next.event }),
          };
        },
        replace: true,
      }),
    [navigate],
  );
  return (
    <EventsPage place={{ topics, cameras, event }} onPlace={place} actions={<SendEventButton />} />
  );
}
