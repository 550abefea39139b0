import type { FastifyInstance } from 'fastify';
import { routes } from '../../api/routes.ts';
import { RequestFault } from '../request-fault.ts';
import type { ProxyParts } from './proxy-parts.ts';

/** How the connection is secured, and the authority for those who are to trust it. */
export function addTlsRoutes(app: FastifyInstance, { tls }: Pick<ProxyParts, 'tls'>): void {
  app.get(routes.tls, { config: { policy: 'view' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return tls.view();
  });

  // A certificate is public, and who needs it has nothing to sign in with yet.
  app.get(routes.authority, { config: { policy: 'open' } }, async (_request, reply) => {
    if (tls.authority === null) throw new RequestFault('not-found');
    return reply
      .type('application/x-x509-ca-cert')
      .header('content-disposition', 'attachment; filename="watchfloor-authority.crt"')
      .header('cache-control', 'no-store')
      .send(tls.authority);
  });
}
