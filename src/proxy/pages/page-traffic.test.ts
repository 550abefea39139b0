import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loopbackNames } from '../access/same-site.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { PageGateway } from './page-gateway.ts';
import { askRaw, PageDevice, TestSession } from './test-page.ts';

const dashboard = 'http://127.0.0.1:7000';
let site: PageDevice;
let device: ActiveDevice;
let gateway: PageGateway;
let port: number;
let cookie: string;

beforeEach(async () => {
  site = new PageDevice();
  await site.listen();
  device = site.registered('d1', Date.now);
  gateway = new PageGateway({
    ports: [0],
    hosts: { names: new Set(loopbackNames), scheme: 'http' },
    now: Date.now,
  });
  const [camera] = device.cameras;
  if (!camera) throw new TypeError('the device has no camera');
  const visitor = { session: new TestSession('one'), origin: dashboard };
  const ticket = new URL((await gateway.open(device, camera, visitor)).url);
  port = Number(ticket.port);
  const entered = await askRaw(port, ticket.pathname, { host: ticket.host });
  [cookie = ''] = entered.headers['set-cookie']?.[0]?.split(';') ?? [];
  site.asked = [];
});

afterEach(async () => {
  await gateway.stop();
  await site.close();
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askRaw(port, path, { host: `127.0.0.1:${port}`, cookie, ...headers }, method);

function answers(type: string, body: string, more: Record<string, string> = {}, status = 200) {
  site.answer = (_, response) =>
    response.writeHead(status, { 'content-type': type, ...more }).end(body);
}

describe('what reaches the device', () => {
  it('is our account and nothing of the browser', async () => {
    const page = await get('/watch?ch=1&auth=x&login=y', {
      cookie: `${cookie}; sid=dashboard`,
      authorization: 'Bearer browser',
      referer: 'http://browser/',
      origin: 'http://browser',
      'x-forwarded-for': '10.9.9.9',
      'x-forwarded-host': 'browser',
      'user-agent': 'browser',
      'accept-language': 'browser',
    });
    expect(page.status).toBe(200);
    expect(site.asked.map(({ url }) => url)).toEqual(['/watch?ch=1']);
    const { headers } = site.asked[0] ?? {};
    expect(headers?.authorization).toBe(`Basic ${btoa('guard:canary')}`);
    expect(Object.keys(headers ?? {}).sort()).toEqual([
      ...['accept', 'accept-encoding', 'authorization', 'connection', 'host'],
    ]);
    expect(JSON.stringify(site.asked[0]?.rawHeaders)).not.toMatch(/browser|dashboard|watchfloor/i);
  });

  it('are the cookies of the device itself, which stay with us', async () => {
    answers('text/html', 'x', { 'set-cookie': 'session=device; Path=/' });
    const first = await get('/watch');
    expect(first.headers['set-cookie']).toBeUndefined();
    await get('/watch', { cookie: `${cookie}; session=tossed` });
    expect(site.asked[1]?.headers.cookie).toBe('session=device');
  });

  it('is nothing when only the head is asked for but the question itself', async () => {
    const head = await get('/watch', {}, 'HEAD');
    expect([head.status, head.text]).toEqual([200, '']);
    expect(site.asked.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('what reaches the frame', () => {
  it('is caged, and has no header of the device', async () => {
    answers('text/html; charset=utf-8', '<p>', {
      'set-cookie': 'device=1',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'",
      'access-control-allow-origin': '*',
      'strict-transport-security': 'max-age=9',
      refresh: '0; url=http://other.example/',
      'x-device': 'secret',
    });
    const { headers } = await get('/watch?ch=1');
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toEqual([
      "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
      `connect-src 'self' ws://127.0.0.1:${port}`,
      'worker-src blob:',
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'none'",
      `frame-ancestors ${dashboard}`,
      'sandbox allow-scripts allow-same-origin',
    ]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(Object.keys(headers).sort()).toEqual([
      ...['cache-control', 'connection', 'content-security-policy', 'content-type'],
      ...['cross-origin-resource-policy', 'date', 'permissions-policy'],
      ...['referrer-policy', 'transfer-encoding', 'x-content-type-options'],
    ]);
  });

  it('is told which page may frame it only by whoever was let in', async () => {
    const { headers } = await get('/watch', { cookie: '' });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('follows a redirection within the device by itself, and none that leads away', async () => {
    const leads = async (location: string) => {
      answers('text/html', '', { location }, 302);
      const { status, headers } = await get('/watch');
      return status === 302 ? headers.location : status;
    };
    const origin = `http://127.0.0.1:${site.port}`;
    expect(await leads('/watch?ch=2&auth=x')).toBe('/watch?ch=2');
    expect(await leads(`${origin}/watch/a.js`)).toBe('/watch/a.js');
    expect(await leads('watch?ch=1')).toBe('/watch?ch=1');
    for (const away of [
      ...['http://other.example/watch', '//other.example/watch', 'https://127.0.0.1/watch'],
      ...['/api/system?reboot', 'javascript:alert(1)', 'data:text/html,x', '', '/api/people'],
      ...[`http://127.0.0.1:${port + 1}/watch`, `${origin}@other.example/watch`],
    ]) {
      expect(await leads(away), away).toBe(502);
    }
  });

  it.each([
    [
      'application/json',
      '{"src":"rtsp://guard:pw@10.0.0.4/1","n":12345678901234567890,"password":"x","ok":""}',
      /^\{"src":"rtsp:\/\/10\.0\.0\.4\/1",.*"password":"hidden","ok":""\}$/,
    ],
    ['application/json', '{"n":12345678901234567890}', /^\{"n":12345678901234567890\}$/],
    [
      'text/javascript',
      'a="rtsp://guard:pw@h/1";b="/x?a=1&auth=Z3Vh";',
      /"rtsp:\/\/h\/1".*auth=hidden"/,
    ],
    [
      'text/javascript',
      'u="http://h:80/a@2x.png";v=x+"?auth="+k',
      /^u="http:\/\/h:80\/a@2x\.png";v=x\+"\?auth="\+k$/,
    ],
    ['text/html', `<i>${btoa('guard:canary')} canary</i>`, /<i>hidden hidden<\/i>$/],
    ['text/plain', 'pwd: canary\nrtsp%3A%2F%2Fguard%3Apw%40h', /^pwd: hidden\nrtsp%3A%2F%2Fh$/],
    ['application/vnd.apple.mpegurl', '#EXTM3U\n/1.ts?auth=Z3Vh\n', /\n\/1\.ts\?auth=hidden\n$/],
  ])('has no account in %s', async (type, body, expected) => {
    answers(type, body);
    const { text, status } = await get('/watch');
    expect(status).toBe(200);
    expect(text).toMatch(expected);
  });

  it('leaves pictures and other bytes as they are', async () => {
    const bytes = '\u0000rtsp://a:b@c canary';
    answers('image/jpeg', bytes);
    expect((await get('/frame.jpg')).text).toBe(bytes);
  });

  it('lets the page give the focus back, before any script of its own', async () => {
    answers('text/html', '<!-- a --><!DOCTYPE html>\n<script>x</script>');
    const { text } = await get('/watch');
    expect(text).toBe(
      '<!-- a --><!DOCTYPE html><script src="/__w/leave.js"></script>\n<script>x</script>',
    );
    const script = await get('/__w/leave.js');
    expect(script.headers['content-type']).toBe('text/javascript');
    expect(script.text).toContain('parent.focus()');
    expect((await get('/__w/leave.js', { cookie: '' })).status).toBe(403);
  });

  it('is cut where a text has no end of its own', async () => {
    answers('text/html', 'x'.repeat(5 * 1024 * 1024));
    expect((await get('/watch')).status).toBe(502);
  });
});
