import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { CameraView } from '../../api/camera.ts';
import type { FrameNotice } from '../../api/frames.ts';
import { routes } from '../../api/routes.ts';
import { buildApp } from '../build-app.ts';
import { makeLog } from '../log.ts';
import { socketRoutes } from '../socket-routes.ts';
import { type PairedScreen, pairScreen } from '../test-site/paired-screen.ts';
import { type ListedRoute, routesOf } from '../test-site/route-list.ts';
import { type StillCamera, startStillCamera } from '../test-site/still-camera.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

/** Written down from the design, not read from the labels: what a screen is for. */
const mayView = new Set([
  'GET /api/site',
  'GET /api/cameras',
  'GET /api/cameras/:cameraId/snapshot',
  'GET /api/cameras/:cameraId/picture-settings',
  'GET /api/cameras/:cameraId/hls/:streamId/index.m3u8',
  'GET /api/cameras/:cameraId/hls/:streamId/:name',
  'POST /api/cameras/:cameraId/page',
  'GET /api/cameras/:cameraId/recording',
  'GET /api/cameras/:cameraId/recording-files/:fileId',
  'GET /api/recordings/spans',
  'GET /api/recordings/days',
  'GET /api/recordings/proof',
  'GET /api/events',
  'GET /api/events/days',
  'GET /api/events/beside',
  'GET /api/events/:eventId',
  'GET /api/events/:eventId/image',
  'GET /api/alarms',
  'GET /api/alarms/:alarmId',
  'GET /api/views',
  'GET /api/tls',
]);
/** For those whom nobody knows yet. */
const open = new Set([
  'GET /api/session',
  'POST /api/session',
  'POST /api/setup',
  'POST /api/demo-session',
  'POST /api/kiosk-pairings',
  'POST /api/kiosk-pairings/claim',
  'GET /authority.crt',
]);

let proxy: TestProxy;
let camera: StillCamera;
let table: readonly ListedRoute[];
let screen: PairedScreen;
let own: CameraView;
let foreign: CameraView;
let viewId: string;

beforeAll(async () => {
  camera = await startStillCamera('guard', 'canary');
  proxy = new TestProxy();
  await proxy.start();
  const log = makeLog({ level: 'error', stream: { write: () => undefined } });
  const app = await buildApp(proxy.parts, log, null);
  table = routesOf(app);
  await app.close();
  own = await addCamera('Own');
  foreign = await addCamera('Foreign');
  viewId = await addView('Of the screen', own.id, foreign.id);
  await addView('Of others', own.id);
  const group = await proxy.ask('POST', routes.cameraGroups, { name: 'Own', cameraIds: [own.id] });
  const groupId = (group.json() as { id: string }).id;
  screen = await pairScreen(proxy, { name: 'Screen', viewId, groupId });
});
afterAll(async () => {
  await proxy.end();
  await camera.stop();
});

async function addCamera(name: string): Promise<CameraView> {
  const events = await proxy.probe({
    address: `http://127.0.0.1:${camera.port}/still.jpg?of=${name}`,
    username: 'guard',
    password: 'canary',
  });
  const found = events.at(-1);
  if (found?.type !== 'found') throw new TypeError(JSON.stringify(found));
  const { draftId, cameras } = found.findings;
  const chosen = cameras.map(({ id }) => ({ id, name, enabled: true }));
  await proxy.ask('POST', routes.devices, { draftId, name, cameras: chosen });
  const { json } = await proxy.ask('GET', routes.cameras);
  const added = (json() as { cameras: CameraView[] }).cameras.find((one) => one.name === name);
  if (!added) throw new TypeError(`no camera ${name}`);
  return added;
}

async function addView(name: string, ...cameraIds: string[]): Promise<string> {
  const cells = cameraIds.map((cameraId) => ({ cameraId, fit: 'contain', quality: 'auto' }));
  const reply = await proxy.ask('POST', routes.views, { name, layout: '4', cells });
  return (reply.json() as { id: string }).id;
}

/** Real ids, so that a refusal is not for want of what is asked for. */
function addressOf(url: string, cameraId = own.id): string {
  const known: Record<string, string | undefined> = {
    cameraId,
    streamId: own.streams[0]?.id,
    deviceId: own.deviceId,
    viewId,
    kioskId: screen.id,
    groupId: proxy.parts.access.groups.all[0]?.id,
    personId: proxy.parts.access.people.all[0]?.id,
    sessionId: proxy.parts.access.sessions.all[0]?.id,
  };
  return url.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? 'x');
}

const nameOf = ({ method, url }: ListedRoute) => `${method} ${url}`;
const ask = (method: string, address: string) =>
  proxy.ask(method, address, method === 'GET' || method === 'HEAD' ? undefined : {}, screen.token);

