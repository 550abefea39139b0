import { describe, expect, it } from 'vitest';
import { allowedSocket, allowedTarget, type PageRules } from './page-allowance.ts';
import type { PageScope } from './page-scope.ts';
import { pageProtocol } from './test-page.ts';

const everything: PageScope = {
  seesAll: true,
  sees: () => true,
  controlsAll: true,
  controls: () => true,
};
const onlyFirst: PageScope = {
  seesAll: false,
  sees: (channel) => channel === '1',
  controlsAll: false,
  controls: () => false,
};
const rulesOf = (scope: PageScope): PageRules => ({
  protocol: pageProtocol,
  pages: ['/watch?ch=1', '/watch?ch=2'],
  streams: ['/hls/1.m3u8'],
  scope,
});
const all = rulesOf(everything);

describe('what a page may ask for', () => {
  it.each([
    ['/watch?ch=1&when=x', '/watch?ch=1&when=x'],
    ['/watch', '/watch'],
    ['/watch/frame?ch=1', '/watch/frame?ch=1'],
    ['/watch/player.js', '/watch/player.js'],
    ['/js/app.js?v=2', '/js/app.js?v=2'],
    ['/js/login.js', '/js/login.js'],
    ['/api/info?apiVersion', '/api/info?apiVersion'],
    ['/api/channel/7', '/api/channel/7'],
    ['/api/ptz?ch=1&home', '/api/ptz?ch=1&home'],
    ['/watch?ch=1&auth=ZGVtbzpkZW1v', '/watch?ch=1'],
    ['/watch?%61uth=x&PWD=y&ch=2', '/watch?ch=2'],
    ['/watch?login=x', '/watch'],
    ['/watch?', '/watch'],
  ])('lets %s through as %s', (url, target) => {
    expect(allowedTarget(url, all)).toBe(target);
  });

  it.each([
    ...['/', '/index', '/watcher', '/api/system?reboot', '/api/system', '/api/people'],
    ...['/api/settings', '/api/push', '/api/auth', '/api/auth?login=x', '/api/unknown'],
    ...['/api/preset', '/api/channel', '/api/channel/7/delete', '/run.js', '/RUN.js'],
    ...['/run.js/x.js', '/api/system/x.js', '/API/System/x.css', '/api/system;a.js', '/reboot'],
    ...['/cgi/reboot.cgi/x.js', '/reboot/x.js', '/users.json', '/format.html', '/wsapi/export'],
    ...['/../etc/passwd', '/watch/../api/system', '/watch/./frame', '//other.example/x.js'],
    ...['/watch//frame', '/watch%2f..%2fapi', '/watch\\x.js', 'http://other.example/x.js'],
    ...['/watch\u0000.js', '', '*'],
  ])('stops %j', (url) => {
    expect(allowedTarget(url, all)).toBeNull();
  });

  it('stops an address that is longer than any page writes', () => {
    expect(allowedTarget(`/watch?${'x'.repeat(5000)}`, all)).toBeNull();
  });

  it('moves a camera only for those who may', () => {
    const watcher = { ...everything, controlsAll: false, controls: (one: string) => one === '2' };
    expect(allowedTarget('/api/ptz?ch=1&home', rulesOf(watcher))).toBeNull();
    expect(allowedTarget('/api/ptz?home', rulesOf(watcher))).toBeNull();
    expect(allowedTarget('/api/ptz?ch=2&ch=1&home', rulesOf(watcher))).toBeNull();
    expect(allowedTarget('/api/ptz?ch=2&home', rulesOf(watcher))).not.toBeNull();
  });

  it.each([
    ...['/watch?ch=2', '/watch', '/watch/frame?ch=2', '/watch/frame', '/watch?ch=1&ch=2'],
    ...['/watch?ch=1,2', '/watch?CH=2', '/watch?%63h=2', '/watch?cameras=2', '/watch?channel=2'],
    ...['/api/vod', '/api/vod?ch=2', '/api/info', '/api/channel/2', '/hls/2.m3u8', '/hls/2.ts'],
    ...['/pictures/2.jpg', '/watch?ch=', '/watch?ch=1%2C2'],
  ])('hides %s from whoever may see the first camera only', (url) => {
    expect(allowedTarget(url, rulesOf(onlyFirst))).toBeNull();
  });

  it.each(['/watch?ch=1', '/watch/frame?ch=1&n=3', '/api/channel/1', '/hls/1.m3u8', '/js/app.js'])(
    'shows him %s',
    (url) => expect(allowedTarget(url, rulesOf(onlyFirst))).toBe(url),
  );
});

describe('which sockets a page may open', () => {
  it('passes those that the document describes and that only tell', () => {
    expect(allowedSocket('/wsapi/events?topics=x&auth=y', all)).toBe('/wsapi/events?topics=x');
    for (const url of ['/wsapi/export', '/wsapi/other', '/watch', '/ws', '/wsapi/events/x']) {
      expect(allowedSocket(url, all), url).toBeNull();
    }
  });

  it('tells of a camera only those who may see it', () => {
    expect(allowedSocket('/wsapi/events?ch=1', rulesOf(onlyFirst))).not.toBeNull();
    expect(allowedSocket('/wsapi/events?ch=1,2', rulesOf(onlyFirst))).toBeNull();
    expect(allowedSocket('/wsapi/events', rulesOf(onlyFirst))).toBeNull();
  });
});

/** Ways to write one path that some server would read as another. */
const pieces = [
  ...['../', './', '..%2f', '%2e%2e/', '%2e/', '..%5c', '..\\', '/', '//', '%2f', '%5c', '\\', ';'],
  ...[
    '%00',
    '\u0000',
    '%0d%0a',
    '\r\n',
    '\t',
    ' ',
    '%20',
    '#',
    '%23',
    '?',
    '%3f',
    '@x',
    ':',
    '..;/',
  ],
  ...[
    '%252f',
    '%c0%af',
    '\u2215',
    '\uff0f',
    '.',
    '..',
    '%',
    '%zz',
    '\u202e',
    '%e2%80%ae',
    '|',
    '&',
  ],
];
const canonical = [
  ...['/watch', '/watch/frame', '/watch/player.js', '/js/app.js', '/api/info', '/api/channel/7'],
  '/api/system',
];

describe('spellings of a path (trust)', () => {
  const mutations = canonical.flatMap((path) =>
    pieces.flatMap((piece) => [
      `${piece}${path}`,
      `${path}${piece}`,
      path.replace('/', `/${piece}`),
      `${path}/${piece}api/system?reboot`,
      path.replace(/.$/, (last) => `${piece}${last}`),
      path.replace(/\/([^/]*)$/, `${piece}$1`),
    ]),
  );

  it(`lets none of ${mutations.length} lead anywhere else`, () => {
    expect(mutations.length).toBeGreaterThanOrEqual(500);
    const base = 'http://device.example';
    const passed = mutations.flatMap((url) => allowedTarget(url, all) ?? []);
    // What passes is read by every parser as it is written, and is a part of a page.
    for (const target of passed) {
      const [path = ''] = target.split('?', 1);
      expect(new URL(target, base).pathname, target).toBe(path);
      expect(new URL(target, base).origin, target).toBe(base);
      expect(path, target).not.toMatch(/[%\\;#\s]|\/\/|\/\.{1,2}(?:\/|$)/);
      expect(path, target).toMatch(/^\/watch(?:\/|$)|\.js$|^\/api\/(?:info|channel\/[^/]+)$/);
    }
    expect(passed.length).toBeLessThan(mutations.length / 10);
  });
});
