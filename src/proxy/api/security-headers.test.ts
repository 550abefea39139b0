import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { routes } from '../../api/routes.ts';
import { type StillCamera, startStillCamera } from '../test-site/still-camera.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

let proxy: TestProxy;
let camera: StillCamera;
beforeAll(async () => {
  proxy = new TestProxy();
  camera = await startStillCamera('guard', 'still-camera-password');
  const app = path.join(proxy.folder, 'app');
  mkdirSync(path.join(app, 'assets'), { recursive: true });
  writeFileSync(path.join(app, 'index.html'), '<!doctype html><title>Watchfloor</title>');
  writeFileSync(path.join(app, 'assets', 'main-1a2b.js'), 'export const x = 1;\n'.repeat(200));
  writeFileSync(path.join(app, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await proxy.start();
});
afterAll(async () => {
  await proxy.end();
  await camera.stop();
});

/** Sends bytes as they are and reads until the other side hangs up. */
function exchange(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(proxy.origin).port), '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (part: string) => {
      text += part;
    });
    socket.once('error', reject);
    socket.once('close', () => resolve(text));
    socket.write(request);
  });
}

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string;
}

function readAnswer(text: string): Answer {
  const [head = ''] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return { status: Number(statusLine.split(' ')[1]), header: (name) => headers.get(name) ?? '' };
}

/** What is missing of the headers that every reply has; nothing where all are there. */
function missing({ header }: Answer): string[] {
  const policy = header('content-security-policy');
  const wanted: Record<string, boolean> = {
    'default-src none': policy.includes("default-src 'none'"),
    'frame-ancestors none': policy.includes("frame-ancestors 'none'"),
    'no unsafe source': !policy.includes('unsafe'),
    nosniff: header('x-content-type-options') === 'nosniff',
    'opener policy': header('cross-origin-opener-policy') === 'same-origin',
    'resource policy': header('cross-origin-resource-policy') === 'same-origin',
    'no referrer': header('referrer-policy') === 'no-referrer',
    'frame options': header('x-frame-options').toUpperCase() === 'DENY',
    permissions: header('permissions-policy').includes('camera=()'),
  };
  return Object.keys(wanted).filter((name) => !wanted[name]);
}

const host = () => `Host: ${new URL(proxy.origin).host}\r\nConnection: close\r\n`;
const get = (target: string) =>
  `GET ${target} HTTP/1.1\r\n${host()}Cookie: ${proxy.cookie()}\r\n\r\n`;
const upgrade = (target: string, origin: string) =>
  `GET ${target} HTTP/1.1\r\nHost: ${new URL(proxy.origin).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: ${origin}\r\n\r\n`;

it('cages every reply of the app, the interface and the media, whatever its status', async () => {
  const events = await proxy.probe({
    address: `http://127.0.0.1:${camera.port}/still.jpg`,
    username: 'guard',
    password: camera.password,
  });
  const found = events.at(-1);
  const cameraId = found?.type === 'found' ? (found.findings.cameras[0]?.id ?? '') : '';
  const places = Object.values(routes).map((route) =>
    typeof route === 'string' ? route : route('none', 'none', 'none'),
  );
  const targets = [
    ...places,
    routes.snapshot(cameraId),
    ...['/', '/live/x', '/devices/x/endpoints', '/assets/main-1a2b.js', '/icon.svg', '/nothing.js'],
    ...['/api/nothing', '/ws/nothing', '/%', '/%2e%2e/x', '//x', '/a%00b', `/${'x'.repeat(9000)}`],
  ];
  const requests = [
    ...targets.map(get),
    ...targets.map((target) => `HEAD ${target} HTTP/1.1\r\n${host()}\r\n`),
    ...places.flatMap((place) =>
      ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map(
        (method) => `${method} ${place} HTTP/1.1\r\n${host()}Content-Length: 0\r\n\r\n`,
      ),
    ),
    'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    `POST ${routes.views} HTTP/1.1\r\n${host()}Content-Type: text/plain\r\nContent-Length: 1\r\n\r\nx`,
    `POST ${routes.views} HTTP/1.1\r\n${host()}Content-Type: application/json\r\nContent-Length: 1\r\n\r\n{`,
    // None of these is a request at all.
    'not http\r\n\r\n',
    `GET / HTTP/1.1\r\n${host()}X: ${'x'.repeat(20_000)}\r\n\r\n`,
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    upgrade('/ws/nothing', proxy.origin),
    upgrade('/ws/frames', 'http://evil.example'),
  ];
  const faults: string[] = [];
  const statuses = new Set<number>();
  for (const request of requests) {
    const answer = readAnswer(await exchange(request));
    statuses.add(answer.status);
    const lacking = missing(answer);
    if (lacking.length > 0) {
      faults.push(`${request.slice(0, 60)} → ${answer.status}: lacks ${lacking.join(', ')}`);
    }
  }
  expect(faults).toEqual([]);
  expect(requests.length).toBeGreaterThan(120);
  const picture = readAnswer(await exchange(get(routes.snapshot(cameraId))));
  expect([picture.status, picture.header('content-type')]).toEqual([200, 'image/jpeg']);
  expect(picture.header('content-security-policy')).toContain('sandbox');
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 403, 404, 421, 431]));
});

it('lets the page run its own files and nothing that was a text before', async () => {
  const { header } = readAnswer(await exchange(get('/')));
  const policy = header('content-security-policy').split(';');
  expect(policy).toEqual(
    expect.arrayContaining([
      "script-src 'self'",
      "worker-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types watchfloor-worker watchfloor-verifier',
    ]),
  );
});