describe('the session of a screen', () => {
  it('is refused on every route that is not for viewing', async () => {
    const forbidden = table.filter(
      (route) => !(mayView.has(nameOf(asRead(route))) || open.has(nameOf(asRead(route)))),
    );
    const served: string[] = [];
    for (const route of forbidden) {
      const reply = await ask(route.method, addressOf(route.url));
      const refused =
        reply.status === 403 &&
        (route.method === 'HEAD' || (reply.json() as { reason: string }).reason === 'not-allowed');
      if (!refused) served.push(`${nameOf(route)} ${reply.status}`);
    }
    expect(served).toEqual([]);
    expect(forbidden.length).toBeGreaterThan(30);
    expect((await ask('GET', routes.session)).json()).toMatchObject({ state: 'kiosk' });
  });

  it('has nothing listed for it that does not exist', () => {
    const names = new Set(table.map(nameOf));
    expect([...mayView, ...open].filter((name) => !names.has(name))).toEqual([]);
  });

  it('looks at the cameras of its group', async () => {
    const { json } = await ask('GET', routes.cameras);
    expect(json()).toMatchObject({ cameras: [{ id: own.id }] });
    expect((json() as { cameras: unknown[] }).cameras).toHaveLength(1);
    expect((await ask('GET', routes.snapshot(own.id))).status).toBe(200);
    expect((await ask('GET', routes.site)).status).toBe(200);
  });

  it('finds no camera of others, as if there were none', async () => {
    const byCamera = table.filter(({ url }) => url.includes(':cameraId'));
    for (const route of byCamera) {
      const [others, none] = await Promise.all(
        [foreign.id, 'none'].map((id) => ask(route.method, addressOf(route.url, id))),
      );
      const refusal = mayView.has(nameOf(asRead(route))) ? 404 : 403;
      expect(others?.status, nameOf(route)).toBe(refusal);
      expect(others?.text).toBe(none?.text);
    }
    expect(byCamera.length).toBeGreaterThanOrEqual(5);
  });

  it('has its own view and no other', async () => {
    const { views } = (await ask('GET', routes.views)).json() as { views: { id: string }[] };
    expect(views.map(({ id }) => id)).toEqual([viewId]);
  });

  it('opens the sockets, and watches its own cameras alone', async () => {
    const sockets = socketRoutes(proxy.parts);
    const shown = sockets.filter(({ policy }) => policy === 'view').map(({ path }) => path);
    expect(shown.sort()).toEqual([
      '/ws/audio',
      '/ws/changes',
      '/ws/events',
      '/ws/flv',
      '/ws/frames',
      '/ws/inputs',
    ]);
    for (const { path } of sockets.filter(({ policy }) => policy !== 'view')) {
      const socket = socketTo(`${path}?camera=${own.id}`);
      const [, reply] = await once(socket, 'unexpected-response');
      expect([path, reply.statusCode]).toEqual([path, 403]);
      socket.on('error', () => undefined).terminate();
    }
    expect(await watch(own)).toBe('feed');
    expect(await watch(foreign)).toBe('refused');
    expect(await closeOfFlv(foreign.id)).toEqual(await closeOfFlv('none'));
  });

  it('is worth nothing in an address, a header or under another name', async () => {
    const { token } = screen;
    const places: [string, Record<string, string>][] = [
      [`${routes.cameras}?token=${token}`, {}],
      [`${routes.cameras}?watchfloor=${token}`, {}],
      [routes.cameras, { authorization: `Bearer ${token}` }],
      [routes.cameras, { 'x-watchfloor': token }],
      [routes.cameras, { cookie: `watchfloor=${token}; session=${token}` }],
    ];
    for (const [address, headers] of places) {
      const reply = await fetch(`${proxy.origin}${address}`, { headers });
      expect(reply.status, JSON.stringify(headers)).toBe(401);
    }
  });
});

/** Whoever may read may ask for the head as well. */
function asRead({ method, url }: ListedRoute): ListedRoute {
  return { method: method === 'HEAD' ? 'GET' : method, url };
}

function socketTo(path: string): WebSocket {
  const { origin } = proxy;
  const headers = { origin, cookie: proxy.cookie(screen.token) };
  return new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers });
}

/** The first thing that the proxy says to a window that wants to watch a camera. */
async function watch({ id: cameraId, streams }: CameraView): Promise<FrameNotice['type']> {
  const socket = socketTo(routes.frames);
  const streamId = streams[0]?.id ?? '';
  const order = JSON.stringify({ type: 'watch', tile: 'a', cameraId, streamId });
  socket.once('open', () => socket.send(order));
  const said = await new Promise<string>((resolve, reject) => {
    socket.once('message', (text) => resolve(String(text)));
    socket.once('error', reject);
  });
  socket.close();
  return (JSON.parse(said) as FrameNotice).type;
}

function closeOfFlv(cameraId: string): Promise<{ code: number; reason: string }> {
  const socket = socketTo(routes.flv(cameraId, own.streams[0]?.id ?? ''));
  return new Promise((resolve, reject) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    socket.once('error', reject);
  });
}
