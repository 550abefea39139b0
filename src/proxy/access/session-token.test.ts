import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { browserName } from './browser-name.ts';
import { isSameSecret, makeToken, readSessionCookie, sessionCookie } from './session-token.ts';

const loopback = { host: '127.0.0.1:7000', scheme: 'http' } as const;
const tls = { host: 'cameras.lan', scheme: 'https' } as const;
const plain = { host: 'cameras.lan:8080', scheme: 'http' } as const;
const requestWith = (cookie: string) => ({ headers: { cookie } }) as IncomingMessage;
const name = '__Host-watchfloor-7000';

describe('the cookie of a session', () => {
  it.each([
    [loopback, '__Host-watchfloor-7000', true],
    [{ ...loopback, host: 'localhost:7000' }, '__Host-watchfloor-7000', true],
    [{ ...loopback, host: '[::1]:7000' }, '__Host-watchfloor-7000', true],
    [tls, '__Host-watchfloor', true],
    [plain, 'watchfloor-8080', false],
    // A name that only looks like this machine.
    [{ ...plain, host: '127.0.0.1.evil.example:8080' }, 'watchfloor-8080', false],
  ])('is bound to %j', (scope, expected, secure) => {
    const [pair, ...attributes] = sessionCookie(scope, 'token', 3_600_000).split('; ');
    expect(pair).toBe(`${expected}=token`);
    const wanted = ['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=3600'];
    expect(attributes).toEqual(secure ? [...wanted, 'Secure'] : wanted);
    expect(attributes.join()).not.toContain('Domain');
  });

  it('is taken back by one that is over', () => {
    expect(sessionCookie(loopback, null, 0)).toContain(`${name}=; Path=/`);
    expect(sessionCookie(loopback, null, 0)).toContain('Max-Age=0');
  });

  it.each([
    ['', null, false],
    ['other=1', null, false],
    [`${name}=a`, 'a', false],
    [`other=1; ${name}=a; third=2`, 'a', false],
    [`${name}=a; ${name}=b`, null, true],
    [`${name}=a;${name}=a`, null, true],
    [`${name}=; ${name}=b`, null, true],
    // What a neighbour may toss in, by another name or on plain HTTP.
    ['watchfloor-7000=evil', null, false],
    [`watchfloor-7000=evil; ${name}=a`, 'a', false],
    [`__host-watchfloor-7000=evil; ${name}=a`, 'a', false],
    [`x${name}=evil; ${name}=a`, 'a', false],
    [`${name}x=evil; ${name}=a`, 'a', false],
  ])('is read from %j', (cookie, token, repeated) => {
    expect(readSessionCookie(requestWith(cookie), loopback)).toEqual({ token, repeated });
  });
});

it('compares secrets of any length', () => {
  const token = makeToken();
  expect(isSameSecret(token, token)).toBe(true);
  for (const other of ['', token.slice(1), `${token}x`, makeToken()]) {
    expect(isSameSecret(token, other)).toBe(false);
  }
});

describe('the name of a browser', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome on Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['curl/8.0', 'unknown'],
    ['<script>alert(1)</script>', 'unknown'],
    [undefined, 'unknown'],
  ])('of %j is %s', (header, expected) => {
    expect(browserName(header)).toBe(expected);
  });

  it('never repeats what was sent', () => {
    const long = `${'Chrome/ Windows '.repeat(5000)}<b>`;
    expect(browserName(long)).toBe('Chrome on Windows');
  });
});
