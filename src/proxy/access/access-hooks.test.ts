import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardHeader } from '../../api/routes.ts';
import type { Role } from '../../domain/role.ts';
import { acceptOnlyJson } from '../api/json-body.ts';
import { problemReply, sendProblem } from '../api/problem-reply.ts';
import { SocketUpgrades } from '../api/socket-upgrades.ts';
import { StartFailure } from '../start-failure.ts';
import { type Guard, guardRoutes } from './access-hooks.ts';
import type { AccessEvent } from './access-record.ts';
import type { Caller, SeenCameras } from './caller.ts';
import { loopbackNames } from './same-site.ts';
import { Session } from './sessions.ts';

const hosts = { names: new Set(loopbackNames), scheme: 'http' } as const;
const host = '127.0.0.1:7000';
const origin = `http://${host}`;

const recorded: AccessEvent[] = [];
let caller: Caller | 'repeated';
let isLocked: boolean;
let isFresh: boolean;
let needsSetUp: boolean;
const guard: Guard = {
  hosts,
  gate: { callerOf: () => caller, isLocked: () => isLocked, isFresh: () => isFresh },
  desk: {
    get needsSetUp() {
      return needsSetUp;
    },
  },
  sessions: { use: () => undefined },
  camera: (id) => (id === 'none' ? null : { id, isDraft: id === 'draft' }),
  record: (event) => recorded.push(event),
};
const session = new Session({
  id: 's',
  tokenHash: '',
  owner: { kind: 'person', id: 'p' },
  browser: '',
  address: '',
  createdAtMs: 0,
  lastSeenMs: 0,
  lastInputMs: 0,
  confirmedAtMs: 0,
});
function personWith(role: Role, sees: SeenCameras = 'all'): Caller {
  const person = {
    id: 'p',
    name: 'P',
    role,
    cameras: 'all',
    enabled: true,
    createdAtMs: 0,
  } as const;
  return { kind: 'person', person, session, sees };
}

let app: FastifyInstance;
beforeEach(async () => {
  recorded.length = 0;
  caller = personWith('administrator');
  [isLocked, isFresh, needsSetUp] = [false, true, false];
  app = Fastify();
  acceptOnlyJson(app);
  guardRoutes(app, guard);
  app.setErrorHandler((failure, _request, reply) => sendProblem(reply, problemReply(failure)));
  app.get('/open', { config: { policy: 'open' } }, async () => 'open');
  app.get('/api/x', { config: { policy: 'view' } }, async () => 'x');
  app.post('/api/x', { config: { policy: 'control' } }, async () => 'done');
  app.delete('/api/x', { config: { policy: 'control' } }, async () => 'gone');
  app.get('/api/cameras/:cameraId', { config: { policy: 'view' } }, async () => 'camera');
  app.delete('/api/all', { config: { policy: 'administer', fresh: true } }, async () => 'gone');
});
afterEach(() => app.close());

const good = { host, origin, [guardHeader]: '1', 'content-type': 'application/json' };
const post = (headers: Record<string, string>, payload?: string) =>
  app.inject({
    method: 'POST',
    url: '/api/x',
    headers,
    remoteAddress: '127.0.0.1',
    ...(payload === undefined ? {} : { payload }),
  });

describe('policy labels', () => {
  it('refuse a route without one', () => {
    expect(() => app.get('/api/forgotten', async () => 'all')).toThrow(StartFailure);
    expect(() => app.get('/api/forgotten', async () => 'all')).toThrow(/\/api\/forgotten/);
  });

  it('refuse a WebSocket without one', () => {
    const route = { path: '/ws/forgotten', accept: () => undefined };
    expect(() => Reflect.construct(SocketUpgrades, [[route], guard])).toThrow(/\/ws\/forgotten/);
  });
});

describe('host', () => {
  it.each(['127.0.0.1:7000', 'localhost', 'LOCALHOST:1', '[::1]:7000'])(
    'serves %s',
    async (name) => {
      const reply = await app.inject({ url: '/api/x', headers: { host: name } });
      expect(reply.statusCode).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'evil.example:7000',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil-localhost',
    '127.0.0.1@evil.example',
    '127.0.0.1:7000/x',
    '192.168.1.20',
    '0.0.0.0',
    '2130706433',
    '127.1',
    '[::ffff:127.0.0.1]',
    'localhost:port',
    'localhost:',
    'localhost, evil.example',
    ' localhost.',
    'localhost.',
    '[::1',
    'a'.repeat(300),
  ])('refuses %j with 421, whatever is asked for', async (name) => {
    for (const url of ['/open', '/api/x', '/api/nothing']) {
      const reply = await app.inject({ url, headers: { host: name } });
      expect(reply.statusCode, url).toBe(421);
    }
  });
});

