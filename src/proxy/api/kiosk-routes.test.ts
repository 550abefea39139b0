import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { kioskListSchema, kioskSchema, pairingSchema } from '../../api/kiosk.ts';
import { closeCodes, routes } from '../../api/routes.ts';
import { sessionViewSchema } from '../../api/session.ts';
import { pairScreen, tokenIn } from '../test-site/paired-screen.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

let proxy: TestProxy;
let viewId: string;
let groupId: string;

beforeEach(async () => {
  proxy = new TestProxy();
  await proxy.start();
  viewId = await addView('Lobby');
  groupId = await addGroup('Lobby cameras');
});
afterEach(() => proxy.end());

async function addView(name: string): Promise<string> {
  const view = { name, layout: '1', cells: [] };
  return idOf(await proxy.ask('POST', routes.views, view));
}

async function addGroup(name: string): Promise<string> {
  return idOf(await proxy.ask('POST', routes.cameraGroups, { name, cameraIds: [] }));
}

function idOf(reply: { json: () => unknown }): string {
  return (reply.json() as { id: string }).id;
}

const nobody = '';
const begin = async () =>
  pairingSchema.parse((await proxy.ask('POST', routes.pairings, undefined, nobody)).json());
const claim = (secret: string, token = nobody) =>
  proxy.ask('POST', routes.pairingClaim, { secret }, token);
const approve = (code: string, name = 'Lobby screen', token = proxy.token) =>
  proxy.ask('POST', routes.kiosks, { code, name, viewId, groupId }, token);
const listed = async () =>
  kioskListSchema.parse((await proxy.ask('GET', routes.kiosks)).json()).kiosks;
const session = async (token: string) =>
  sessionViewSchema.parse((await proxy.ask('GET', routes.session, undefined, token)).json());

const pair = (name = 'Lobby screen') => pairScreen(proxy, { name, viewId, groupId });

function open(token: string, path: string = routes.changes): WebSocket {
  const { origin } = proxy;
  const headers = { origin, cookie: proxy.cookie(token) };
  return new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
}

async function opened(token: string, path?: string): Promise<WebSocket> {
  const socket = open(token, path);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return socket;
}

const closed = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.once('close', resolve));

describe('pairing', () => {
  it('lets a screen in that an administrator approved, and by a cookie alone', async () => {
    const { code, secret } = await begin();
    expect((await claim(secret)).json()).toEqual({ state: 'waiting' });
    const approved = kioskSchema.parse((await approve(code)).json());
    expect(approved).toMatchObject({ name: 'Lobby screen', viewId, groupId, connected: false });
    const claimed = await claim(secret);
    expect(claimed.headers.get('set-cookie')).toMatch(
      /^__Host-watchfloor-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=3153(?:6000|5999); Secure$/,
    );
    const token = tokenIn(proxy, claimed.headers);
    expect(claimed.text).not.toContain(token);
    expect(await session(token)).toEqual({
      state: 'kiosk',
      kiosk: { id: approved.id, name: 'Lobby screen' },
      viewId,
      may: ['view'],
    });
    const again = await claim(secret);
    expect(again.json()).toEqual({ state: 'expired' });
    expect(again.headers.get('set-cookie')).toBeNull();
  });

  it('keeps neither secret nor token in its log', async () => {
    const { code, secret } = await begin();
    await approve(code);
    proxy.said.length = 0;
    const { headers } = await claim(secret);
    const log = proxy.said.filter((line) => line.includes('"operation"')).join('');
    expect(log).toContain(routes.pairingClaim);
    expect(log).not.toContain(secret);
    expect(log).not.toContain(tokenIn(proxy, headers));
  });

  it('ends what the browser was signed in to before', async () => {
    const viewer = await proxy.signInAs('viewer');
    const { code, secret } = await begin();
    await approve(code);
    await claim(secret, viewer);
    expect((await session(viewer)).state).toBe('signed-out');
  });

  it('is for administrators', async () => {
    const { code } = await begin();
    for (const role of ['viewer', 'operator', 'supervisor'] as const) {
      expect((await approve(code, 'Mine', await proxy.signInAs(role))).status, role).toBe(403);
    }
    expect((await approve(code, 'Mine', nobody)).status).toBe(401);
  });

  it.each([
    ['a view', () => ({ viewId: 'none', groupId }), 'viewId'],
    ['a group', () => ({ viewId, groupId: 'none' }), 'groupId'],
    ['a name', () => ({ viewId, groupId, name: ' ' }), 'name'],
  ])('needs %s, and leaves the code good', async (_, part, detail) => {
    const { code } = await begin();
    const wanted = { code, name: 'Screen', ...part() };
    const reply = await proxy.ask('POST', routes.kiosks, wanted);
    expect(reply.json()).toMatchObject({ reason: 'invalid-input', detail });
    expect((await approve(code)).status).toBe(201);
  });

  it('gives each screen a name of its own', async () => {
    await pair('Entrance');
    const { code } = await begin();
    expect((await approve(code, 'Entrance')).json()).toMatchObject({
      reason: 'conflict',
      detail: 'name',
    });
    expect((await approve(code, 'Exit')).status).toBe(201);
  });

  it('refuses a wrong code', async () => {
    const { secret } = await begin();
    const reply = await approve('2222-2222');
    expect(reply.status).toBe(403);
    expect(reply.json()).toMatchObject({ reason: 'code-refused' });
    expect((await claim(secret)).json()).toEqual({ state: 'waiting' });
    expect(await listed()).toEqual([]);
  });
});

