import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestFault } from '../request-fault.ts';
import { StartFailure } from '../start-failure.ts';
import { authorize, callerOf } from './authorize.ts';
import { type Policy, policies } from './policy.ts';
import { allowedHost, foreignness, type HostRule } from './same-site.ts';

/** Refuses to start with a route that nobody has labelled: it would be open by oversight. */
export function requirePolicy(policy: unknown, route: string): Policy {
  const known = policies.find((one) => one === policy);
  if (known) return known;
  throw new StartFailure(`The route ${route} has no policy label. Give it one in its config.`);
}

/** Guards every route of an instance. Must come before the first of them. */
export function guardRoutes(app: FastifyInstance, hosts: HostRule): void {
  app.addHook('onRoute', (route) => {
    requirePolicy(route.config?.policy, `${String(route.method)} ${route.url}`);
  });
  app.addHook('onRequest', async (request) => {
    const host = allowedHost(request.raw, hosts);
    if (host === null) throw new RequestFault('not-allowed', 'host');
    // An address without a route has no label and shows nothing.
    const policy = request.routeOptions.config.policy ?? 'open';
    const foreign = foreignness(request.raw, host, policy, hosts);
    if (foreign) throw new RequestFault('not-allowed', foreign);
    if (policy !== 'open' && !authorize(callerOf(request.raw), policy, cameraIdOf(request))) {
      throw new RequestFault('not-allowed');
    }
  });
}

function cameraIdOf(request: FastifyRequest): string | undefined {
  const { params } = request;
  return typeof params === 'object' && params !== null && 'cameraId' in params
    ? String(params.cameraId)
    : undefined;
}
