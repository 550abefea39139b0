import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guardHeader } from '../../api/routes.ts';
import { acceptOnlyJson } from '../api/json-body.ts';
import { problemReply, sendProblem } from '../api/problem-reply.ts';
import { SocketUpgrades } from '../api/socket-upgrades.ts';
import { StartFailure } from '../start-failure.ts';
import { guardRoutes } from './access-hooks.ts';
import { loopbackNames } from './same-site.ts';

const hosts = { names: new Set(loopbackNames) };
const host = '127.0.0.1:7000';
const origin = `http://${host}`;

let app: FastifyInstance;
beforeEach(async () => {
  app = Fastify();
  acceptOnlyJson(app);
  guardRoutes(app, hosts);
  app.setErrorHandler((failure, _request, reply) => sendProblem(reply, problemReply(failure)));
  app.get('/open', { config: { policy: 'open' } }, async () => 'open');
  app.get('/api/x', { config: { policy: 'view' } }, async () => 'x');
  app.post('/api/x', { config: { policy: 'control' } }, async () => 'done');
  app.delete('/api/x', { config: { policy: 'control' } }, async () => 'gone');
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
    expect(() => Reflect.construct(SocketUpgrades, [[route], hosts])).toThrow(/\/ws\/forgotten/);
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
  it('from elsewhere see the app and nothing more', async () => {
    const remoteAddress = '192.168.1.7';
    const open = await app.inject({ url: '/open', headers: { host }, remoteAddress });
    const closed = await app.inject({ url: '/api/x', headers: { host }, remoteAddress });
    expect([open.statusCode, closed.statusCode]).toEqual([200, 403]);
  });

  it('of a foreign page may open the app, not read from it', async () => {
    const headers = { host, 'sec-fetch-site': 'cross-site' };
    expect((await app.inject({ url: '/open', headers })).statusCode).toBe(200);
    expect((await app.inject({ url: '/api/x', headers })).statusCode).toBe(403);
  });
});
