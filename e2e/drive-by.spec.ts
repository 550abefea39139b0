import type { Request } from '@playwright/test';
import type { Product, RunningSite } from '../scripts/run-product.ts';
import { guardHeader, routes } from '../src/api/routes.ts';
import { type Place, places } from '../src/proxy/test-site/surface.ts';
import { intruderRule, raisedAlarm } from './support/alarms.ts';
import { type Attempt, drive, shapes } from './support/drive-by.ts';
import { intrudingExport } from './support/exports.ts';
import { type HostileSite, startHostileSite } from './support/hostile-site.ts';
import { intrudingBookmark, keptBookmark, openCase } from './support/kept-things.ts';
import { commandsOf, stateOf } from './support/site-state.ts';
import { expect, test } from './support/test.ts';
import { readyCameras, saveWall } from './support/wall.ts';

test.use({
  siteName: 'driven by',
  // What a browser says of requests that it was not let make is what these tests are about.
  allowedFaults: [/./],
});

let hostile: HostileSite;
test.beforeAll(async () => {
  hostile = await startHostileSite();
});
test.afterAll(() => hostile.stop());

type Ids = Readonly<Record<string, string>>;

/** Of things that are there, so that whatever is let through would change one of them. */
async function realIds(product: Product, site: RunningSite): Promise<Ids> {
  const cameras = await readyCameras(product);
  const listed = async (path: string, key: string) => {
    const reply = (await (await product.ask(path)).json()) as Record<string, { id: string }[]>;
    return reply[key] ?? [];
  };
  const devices = await listed(routes.devices, 'devices');
  const ipcam = devices.find((device) => Object(device).protocolId === 'ipcam');
  const camera = cameras.find(({ streams }) => streams.some(({ kind }) => kind === 'hls'));
  const people = await listed(routes.people, 'people');
  const sessions = await listed(routes.sessions, 'sessions');
  const groups = await listed(routes.cameraGroups, 'groups');
  const views = await listed(routes.views, 'views');
  return {
    cameraId: camera?.id ?? '',
    streamId: camera?.streams.find(({ kind }) => kind === 'hls')?.id ?? '',
    name: 'index.m3u8',
    deviceId: ipcam?.id ?? '',
    endpointId: 'device.reboot',
    personId: people.find((person) => Object(person).role === 'viewer')?.id ?? '',
    sessionId: sessions[0]?.id ?? '',
    viewId: views[0]?.id ?? '',
    groupId: groups[0]?.id ?? '',
    // No screen is paired here; what would be made of one is in the state all the same.
    kioskId: 'none',
    presetId: '1',
    tourId: 'sequence-1',
    outputId: 'relay-r1',
    alarmId: await raisedAlarm(product, site),
    ruleId: 'serious-system',
    bookmarkId: await keptBookmark(product, camera?.id ?? ''),
    ...(await openCase(product, camera?.id ?? '')),
    exportId: 'none',
  };
}

function filled({ url }: Pick<Place, 'url'>, ids: Ids): string {
  return url.replace('/*', '/devices').replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
}

