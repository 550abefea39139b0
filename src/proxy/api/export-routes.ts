import type { FastifyInstance } from 'fastify';
import {
  exportKeySchema,
  exportListSchema,
  exportOrderSchema,
  exportRetrySchema,
  exportSchema,
} from '../../api/exports.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { personOf } from './session-routes.ts';

interface ExportParams {
  exportId: string;
}

export function addExportRoutes(app: FastifyInstance, { exports: desk }: ProxyParts): void {
  const config = { policy: 'export' } as const;

  app.get('/api/exports', { config }, async ({ caller }, reply) => {
    reply.header('cache-control', 'no-store');
    const freeBytes = await desk.freeBytes();
    return exportListSchema.parse({ exports: desk.list(caller), freeBytes });
  });

  app.post('/api/exports', { config }, async (request, reply) => {
    const order = readInput(exportOrderSchema, request.body);
    const made = await desk.order(personOf(request), request.ip, order);
    return reply.code(201).send(exportSchema.parse(made));
  });

  // Whoever was given a pack may ask whether it is from here.
  app.get('/api/export-key', { config: { policy: 'self' } }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return exportKeySchema.parse({ publicKey: desk.publicKey });
  });

  app.get<{ Params: ExportParams }>(
    '/api/exports/:exportId',
    { config },
    async ({ caller, params }, reply) => {
      reply.header('cache-control', 'no-store');
      return exportSchema.parse(desk.one(caller, params.exportId));
    },
  );

  app.post<{ Params: ExportParams }>(
    '/api/exports/:exportId/cancel',
    { config },
    async ({ caller, ip, params }) =>
      exportSchema.parse(await desk.cancel(caller, ip, params.exportId)),
  );

  app.post<{ Params: ExportParams }>(
    '/api/exports/:exportId/retry',
    { config },
    async ({ caller, ip, params, body }) => {
      const { password } = readInput(exportRetrySchema, body ?? {});
      return exportSchema.parse(await desk.retry(caller, ip, params.exportId, password));
    },
  );

  app.delete<{ Params: ExportParams }>(
    '/api/exports/:exportId',
    { config },
    async ({ caller, ip, params }, reply) => {
      await desk.remove(caller, ip, params.exportId);
      return reply.code(204).send();
    },
  );

  app.get<{ Params: ExportParams }>(
    '/api/exports/:exportId/pack',
    { config: { ...config, lasting: true } },
    async ({ caller, ip, params }, reply) => {
      const { name, length, body } = await desk.pack(caller, ip, params.exportId);
      reply.raw.once('close', () => body.destroy());
      return reply
        .header('content-length', length)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('application/zip')
        .send(body);
    },
  );
}
