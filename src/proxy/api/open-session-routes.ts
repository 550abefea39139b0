import type { FastifyInstance } from 'fastify';
import { openSessions } from '../access/session-view.ts';
import type { Session } from '../access/sessions.ts';
import { RequestFault } from '../request-fault.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { personOf, whoIs } from './session-routes.ts';

interface SessionParams {
  sessionId: string;
}

/** The browsers in which somebody is signed in: one's own, and for an administrator all. */
export function addOpenSessionRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { access, record } = parts;
  const { sessions } = access;

  const end = async (session: Session | undefined, who: ReturnType<typeof whoIs>) => {
    if (session?.row.owner.kind !== 'person') throw new RequestFault('not-found');
    const person = access.people.get(session.row.owner.id);
    await sessions.end(session);
    record({
      ...who,
      operation: 'session.end',
      object: { kind: 'session', id: session.id, name: person?.name ?? '' },
      outcome: 'done',
    });
  };

  app.get('/api/account/sessions', { config: { policy: 'self' } }, async (request, reply) => {
    const { session } = personOf(request);
    reply.header('cache-control', 'no-store');
    return { sessions: openSessions(sessions.ofOwner(session.row.owner), session, access) };
  });
  app.delete<{ Params: SessionParams }>(
    '/api/account/sessions/:sessionId',
    { config: { policy: 'self' } },
    async (request, reply) => {
      const own = sessions.ofOwner(personOf(request).session.row.owner);
      await end(
        own.find(({ id }) => id === request.params.sessionId),
        whoIs(request),
      );
      return reply.code(204).send();
    },
  );
  app.get('/api/sessions', { config: { policy: 'administer' } }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { sessions: openSessions(sessions.all, personOf(request).session, access) };
  });
  app.delete<{ Params: SessionParams }>(
    '/api/sessions/:sessionId',
    { config: { policy: 'administer' } },
    async (request, reply) => {
      await end(
        sessions.all.find(({ id }) => id === request.params.sessionId),
        whoIs(request),
      );
      return reply.code(204).send();
    },
  );
}