const password = 'four unrelated words here';
/** A body that would be taken, for each place that takes one. */
const bodies: Readonly<Record<string, (ids: Ids) => object>> = {
  '/api/session': () => ({ name: 'Demo administrator', password }),
  '/api/setup': () => ({ code: 'x', name: 'Intruder', password }),
  '/api/demo-session': () => ({ code: 'x' }),
  '/api/session/confirm': () => ({ password }),
  '/api/account/password': () => ({ current: '', next: password }),
  '/api/cameras/:cameraId/ptz/actions': () => ({ windowId: 'x', action: { kind: 'home' } }),
  '/api/cameras/:cameraId/presets': () => ({ windowId: 'x', id: null, name: 'Intruder' }),
  '/api/cameras/:cameraId/presets/:presetId': () => ({ name: 'Intruder' }),
  '/api/cameras/:cameraId/presets/:presetId/go': () => ({ windowId: 'x' }),
  '/api/cameras/:cameraId/tours/:tourId': () => ({
    windowId: 'x',
    plan: { kind: 'sequence', name: 'Intruder', stops: [] },
  }),
  '/api/cameras/:cameraId/tours/:tourId/start': () => ({ windowId: 'x' }),
  '/api/cameras/:cameraId/tours/:tourId/stop': () => ({ windowId: 'x' }),
  '/api/cameras/:cameraId/outputs/:outputId': () => ({ on: true }),
  '/api/cameras/:cameraId/arming': () => ({ kind: 'mode', mode: 'all', armed: false }),
  '/api/cameras/:cameraId/picture-settings': () => ({ brightness: 1 }),
  '/api/alarms/:alarmId/actions': () => ({
    requestId: 'intruder',
    atMs: 0,
    action: { kind: 'acknowledge', reason: 'false' },
  }),
  '/api/alarm-rules': () => intruderRule,
  '/api/alarm-rule-trials': () => intruderRule,
  '/api/alarm-rules/:ruleId': () => intruderRule,
  '/api/event-sendings': ({ cameraId }) => ({ kind: 'motion', cameraId }),
  '/api/handover-notes': () => ({ text: 'Intruder' }),
  '/api/bookmarks': intrudingBookmark,
  '/api/bookmarks/:bookmarkId': intrudingBookmark,
  '/api/cases': () => ({ title: 'Intruder', text: '' }),
  '/api/cases/:caseId': () => ({ title: 'Intruder', text: '', state: 'closed', revision: 1 }),
  '/api/cases/:caseId/items': ({ bookmarkId }) => ({ kind: 'bookmark', id: bookmarkId }),
  '/api/exports': intrudingExport,
  '/api/views': () => ({ name: 'Intruder', layout: '4', cells: [] }),
  '/api/views/:viewId': () => ({ name: 'Intruder', layout: '4', cells: [] }),
  '/api/devices': () => ({ draftId: 'x', name: 'Intruder', cameras: [] }),
  '/api/devices/:deviceId': () => ({ name: 'Intruder' }),
  '/api/devices/:deviceId/endpoints/:endpointId': () => ({ query: {}, confirm: true }),
  '/api/probes': () => ({ address: hostile.neighbour }),
  '/api/people': () => ({ name: 'Intruder', role: 'administrator', cameras: 'all', password }),
  '/api/people/:personId': () => ({ role: 'administrator' }),
  '/api/kiosk-pairings/claim': () => ({ secret: 'x' }),
  '/api/kiosks': ({ viewId, groupId }) => ({
    code: 'AAAA-AAAA',
    name: 'Intruder',
    viewId,
    groupId,
  }),
  '/api/kiosks/:kioskId': () => ({ name: 'Intruder' }),
  '/api/camera-groups': (ids) => ({ name: 'Intruder', cameraIds: [ids.cameraId] }),
  '/api/camera-groups/:groupId': () => ({ name: 'Intruder', cameraIds: [] }),
};

const changing = places.filter(({ method }) => method !== 'GET');
const reading = places.filter(({ method }) => method === 'GET');

