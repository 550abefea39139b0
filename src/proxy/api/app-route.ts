import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RequestFault } from '../request-fault.ts';
import type { AppFile, AppFiles, Encoding } from './app-files.ts';

const preferred: readonly Encoding[] = ['br', 'gzip'];
const notBuilt = 'The app has not been built yet. Run "npm run build" and start again.\n';

/** Serves the app itself: every address that is not ours to answer otherwise. */
export function addAppRoute(app: FastifyInstance, files: AppFiles): void {
  app.get('/*', { config: { policy: 'open' } }, async (request, reply) => {
    const pathname = request.url.split('?', 1)[0] ?? '/';
    if (pathname.startsWith('/api/') || pathname.startsWith('/ws/')) {
      throw new RequestFault('not-found');
    }
    const file = files.find(pathname === '/' ? '/index.html' : pathname);
    if (file) return sendFile(request, reply, file);
    if (files.find('/index.html')) throw new RequestFault('not-found');
    return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
  });
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: AppFile): FastifyReply {
  reply
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const accepted = new Set(
    String(request.headers['accept-encoding'] ?? '')
      .split(',')
      .map((part) => part.split(';')[0]?.trim()),
  );
  const encoding = preferred.find((one) => accepted.has(one) && file.bodies.has(one));
  if (encoding) reply.header('content-encoding', encoding);
  return reply.type(file.contentType).send(file.bodies.get(encoding ?? 'identity'));
}
