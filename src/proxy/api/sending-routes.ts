import type { FastifyInstance } from 'fastify';
import {
  eventSendingSchema,
  sendingPlacesSchema,
  sentEventSchema,
} from '../../api/event-sending.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { whoIs } from './session-routes.ts';

/** Events that people tell devices of. */
export function addSendingRoutes(app: FastifyInstance, { sender }: ProxyParts): void {
  const config = { policy: 'control' } as const;

  app.get('/api/event-sendings', { config }, async ({ caller }, reply) => {
    reply.header('cache-control', 'no-store');
    return sendingPlacesSchema.parse(sender.places(caller));
  });

  app.post('/api/event-sendings', { config }, async (request) => {
    const sending = readInput(eventSendingSchema, request.body);
    return sentEventSchema.parse(await sender.send(whoIs(request), sending));
  });
}
