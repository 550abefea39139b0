import type { FastifyInstance } from 'fastify';
import type { Caller } from '../access/caller.ts';
import { readEventImage } from '../events/event-image.ts';
import { eventPage } from '../events/event-page.ts';
import { readBesideQuery, readEventDaysQuery, readEventQuery } from '../events/event-query.ts';
import { eventBeside, eventDays } from '../events/event-times.ts';
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
  const times = { journal: events.journal, store: store.events };

  app.get('/api/events', { config }, async ({ query, caller }, reply) => {
    const asked = readEventQuery(query);
    reply.header('cache-control', 'no-store');
    return eventPage({ journal: events.journal, store: store.events, registry }, caller, asked);
  });

  app.get('/api/events/days', { config }, async ({ query, caller }, reply) => {
    const { cameraIds, ...asked } = readEventDaysQuery(query);
    reply.header('cache-control', 'no-store');
    return { days: await eventDays(times, seenOf(cameraIds, caller, registry), asked) };
  });

  app.get('/api/events/beside', { config }, async ({ query, caller }, reply) => {
    const { cameraIds, atMs, side } = readBesideQuery(query);
    reply.header('cache-control', 'no-store');
    return { event: await eventBeside(times, seenOf(cameraIds, caller, registry), atMs, side) };
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

/** Cameras that the caller may not see are as absent as those that there are not. */
function seenOf(cameraIds: readonly string[], caller: Caller, registry: ProxyParts['registry']) {
  return new SeenEvents(caller, registry).place(cameraIds)?.cameraIds ?? [];
}

/** An event that is not for the caller is not there. */
async function existing({ events, registry }: ProxyParts, eventId: string, caller: Caller) {
  const event = await events.journal.event(eventId);
  const view = event && new SeenEvents(caller, registry).view(event);
  if (!event || !view) throw new RequestFault('not-found');
  return { event, view };
}