describe('a screen', () => {
  it('is listed as looking while it has a socket, and the windows are told', async () => {
    const { id, token } = await pair();
    expect(await listed()).toMatchObject([{ id, connected: false, address: '127.0.0.1' }]);
    const administrator = await opened(proxy.token);
    const told: string[] = [];
    administrator.on('message', (text) => told.push(String(text)));
    const socket = await opened(token);
    await vi.waitFor(async () => expect((await listed())[0]?.connected).toBe(true));
    await vi.waitFor(() => expect(told).toContain('{"type":"kiosks"}'));
    socket.close();
    await vi.waitFor(async () => expect((await listed())[0]?.connected).toBe(false));
    administrator.close();
  });

  it('that is removed loses its sockets within a second and is nobody from then on', async () => {
    const { id, token } = await pair();
    const sockets = await Promise.all([opened(token), opened(token, routes.frames)]);
    const ends = sockets.map(closed);
    const removedAtMs = performance.now();
    expect((await proxy.ask('DELETE', routes.kiosk(id))).status).toBe(204);
    expect(await Promise.all(ends)).toEqual([closeCodes.sessionEnded, closeCodes.sessionEnded]);
    expect(performance.now() - removedAtMs).toBeLessThan(1000);
    expect((await session(token)).state).toBe('signed-out');
    expect((await proxy.ask('GET', routes.cameras, undefined, token)).status).toBe(401);
    expect(await listed()).toEqual([]);
    expect((await proxy.ask('DELETE', routes.kiosk(id))).status).toBe(404);
  });

  it('that is removed before it came is not let in', async () => {
    const { code, secret } = await begin();
    await proxy.ask('DELETE', routes.kiosk(idOf(await approve(code))));
    const claimed = await claim(secret);
    expect(claimed.json()).toEqual({ state: 'expired' });
    expect(claimed.headers.get('set-cookie')).toBeNull();
  });

  it('takes another view without losing its socket', async () => {
    const { id, token } = await pair();
    const other = await addView('Yard');
    const socket = await opened(token);
    const told: string[] = [];
    socket.on('message', (text) => told.push(String(text)));
    const changed = await proxy.ask('PATCH', routes.kiosk(id), { viewId: other, name: 'Yard' });
    expect(changed.json()).toMatchObject({ id, name: 'Yard', viewId: other, groupId });
    await vi.waitFor(() => expect(told).toContain('{"type":"kiosks"}'));
    expect(await session(token)).toMatchObject({ kiosk: { name: 'Yard' }, viewId: other });
    expect(socket.readyState).toBe(WebSocket.OPEN);
    const views = (await proxy.ask('GET', routes.views, undefined, token)).json();
    expect(views).toMatchObject({ views: [{ id: other }] });
    socket.close();
  });

  it('that sees other cameras opens what it watches anew', async () => {
    const { id, token } = await pair();
    const socket = await opened(token);
    const end = closed(socket);
    const other = await addGroup('Yard cameras');
    await proxy.ask('PATCH', routes.kiosk(id), { groupId: other });
    expect(await end).toBe(closeCodes.sessionEnded);
    expect((await session(token)).state).toBe('kiosk');
  });

  it.each([
    ['view', () => ({ viewId: 'none' }), 400],
    ['group', () => ({ groupId: 'none' }), 400],
    ['field', () => ({ code: 'x' }), 400],
  ])('is not changed to an unknown %s', async (_, change, status) => {
    const { id } = await pair();
    expect((await proxy.ask('PATCH', routes.kiosk(id), change())).status).toBe(status);
    expect(await listed()).toMatchObject([{ viewId, groupId }]);
  });

  it('is still paired after a restart', async () => {
    const { token } = await pair();
    await proxy.stop();
    await proxy.start();
    expect(await session(token)).toMatchObject({ state: 'kiosk', viewId });
  });
});
