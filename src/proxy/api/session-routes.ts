import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  confirmSchema,
  demoSignInSchema,
  passwordChangeSchema,
  type SessionView,
  setUpSchema,
  signInSchema,
} from '../../api/session.ts';
import { browserName } from '../access/browser-name.ts';
import type { PersonCaller } from '../access/caller.ts';
import { schemeAt } from '../access/same-site.ts';
import { sessionCookie } from '../access/session-token.ts';
import { sessionView } from '../access/session-view.ts';
import type { Session } from '../access/sessions.ts';
import type { SignedIn, Visitor } from '../access/sign-in.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';

/** Sign-in, sign-out and what stands between. */
export function addSessionRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { access } = parts;
  const { desk, sessions } = access;
  const open = { config: { policy: 'open' } } as const;
  const self = { config: { policy: 'self' } } as const;
  const giveToken = tokenGiver(parts);

  const welcome = async (request: FastifyRequest, reply: FastifyReply, signedIn: SignedIn) => {
    // Whoever signs in anew leaves what they were signed in to before.
    if (request.caller.kind !== 'nobody') await sessions.end(request.caller.session);
    return giveToken(request, reply, signedIn.session, signedIn.token);
  };

  app.get('/api/session', open, async (request, reply): Promise<SessionView> => {
    reply.header('cache-control', 'no-store');
    return sessionView(request.caller, access);
  });
  app.post('/api/session', open, async (request, reply) => {
    if (desk.needsSetUp) throw new RequestFault('setup-needed');
    const account = readInput(signInSchema, request.body);
    return welcome(request, reply, await desk.signIn(account, visitorOf(request)));
  });
  app.post('/api/setup', open, async (request, reply) => {
    const first = readInput(setUpSchema, request.body);
    return welcome(request, reply, await desk.setUp(first, visitorOf(request)));
  });
  app.post('/api/demo-session', open, async (request, reply) => {
    const { code } = readInput(demoSignInSchema, request.body);
    return welcome(request, reply, await desk.signInToDemo(code, visitorOf(request)));
  });
  app.delete('/api/session', self, async (request, reply) => {
    const { session } = personOf(request);
    parts.record({ ...whoIs(request), operation: 'session.sign-out', outcome: 'done' });
    await sessions.end(session);
    const cookie = sessionCookie(scopeOf(parts, request), null, 0);
    return reply.code(204).header('set-cookie', cookie).header('clear-site-data', '"cache"').send();
  });
  app.post('/api/session/confirm', self, async (request, reply) => {
    const { person, session } = personOf(request);
    const { password } = readInput(confirmSchema, request.body);
    const token = await desk.confirm(session, person, password);
    return giveToken(request, reply, session, token);
  });
  // The guard has noted already that somebody is there.
  app.post('/api/session/active', self, async (_request, reply) => reply.code(204).send());
  app.delete('/api/session/active', self, async (request, reply) => {
    await sessions.lock(personOf(request).session);
    return reply.code(204).send();
  });
  app.put('/api/account/password', self, async (request, reply) => {
    const { person, session } = personOf(request);
    const change = readInput(passwordChangeSchema, request.body);
    const token = await desk.changePassword(session, person, change);
    parts.record({
      ...whoIs(request),
      operation: 'person.change-own-password',
      outcome: 'done',
    });
    return giveToken(request, reply, session, token);
  });
}

function tokenGiver(parts: ProxyParts) {
  const { access } = parts;
  return (
    request: FastifyRequest,
    reply: FastifyReply,
    session: Session,
    token: string,
  ): SessionView => {
    const lastsMs = access.sessions.endsAtMs(session) - parts.now();
    reply
      .header('set-cookie', sessionCookie(scopeOf(parts, request), token, lastsMs))
      .header('cache-control', 'no-store');
    return sessionView(access.gate.callerWith(session), access);
  };
}

export function scopeOf({ hosts }: ProxyParts, request: FastifyRequest) {
  const { host = '' } = request.headers;
  return { host, scheme: schemeAt(host, hosts) };
}

export function visitorOf(request: FastifyRequest): Visitor {
  return { browser: browserName(request.headers['user-agent']), address: request.ip };
}

/** Who did something, for the record. */
export function whoIs({ caller, ip }: FastifyRequest) {
  return { caller, address: ip };
}

/** @throws RequestFault where a screen asks for what only people have */
export function personOf({ caller }: FastifyRequest): PersonCaller {
  if (caller.kind === 'person') return caller;
  throw new RequestFault('not-allowed');
}
