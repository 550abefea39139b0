import type { FastifyInstance } from 'fastify';
import { bookmarkContentSchema, bookmarkQuerySchema } from '../../api/bookmarks.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { personOf } from './session-routes.ts';

interface BookmarkParams {
  bookmarkId: string;
}

export function addBookmarkRoutes(app: FastifyInstance, { bookmarks }: ProxyParts): void {
  const config = { policy: 'handle-alarms' } as const;

  // People write them for people: no screen that hangs in a hall shows them.
  app.get('/api/bookmarks', { config: { policy: 'self' } }, async ({ caller, query }, reply) => {
    reply.header('cache-control', 'no-store');
    return bookmarks.list(caller, readInput(bookmarkQuerySchema, query));
  });

  app.post('/api/bookmarks', { config }, async (request, reply) => {
    const content = readInput(bookmarkContentSchema, request.body);
    return reply.code(201).send(await bookmarks.add(personOf(request), request.ip, content));
  });

  app.put<{ Params: BookmarkParams }>('/api/bookmarks/:bookmarkId', { config }, async (request) => {
    const content = readInput(bookmarkContentSchema, request.body);
    return bookmarks.change(personOf(request), request.ip, request.params.bookmarkId, content);
  });

  app.delete<{ Params: BookmarkParams }>(
    '/api/bookmarks/:bookmarkId',
    { config },
    async (request, reply) => {
      await bookmarks.remove(personOf(request), request.ip, request.params.bookmarkId);
      return reply.code(204).send();
    },
  );

  app.post<{ Params: BookmarkParams }>(
    '/api/bookmarks/:bookmarkId/restore',
    { config },
    async (request) => bookmarks.restore(personOf(request), request.ip, request.params.bookmarkId),
  );
}
