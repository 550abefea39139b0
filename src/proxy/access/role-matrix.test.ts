import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardHeader } from '../../api/routes.ts';
import { type CallerName, type Cast, callerNames, gatherCast } from '../test-site/cast.ts';
import { type MarkedDevice, register, startMarkedDevice } from '../test-site/marked-device.ts';
import { type RawReply, rawRequest, sendRaw } from '../test-site/raw-request.ts';
import { type Circle, type Place, places, socketPaths } from '../test-site/surface.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
let device: MarkedDevice;
let cast: Cast;
let cameraId: string;

beforeAll(async () => {
  device = await startMarkedDevice(7);
  await proxy.start();
  cameraId = await register(proxy.parts, device);
  const { groups } = proxy.parts.access;
  const group = await groups.add({ name: 'All', cameraIds: [cameraId] });
  cast = await gatherCast(proxy, group.id, 'view');
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});

/** What became of a request at the door; what a handler made of it is another matter. */
type Outcome = 'passed' | 'sign-in-needed' | 'not-allowed' | 'confirm-needed' | 'absent';

const circles: Readonly<Record<Circle, readonly CallerName[]>> = (() => {
  const administrators = ['administrator', 'administrator of an hour ago'] as const;
  const supervisors = [...administrators, 'supervisor'] as const;
  const operators = [...supervisors, 'operator', 'locked operator'] as const;
  const people = [...operators, 'viewer'] as const;
  const lookers = [...people, 'kiosk'] as const;
  return { administrators, supervisors, operators, people, lookers, everybody: callerNames };
})();
const strangers: readonly CallerName[] = ['nobody', 'signed-out', 'switched-off'];
/** What only looks goes on while nobody is at the keyboard. */
const goesOnWhileLocked: readonly Circle[] = ['everybody', 'people', 'lookers'];

function expected({ circle, fresh }: Pick<Place, 'circle' | 'fresh'>, name: CallerName): Outcome {
  if (!circles[circle].includes(name)) {
    return strangers.includes(name) ? 'sign-in-needed' : 'not-allowed';
  }
  if (name === 'locked operator' && !goesOnWhileLocked.includes(circle)) return 'confirm-needed';
  if (name === 'administrator of an hour ago' && fresh) return 'confirm-needed';
  return 'passed';
}

function outcomeOf({ status, body }: RawReply): Outcome {
  if (status === 401 || status === 403) {
    const found = /"reason":"(sign-in-needed|not-allowed|confirm-needed)"/.exec(body)?.[1];
    if (found !== undefined) return found as Outcome;
  }
  return status === 404 && body.includes('"kind":"not-found"') ? 'absent' : 'passed';
}

/** Ids that nothing has, but for the camera: so no cell takes anything from the next one. */
function filled(url: string): string {
  return url.replace(':cameraId', cameraId).replace(/:\w+/g, 'none').replace('*', 'people');
}

const kept = new Map<CallerName, Promise<string>>();
/** One session for all that a caller asks; what ends or locks a session is given one of its own. */
function tokenOf(name: CallerName, url: string): Promise<string> {
  if (url.startsWith('/api/session')) return cast.enter(name);
  const token = kept.get(name) ?? cast.enter(name);
  kept.set(name, token);
  return token;
}

async function ask(method: string, url: string, name: CallerName): Promise<RawReply> {
  const token = await tokenOf(name, url);
  const headers = [
    `Host: ${new URL(proxy.origin).host}`,
    `Origin: ${proxy.origin}`,
    `${guardHeader}: 1`,
    ...(token === '' ? [] : [`Cookie: ${proxy.cookie(token)}`]),
  ];
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const type = hasBody ? ['Content-Type: application/json'] : [];
  return sendRaw(proxy.origin, rawRequest(method, url, [...headers, ...type], hasBody ? '{}' : ''));
}

