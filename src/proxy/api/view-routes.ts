import type { FastifyInstance, FastifyRequest } from 'fastify';
import { viewContentSchema } from '../../api/view.ts';
import type { View } from '../../domain/view.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller } from '../access/caller.ts';
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
    return { views: views.filter((view) => isForCaller(view, caller)) };
  });

  app.post('/api/views', { config }, async (request, reply) => {
    const view = { id: opaqueId(), ...readInput(viewContentSchema, request.body) };
    await store.saveView(view);
    note(request, 'view.add', view.id, view.name);
    bus.publish('views');
    return reply.code(201).send(view);
  });

  app.put<{ Params: ViewParams }>('/api/views/:viewId', { config }, async (request) => {
    const view = { id: request.params.viewId, ...readInput(viewContentSchema, request.body) };
    const views = await store.readViews();
    if (!views.some(({ id }) => id === view.id)) throw new RequestFault('not-found');
    await store.saveView(view);
    note(request, 'view.change', view.id, view.name);
    bus.publish('views');
    return view;
  });

  app.delete<{ Params: ViewParams }>('/api/views/:viewId', { config }, async (request, reply) => {
    const { viewId } = request.params;
    const name = (await store.readViews()).find(({ id }) => id === viewId)?.name;
    if (name === undefined) throw new RequestFault('not-found');
    await store.removeView(viewId);
    note(request, 'view.remove', viewId, name);
    bus.publish('views');
    return reply.code(204).send();
  });
}

/** A screen has the one view it was paired for; nobody needs a wall of which they may see nothing. */
function isForCaller(view: View, caller: Caller): boolean {
  if (caller.kind === 'kiosk' && caller.kiosk.viewId !== view.id) return false;
  const cells = view.cells.filter((cell) => cell !== null);
  return (
    cells.length === 0 ||
    cells.some(({ cameraId }) => authorize(caller, 'view', { id: cameraId, isDraft: false }))
  );
}
