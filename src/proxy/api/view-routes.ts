import type { FastifyInstance, FastifyRequest } from 'fastify';
import { viewContentSchema } from '../../api/view.ts';
import type { View } from '../../domain/view.ts';
import type { Caller } from '../access/caller.ts';
import { savedView, visibleView } from '../access/visible-view.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { whoIs } from './session-routes.ts';

interface ViewParams {
  viewId: string;
}

export function addViewRoutes(app: FastifyInstance, { store, bus, record }: ProxyParts): void {
  const note = (request: FastifyRequest, operation: string, id: string, name: string) =>
    record({ ...whoIs(request), operation, object: { kind: 'view', id, name }, outcome: 'done' });
  const config = { policy: 'arrange' } as const;

  app.get('/api/views', { config: { policy: 'view' } }, async ({ caller }, reply) => {
    reply.header('cache-control', 'no-store');
    const views = await store.readViews();
    return { views: views.flatMap((view) => visibleView(view, caller) ?? []) };
  });

  app.post('/api/views', { config }, async (request, reply) => {
    const view = { id: opaqueId(), ...readInput(viewContentSchema, request.body) };
    await store.saveView(view);
    note(request, 'view.add', view.id, view.name);
    bus.publish('views');
    return reply.code(201).send(view);
  });

  app.put<{ Params: ViewParams }>('/api/views/:viewId', { config }, async (request) => {
    const { params, body, caller } = request;
    const wanted = { id: params.viewId, ...readInput(viewContentSchema, body) };
    const view = savedView(wanted, await existing(params.viewId, caller), caller);
    await store.saveView(view);
    note(request, 'view.change', view.id, view.name);
    bus.publish('views');
    return visibleView(view, caller) ?? wanted;
  });

  app.delete<{ Params: ViewParams }>('/api/views/:viewId', { config }, async (request, reply) => {
    const { id, name } = await existing(request.params.viewId, request.caller);
    await store.removeView(id);
    note(request, 'view.remove', id, name);
    bus.publish('views');
    return reply.code(204).send();
  });

  /** @throws RequestFault also for a view of which the caller sees nothing */
  async function existing(viewId: string, caller: Caller): Promise<View> {
    const view = (await store.readViews()).find(({ id }) => id === viewId);
    if (!view || !visibleView(view, caller)) throw new RequestFault('not-found');
    return view;
  }
}