describe('changes', () => {
  it('pass with our origin, our header and JSON', async () => {
    expect((await post(good, '{}')).statusCode).toBe(200);
    const { 'content-type': _, ...bare } = good;
    expect((await post(bare)).statusCode).toBe(200);
    const gone = await app.inject({ method: 'DELETE', url: '/api/x', headers: bare });
    expect(gone.statusCode).toBe(200);
  });

  it.each([
    ['no origin', { origin: '' }],
    ['the null origin', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:7001' }],
    ['another name of this machine', { origin: 'http://localhost:7000' }],
    ['a foreign page', { origin: 'https://evil.example' }],
    ['our name in front', { origin: 'http://127.0.0.1:7000.evil.example' }],
    ['TLS', { origin: 'https://127.0.0.1:7000' }],
    ['a same-site page', { 'sec-fetch-site': 'same-site' }],
    ['a cross-site page', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused from %s', async (_, other) => {
    expect((await post({ ...good, ...other }, '{}')).statusCode).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'are refused as %j',
    async (type) => {
      const reply = await post({ ...good, 'content-type': type }, '{}');
      expect(reply.statusCode).toBe(403);
    },
  );

  it('are refused without our header', async () => {
    const { [guardHeader]: _, ...unguarded } = good;
    expect((await post(unguarded, '{}')).statusCode).toBe(403);
  });
});

describe('callers', () => {
  const get = async (url: string) => {
    const reply = await app.inject({ url, headers: { host } });
    return {
      status: reply.statusCode,
      reason: reply.statusCode === 200 ? '' : reply.json().reason,
    };
  };

  it('that nobody knows see the app and nothing more', async () => {
    caller = { kind: 'nobody' };
    expect((await get('/open')).status).toBe(200);
    expect(await get('/api/x')).toEqual({ status: 401, reason: 'sign-in-needed' });
  });

  it('with two session cookies are refused, whatever they ask for', async () => {
    caller = 'repeated';
    for (const url of ['/open', '/api/x']) expect((await get(url)).status).toBe(400);
  });

  it('wait until somebody is registered', async () => {
    needsSetUp = true;
    expect(await get('/api/x')).toEqual({ status: 503, reason: 'setup-needed' });
    expect((await get('/open')).status).toBe(200);
  });

  it('are refused what their role may not do, and the record says so', async () => {
    caller = personWith('viewer');
    expect((await post(good, '{}')).statusCode).toBe(403);
    expect(recorded).toMatchObject([
      { operation: 'request.refused', outcome: 'refused', parameters: { route: 'POST /api/x' } },
    ]);
  });

  it('learn nothing of cameras that are not theirs', async () => {
    caller = personWith('supervisor', new Set(['own']));
    expect((await get('/api/cameras/own')).status).toBe(200);
    const foreign = await get('/api/cameras/foreign');
    expect(foreign).toEqual(await get('/api/cameras/none'));
    expect(foreign).toEqual({ status: 404, reason: 'not-found' });
    expect(recorded).toMatchObject([{ object: { kind: 'camera', id: 'foreign' } }]);
    caller = personWith('supervisor');
    expect((await get('/api/cameras/draft')).status).toBe(404);
    caller = personWith('administrator');
    expect((await get('/api/cameras/draft')).status).toBe(200);
  });

  it('that were away look on, and give their password before they act', async () => {
    isLocked = true;
    expect((await get('/api/x')).status).toBe(200);
    expect((await post(good, '{}')).json().reason).toBe('confirm-needed');
  });

  it('give their password again before what is dangerous', async () => {
    const { 'content-type': _, ...headers } = good;
    const remove = () => app.inject({ method: 'DELETE', url: '/api/all', headers });
    isFresh = false;
    expect((await remove()).json().reason).toBe('confirm-needed');
    isFresh = true;
    expect((await remove()).statusCode).toBe(200);
  });

  it.each(['/api//x', '/api/x%2f', '/api/x;a=1', '/api/x%00'])(
    'are refused the crooked path %s',
    async (url) => {
      expect((await get(url)).status).toBe(400);
    },
  );

  it('of a foreign page may open the app, not read from it', async () => {
    const headers = { host, 'sec-fetch-site': 'cross-site' };
    expect((await app.inject({ url: '/open', headers })).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/x', headers })).statusCode).toBe(403);
  });
});
