import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { type ProbeEvent, probeRequestSchema } from '../../api/probe.ts';
import { Allowance } from '../access/allowance.ts';
import { runProbe } from '../registry/probe/probe.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { personOf } from './session-routes.ts';

/** Whoever could ask for more would search the network through us. */
const mostProbesPerMinute = 10;

export function addProbeRoute(app: FastifyInstance, { probing, now }: ProxyParts): void {
  const allowance = new Allowance(mostProbesPerMinute, now);
  app.post(
    '/api/probes',
    { config: { policy: 'administer', fresh: true, lasting: true } },
    async (request, reply) => {
      const probe = readInput(probeRequestSchema, request.body);
      allowance.take(personOf(request).session.id);
      const cancelled = new AbortController();
      // Closed before its end: the person went away or pressed cancel.
      reply.raw.once('close', () => cancelled.abort());
      const lines = new Readable({ read: () => undefined });
      const emit = (event: ProbeEvent) => lines.push(`${JSON.stringify(event)}\n`);
      void runProbe(probe, probing, emit, cancelled.signal).finally(() => lines.push(null));
      return reply.header('cache-control', 'no-store').type('application/x-ndjson').send(lines);
    },
  );
}
