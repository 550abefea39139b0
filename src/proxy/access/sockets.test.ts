import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { closeCodes } from '../../api/routes.ts';
import { type MarkedDevice, register, startMarkedDevice } from '../test-site/marked-device.ts';
import { openSocket } from '../test-site/marked-window.ts';
import { socketPaths } from '../test-site/surface.ts';
import { password, TestProxy } from '../test-site/test-proxy.ts';

const nextPassword = 'another four unrelated words';
const minute = 60_000;
const proxy = new TestProxy();
let device: MarkedDevice;
let cameraId: string;
let paths: readonly string[];

beforeAll(async () => {
  device = await startMarkedDevice(1);
  await proxy.start();
  cameraId = await register(proxy.parts, device);
  const queries: Readonly<Record<string, string>> = {
    '/ws/flv': `?camera=${cameraId}&stream=flv`,
    '/ws/inputs': `?camera=${cameraId}`,
    '/ws/audio': `?camera=${cameraId}`,
    '/ws/talk': `?camera=${cameraId}`,
  };
  paths = socketPaths.map(({ path }) => `${path}${queries[path] ?? ''}`);
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});

/** Opens one and, where it is for talking, talks: a talk without sound ends by itself. */
function openLasting(path: string, token: string): WebSocket {
  const socket = openSocket(proxy, path, token);
  if (!path.startsWith('/ws/talk')) return socket;
  const speech = setInterval(() => {
    if (socket.readyState === socket.OPEN) socket.send(Buffer.alloc(160, 0xff));
  }, 100);
  return socket.once('close', () => clearInterval(speech));
}

describe('a page of somebody else', () => {
  const strange: readonly (readonly [string, (own: URL) => string | undefined])[] = [
    ['none', () => undefined],
    ['an empty one', () => ''],
    ['null', () => 'null'],
    ['another port', (own) => `http://127.0.0.1:${Number(own.port) + 1}`],
    ['no port', () => 'http://127.0.0.1'],
    ['another name of this machine', (own) => `http://localhost:${own.port}`],
    ['IPv6 of this machine', (own) => `http://[::1]:${own.port}`],
    ['a name below ours', (own) => `http://evil.127.0.0.1:${own.port}`],
    ['our name in front of theirs', (own) => `http://127.0.0.1.evil.example:${own.port}`],
    ['TLS in place of none', (own) => `https://${own.host}`],
    ['an account in front', (own) => `http://user@${own.host}`],
    ['a slash behind', (own) => `${own.origin}/`],
  ];

  it.each(strange)('opens no socket with %s as its origin', async (_, originOf) => {
    const origin = originOf(new URL(proxy.origin));
    for (const path of paths) {
      const socket = new WebSocket(`${proxy.origin.replace('http', 'ws')}${path}`, {
        headers: { cookie: proxy.cookie(), ...(origin === undefined ? {} : { origin }) },
      });
      const [, reply] = await once(socket, 'unexpected-response');
      expect(reply.statusCode).toBe(403);
      socket.on('error', () => undefined).terminate();
    }
  });

  it('is told from our own', async () => {
    for (const path of paths) {
      const socket = openSocket(proxy, path, proxy.token);
      await once(socket, 'open');
      socket.terminate();
    }
    expect(strange).toHaveLength(12);
  });
});

