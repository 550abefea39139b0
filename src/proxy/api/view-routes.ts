import type { FastifyInstance } from 'fastify';
import { viewContentSchema } from '../../api/view.ts';
import type { View } from '../../domain/view.ts';
import type { Caller } from '../access/caller.ts';
import { savedView, visibleView } from '../access/visible-view.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

interface ViewParams {
  viewId: string;
}

export function addViewRoutes(app: FastifyInstance, { store, bus }: ProxyParts): void {
  const config = { policy: 'arrange' } as const;

  app.get('/api/views', { config: { policy: 'view' } }, async ({ caller }, reply) => {
    reply.header('cache-control', 'no-store');
    const views = await store.readViews();
    return { views: views.flatMap((view) => visibleView(view, caller) ?? []) };
  });

  app.post('/api/views', { config }, async ({ body }, reply) => {
    const view = { id: opaqueId(), ...readInput(viewContentSchema, body) };
    await store.saveView(view);
    bus.publish('views');
    return reply.code(201).send(view);
  });

  app.put<{ Params: ViewParams }>(
    '/api/views/:viewId',
    { config },
    async ({ params, body, caller }) => {
      const wanted = { id: params.viewId, ...readInput(viewContentSchema, body) };
      const view = savedView(wanted, await existing(params.viewId, caller), caller);
      await store.saveView(view);
      bus.publish('views');
      return visibleView(view, caller) ?? wanted;
    },
  );

  app.delete<{ Params: ViewParams }>(
    '/api/views/:viewId',
    { config },
    async ({ params, caller }, reply) => {
      const { id } = await existing(params.viewId, caller);
      if (!(await store.removeView(id))) throw new RequestFault('not-found');
      bus.publish('views');
      return reply.code(204).send();
    },
  );

  /** @throws RequestFault also for a view of which the caller sees nothing */
  async function existing(viewId: string, caller: Caller): Promise<View> {
    const view = (await store.readViews()).find(({ id }) => id === viewId);
    if (!view || !visibleView(view, caller)) throw new RequestFault('not-found');
    return view;
  }
}
