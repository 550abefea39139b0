import type { FastifyInstance } from 'fastify';
import type { ProxyParts } from './proxy-parts.ts';

export function addSiteRoute(app: FastifyInstance, { site }: ProxyParts): void {
  app.get('/api/site', { config: { policy: 'view' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return site();
  });
}