describe('an end of rights', () => {
  let name: string;
  let personId: string;
  let token: string;
  let others: string;
  const enter = async () => {
    const { session, token: fresh } = await proxy.parts.access.sessions.begin(
      { kind: 'person', id: personId },
      { browser: 'test', address: '127.0.0.1' },
    );
    return { session, token: fresh };
  };

  beforeEach(async () => {
    name = `Guard ${proxy.parts.access.people.all.length}`;
    const { people } = proxy.parts.access;
    personId = (await people.add({ name, role: 'operator', cameras: 'all', password })).id;
    ({ token } = await enter());
    ({ token: others } = await enter());
  });

  const asAdministrator = (method: string, body?: unknown) =>
    proxy.ask(method, `/api/people/${personId}`, body);
  const causes: Readonly<Record<string, () => Promise<unknown>>> = {
    'sign-out in another tab': () => proxy.ask('DELETE', '/api/session', undefined, token),
    'another role': () => asAdministrator('PATCH', { role: 'viewer' }),
    'another password': () => asAdministrator('PATCH', { password: nextPassword }),
    'own password changed elsewhere': () =>
      proxy.ask('PUT', '/api/account/password', { current: password, next: nextPassword }, others),
    'switched off': () => asAdministrator('PATCH', { enabled: false }),
    removal: () => asAdministrator('DELETE'),
    'revoked by an administrator': async () => {
      const session = proxy.parts.access.sessions.find(token);
      await proxy.ask('DELETE', `/api/sessions/${session?.id}`);
    },
    'revoked by its owner elsewhere': async () => {
      const session = proxy.parts.access.sessions.find(token);
      await proxy.ask('DELETE', `/api/account/sessions/${session?.id}`, undefined, others);
    },
    'its longest time is over': async () => {
      const session = proxy.parts.access.sessions.find(token);
      if (session) session.row = { ...session.row, createdAtMs: Date.now() - 7 * 24 * 60 * minute };
      proxy.parts.access.sessions.sweep();
    },
  };

  it.each(Object.keys(causes))('closes all sockets within a second: %s', async (cause) => {
    const sockets = paths.map((path) => openLasting(path, token));
    await Promise.all(sockets.map((socket) => once(socket, 'open')));
    const closed = sockets.map((socket) => once(socket, 'close'));
    const startedMs = performance.now();
    await causes[cause]?.();
    const endedMs = performance.now();
    const codes = (await Promise.all(closed)).map(([code]) => code);
    expect(codes).toEqual(paths.map(() => closeCodes.sessionEnded));
    // From the moment at which it held; what a new password costs to hash comes before.
    expect(performance.now() - endedMs).toBeLessThan(1000);
    expect((await proxy.ask('GET', '/api/site', undefined, token)).status).toBe(401);
    for (const path of paths) {
      const socket = openSocket(proxy, path, token);
      const [, reply] = await once(socket, 'unexpected-response');
      expect(reply.statusCode).toBe(401);
      socket.on('error', () => undefined).terminate();
    }
    console.info(`${cause}: closed after ${Math.round(performance.now() - startedMs)} ms in all`);
  });

  it('is no different for what is said between the farewell and the end', async () => {
    const { session, token: own } = await enter();
    const socket = openSocket(proxy, '/ws/frames', own);
    await once(socket, 'open');
    // Hears nothing of the farewell, and so does not answer it.
    socket.pause();
    await proxy.parts.access.sessions.end(session);
    socket.send(JSON.stringify({ type: 'watch', tile: 'a', cameraId, streamId: 'pictures' }));
    socket.resume();
    await once(socket, 'close');
    // A feed that anybody has asked for lives on for a second.
    expect(proxy.parts.media.statistics().feeds).toBe(0);
  });

  it('cuts a long reply', async () => {
    const administrator = await proxy.signInAs('administrator');
    const asked = device.asked.length;
    const reply = await fetch(`${proxy.origin}/api/probes`, {
      method: 'POST',
      headers: proxy.headers(administrator),
      // Says nothing for as long as it is asked.
      body: JSON.stringify({ address: `${device.origin}/silent`, protocolId: 'plain-stream' }),
    });
    expect([reply.status, device.asked.length]).toEqual([200, asked]);
    const ended = expect(reply.text()).rejects.toThrow();
    await proxy.ask('DELETE', '/api/session', undefined, administrator);
    await ended;
  });

  it('leaves a socket alone when its owner only gives the password again', async () => {
    const socket = openSocket(proxy, '/ws/changes', token);
    await once(socket, 'message');
    const reply = await fetch(`${proxy.origin}/api/session/confirm`, {
      method: 'POST',
      headers: proxy.headers(token),
      body: JSON.stringify({ password }),
    });
    const next = /=([\w-]{43});/.exec(reply.headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect((await proxy.ask('GET', '/api/site', undefined, token)).status).toBe(401);
    expect((await proxy.ask('GET', '/api/site', undefined, next)).status).toBe(200);
    const heard = once(socket, 'message');
    await proxy.ask('POST', '/api/views', { name: 'Wall', layout: '4', cells: [] }, next);
    await heard;
    expect(socket.readyState).toBe(socket.OPEN);
    socket.terminate();
  });
});