test.describe('a visit to a hostile page', { tag: '@trust' }, () => {
  test('changes nothing, in whatever way it asks', async ({ context, page, product, site }) => {
    await readyCameras(product);
    const group = { name: 'Yard', cameraIds: [] };
    const made = await product.ask(routes.cameraGroups, {
      method: 'POST',
      body: JSON.stringify(group),
    });
    expect(made.status).toBe(201);
    await saveWall(product, { name: 'Wall', layout: '4', cameras: [] });
    const ids = await realIds(product, site);
    expect(Object.values(ids)).not.toContain('');
    const attempts: Attempt[] = changing.map((place) => ({
      method: place.method,
      url: `${product.origin}${filled(place, ids)}`,
      body: JSON.stringify(bodies[place.url]?.(ids) ?? {}),
    }));
    const [stateBefore, commandsBefore] = [await stateOf(product), await commandsOf(site)];
    const accepted: string[] = [];
    let [answered, tried] = [0, 0];
    context.on('response', (reply) => {
      if (!reply.url().startsWith(product.origin)) return;
      answered += 1;
      if (reply.request().method() !== 'GET' && reply.status() < 400) {
        accepted.push(`${reply.status()} ${reply.request().method()} ${reply.url()}`);
      }
    });
    const open = new Set<Request>();
    context.on('request', (request) => {
      if (request.url().startsWith(product.origin)) open.add(request);
    });
    context.on('requestfinished', (request) => open.delete(request));
    context.on('requestfailed', (request) => {
      open.delete(request);
      // The product has answered, and the browser keeps that answer from the page.
      if (/BLOCKED_BY_RESPONSE/.test(request.failure()?.errorText ?? '')) answered += 1;
    });
    for (const origin of [hostile.neighbour, hostile.stranger]) {
      for (const shape of shapes) {
        await page.goto(origin);
        await drive(page, shape, attempts);
        await expect.poll(() => open.size, shape).toBe(0);
        tried += attempts.length;
      }
    }
    await page.goto('about:blank');
    expect(accepted).toEqual([]);
    expect(await stateOf(product)).toEqual(stateBefore);
    expect(await commandsOf(site)).toEqual(commandsBefore);
    expect(tried).toBe(changing.length * shapes.length * 2);
    // Else the product might not have been asked at all.
    expect(answered).toBeGreaterThan(0.8 * tried);
    console.info(
      `${tried} tries of ${changing.length} routes in ${shapes.length} shapes: 0 accepted`,
    );
  });

  test('would be found out: what our own page asks is done', async ({ page, product, site }) => {
    const ids = await realIds(product, site);
    const [stateBefore, commandsBefore] = [await stateOf(product), await commandsOf(site)];
    await page.goto(`${product.origin}/devices`);
    const statuses = await page.evaluate(
      async ({ header, asked }) => {
        const results: number[] = [];
        for (const { url, body } of asked) {
          const headers = { 'content-type': 'application/json', [header]: '1' };
          results.push((await fetch(url, { method: 'POST', headers, body })).status);
        }
        return results;
      },
      {
        header: guardHeader,
        asked: [
          { url: routes.views, body: JSON.stringify(bodies['/api/views']?.(ids)) },
          {
            url: routes.endpoint(ids.deviceId ?? '', 'camera.brightness'),
            // As bright as it is: the tests that follow want to see something.
            body: JSON.stringify({ query: { param: 1, value: 128 } }),
          },
        ],
      },
    );
    expect(statuses).toEqual([201, 200]);
    expect(await stateOf(product)).not.toEqual(stateBefore);
    expect(await commandsOf(site)).toHaveLength(commandsBefore.length + 1);
  });

  test('reads nothing, and opens no socket', async ({ page, product, site }) => {
    const ids = await realIds(product, site);
    const urls = reading.map((place) => `${product.origin}${filled(place, ids)}`);
    for (const origin of [hostile.neighbour, hostile.stranger]) {
      await page.goto(origin);
      const seen = await page.evaluate(
        async ({ urls, sockets }) => {
          const bytes = await Promise.all(
            urls.map((url) =>
              fetch(url, { credentials: 'include' }).then(
                (reply) => reply.text(),
                () => '',
              ),
            ),
          );
          const drawn = await Promise.all(
            urls.map(async (url) => {
              const image = Object.assign(new Image(), { src: url });
              return image.decode().then(
                () => image.naturalWidth,
                () => 0,
              );
            }),
          );
          const opened = await Promise.all(
            sockets.map(
              (url) =>
                new Promise<boolean>((resolve) => {
                  const socket = new WebSocket(url);
                  socket.onopen = () => resolve(true);
                  socket.onerror = () => resolve(false);
                }),
            ),
          );
          return { bytes, drawn, opened };
        },
        {
          urls,
          sockets: [
            routes.frames,
            routes.changes,
            routes.control,
            routes.inputs(ids.cameraId ?? ''),
            routes.audio(ids.cameraId ?? ''),
            routes.talk(ids.cameraId ?? ''),
            routes.flv(ids.cameraId ?? '', 'x'),
          ].map((path) => `${product.origin.replace('http', 'ws')}${path}`),
        },
      );
      expect(seen.bytes.join('')).toBe('');
      expect(seen.drawn.every((width) => width === 0)).toBe(true);
      expect(seen.opened).toEqual(Array(7).fill(false));
    }
  });
});

test('reading all there is changes nothing', { tag: '@trust' }, async ({ page, product, site }) => {
  const ids = await realIds(product, site);
  await page.goto(`${product.origin}/devices`);
  const [stateBefore, commandsBefore] = [await stateOf(product), await commandsOf(site)];
  const statuses = await page.evaluate(
    async (urls) =>
      Promise.all(urls.map(async (url) => `${(await fetch(url)).status} ${url.split('/')[2]}`)),
    reading.map((place) => filled(place, ids)),
  );
  expect(statuses.filter((status) => status.startsWith('200')).length).toBeGreaterThan(8);
  expect(statuses.filter((status) => /^(401|403)/.test(status))).toEqual([]);
  for (const place of ['/live', '/devices', `/devices/${ids.deviceId}/endpoints`, '/sign-in']) {
    await page.goto(`${product.origin}${place}`);
    await expect(page.locator('#root, main').first()).toBeAttached();
  }
  expect(await stateOf(product)).toEqual(stateBefore);
  expect(await commandsOf(site)).toEqual(commandsBefore);
});
