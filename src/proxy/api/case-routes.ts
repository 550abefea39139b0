import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  caseChangeSchema,
  caseContentSchema,
  caseItemSchema,
  caseQuerySchema,
} from '../../api/cases.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { personOf } from './session-routes.ts';

interface CaseParams {
  caseId: string;
}
interface ItemParams extends CaseParams {
  kind: string;
  itemId: string;
}

export function addCaseRoutes(app: FastifyInstance, { cases }: ProxyParts): void {
  // People write them for people: no screen that hangs in a hall shows them.
  const self = { config: { policy: 'self' } } as const;
  const handle = { config: { policy: 'handle-alarms' } } as const;
  const deedOf = (request: FastifyRequest) => ({ by: personOf(request), address: request.ip });
  const itemOf = ({ kind, itemId }: ItemParams) => readInput(caseItemSchema, { kind, id: itemId });

  app.get('/api/cases', self, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return cases.list(personOf(request), readInput(caseQuerySchema, request.query));
  });

  app.post('/api/cases', handle, async (request, reply) => {
    const content = readInput(caseContentSchema, request.body);
    return reply.code(201).send(await cases.add(deedOf(request), content));
  });

  app.get<{ Params: CaseParams }>('/api/cases/:caseId', self, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return cases.one(personOf(request), request.params.caseId);
  });

  app.put<{ Params: CaseParams }>('/api/cases/:caseId', handle, async (request) => {
    const change = readInput(caseChangeSchema, request.body);
    return cases.change(deedOf(request), request.params.caseId, change);
  });

  app.delete<{ Params: CaseParams }>('/api/cases/:caseId', handle, async (request, reply) => {
    await cases.remove(deedOf(request), request.params.caseId);
    return reply.code(204).send();
  });

  app.post<{ Params: CaseParams }>('/api/cases/:caseId/items', handle, async (request) => {
    const item = readInput(caseItemSchema, request.body);
    return cases.addItem(deedOf(request), request.params.caseId, item);
  });

  app.delete<{ Params: ItemParams }>(
    '/api/cases/:caseId/items/:kind/:itemId',
    handle,
    async (request, reply) => {
      const { params } = request;
      await cases.removeItem(deedOf(request), params.caseId, itemOf(params));
      return reply.code(204).send();
    },
  );

  app.post<{ Params: ItemParams }>(
    '/api/cases/:caseId/items/:kind/:itemId/restore',
    handle,
    async (request) => {
      const { params } = request;
      return cases.restoreItem(deedOf(request), params.caseId, itemOf(params));
    },
  );
}