function openSocket(path: string, name: CallerName, token: string): Promise<RawReply> {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${new URL(proxy.origin).host}`,
    `Origin: ${proxy.origin}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(name === 'nobody' ? [] : [`Cookie: ${proxy.cookie(token)}`]),
  ];
  return sendRaw(proxy.origin, `${lines.join('\r\n')}\r\n\r\n`);
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const;
const urls = [...new Set(places.map(({ url }) => url))];
/** HEAD of what can be read; every other method that is not in the table has no route. */
function placeOf(method: string, url: string): Place | undefined {
  const wanted = method === 'HEAD' ? 'GET' : method;
  return places.find((place) => place.method === wanted && place.url === url);
}

describe('the table of who may do what', () => {
  it('names every route and socket that there is, and no other', () => {
    const written = places.flatMap(({ method, url }) =>
      method === 'GET' ? [`GET ${url}`, `HEAD ${url}`] : [`${method} ${url}`],
    );
    const real = proxy.mounted.routes.map(({ method, url }) => `${method} ${url}`);
    expect(real.toSorted()).toEqual(written.toSorted());
    expect(proxy.mounted.sockets.map(({ path }) => path)).toEqual(
      socketPaths.map(({ path }) => path),
    );
  });

  it('holds for every role, route and method', async () => {
    const wrong: string[] = [];
    let cells = 0;
    let authorised = 0;
    for (const url of urls) {
      for (const method of methods) {
        const place = placeOf(method, url);
        await Promise.all(
          callerNames.map(async (name) => {
            const reply = await ask(method, filled(url), name);
            const wanted = place ? expected(place, name) : 'absent';
            const outcome =
              reply.body === '' && method === 'HEAD' ? ofHead(reply) : outcomeOf(reply);
            cells += 1;
            if (wanted === 'passed') authorised += 1;
            if (!agrees(wanted, outcome, `${method} ${url}`)) {
              wrong.push(`${method} ${url} by ${name}: ${reply.status} ${outcome}, not ${wanted}`);
            }
            if (reply.status === 500) wrong.push(`${method} ${url} by ${name}: 500`);
          }),
        );
      }
    }
    expect(wrong).toEqual([]);
    expect(cells).toBe(urls.length * methods.length * callerNames.length);
    expect(cells).toBeGreaterThanOrEqual(600);
    // Else all of it could be refused and nobody would notice.
    expect(authorised).toBeGreaterThan(150);
    console.info(`role x route x method: ${cells} cells, ${authorised} of them allowed`);
  }, 120_000);

  it('holds for every role and socket', async () => {
    const wrong: string[] = [];
    const others = ['/ws/none', '/api/cameras', '/'].map((path) => ({ path, circle: null }));
    for (const { path, circle } of [...socketPaths, ...others]) {
      for (const name of callerNames) {
        const { status } = await openSocket(path, name, await cast.enter(name));
        const wanted = circle === null ? 404 : statusFor(circle, name);
        if (status !== wanted) wrong.push(`${path} by ${name}: ${status}, not ${wanted}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** A locked session keeps its sockets: what may not be done then is refused message by message. */
function statusFor(circle: Circle, name: CallerName): number {
  if (circles[circle].includes(name)) return 101;
  return strangers.includes(name) ? 401 : 403;
}

/** A handler that looked in vain for an id that nothing has was reached; the camera is there. */
function agrees(wanted: Outcome, outcome: Outcome, place: string): boolean {
  if (wanted === outcome) return true;
  if (wanted === 'passed') {
    const looksFurther = !place.includes(':cameraId') || place.includes(':presetId');
    return outcome === 'absent' && looksFurther;
  }
  return place.startsWith('HEAD') && wanted === 'confirm-needed' && outcome === 'not-allowed';
}

/** Such a reply has no body that could name the reason. */
function ofHead({ status }: RawReply): Outcome {
  if (status === 401) return 'sign-in-needed';
  if (status === 403) return 'not-allowed';
  return status === 404 ? 'absent' : 'passed';
}
