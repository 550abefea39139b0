import type { FastifyInstance } from 'fastify';
import { mostUploadBytes } from '../../api/console.ts';
import { signatureOf } from '../access/audit.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface DeviceParams {
  deviceId: string;
}
interface EndpointParams extends DeviceParams {
  endpointId: string;
}

export function addConsoleRoutes(app: FastifyInstance, { access, console }: ProxyParts): void {
  const config = { policy: 'administer' } as const;

  app.get<{ Params: DeviceParams }>(
    '/api/devices/:deviceId/endpoints',
    { config },
    async ({ params }, reply) => {
      reply.header('cache-control', 'no-store');
      return console.list(params.deviceId);
    },
  );

  app.post<{ Params: EndpointParams }>(
    '/api/devices/:deviceId/endpoints/:endpointId',
    // An upload is a third larger as Base64.
    { config: { ...config, lasting: true }, bodyLimit: 1.5 * mostUploadBytes },
    async (request, reply) => {
      const { params, body, caller, ip } = request;
      const cancelled = new AbortController();
      // Closed before its end: the person went away or pressed cancel.
      reply.raw.once('close', () => cancelled.abort());
      reply.header('cache-control', 'no-store');
      return console.run({
        ...params,
        body,
        by: signatureOf(caller, ip),
        isFresh: access.gate.isFresh(caller),
        signal: cancelled.signal,
      });
    },
  );
}
