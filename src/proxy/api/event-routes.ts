import type { FastifyInstance } from 'fastify';
import type { Caller } from '../access/caller.ts';
import { readEventImage } from '../events/event-image.ts';
import { eventPage } from '../events/event-page.ts';
import { readEventQuery } from '../events/event-query.ts';
import { SeenEvents } from '../events/seen-events.ts';
import { RequestFault } from '../request-fault.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { sendMedia } from './send-media.ts';

interface EventParams {
  eventId: string;
}

export function addEventRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { events, store, registry } = parts;
  const config = { policy: 'view' } as const;

  app.get('/api/events', { config }, async ({ query, caller }, reply) => {
    const asked = readEventQuery(query);
    reply.header('cache-control', 'no-store');
    return eventPage({ journal: events.journal, store: store.events, registry }, caller, asked);
  });

  app.get<{ Params: EventParams }>(
    '/api/events/:eventId',
    { config },
    async ({ params, caller }, reply) => {
      reply.header('cache-control', 'no-store');
      return (await existing(parts, params.eventId, caller)).view;
    },
  );

  app.get<{ Params: EventParams }>(
    '/api/events/:eventId/image',
    { config },
    async ({ params, caller }, reply) => {
      const { event } = await existing(parts, params.eventId, caller);
      const { bytes, contentType } = await readEventImage(event, registry);
      return sendMedia(reply, contentType, bytes);
    },
  );
}

/** An event that is not for the caller is not there. */
async function existing({ events, registry }: ProxyParts, eventId: string, caller: Caller) {
  const event = await events.journal.event(eventId);
  const view = event && new SeenEvents(caller, registry).view(event);
  if (!event || !view) throw new RequestFault('not-found');
  return { event, view };
}
