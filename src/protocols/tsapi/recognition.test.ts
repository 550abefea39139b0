import { describe, expect, it } from 'vitest';
import { toPeek } from '../fake-link.ts';
import infoApiVersion from './fixtures/info-api-version.json';
import legacy from './fixtures/legacy-api-disabled.json';
import { recognition } from './recognition.ts';
import { tsapi } from './tsapi.ts';

describe('recognition', () => {
  it('asks for the one fact that needs no account, wherever the person pointed', () => {
    expect(recognition.target('/watch?ch=3')).toBe('/api/info?apiVersion');
  });

  it('is certain of the documented answer', () => {
    const verdict = recognition.judge(toPeek({ text: JSON.stringify(infoApiVersion) }));
    expect(verdict).toEqual({ confidence: 1, evidence: 'TS-API@0.3.0' });
  });

  it('recognises a server that has this API switched off', () => {
    const answer = toPeek({ status: 404, text: JSON.stringify(legacy) });
    expect(recognition.judge(answer)?.confidence).toBeGreaterThan(0.5);
  });

  it.each([
    [200, '{"apiVersion":"2.0"}'],
    [200, '{"apiVersion":9}'],
    [200, '{"apiVersion":"TS-API@"}'],
    [200, '["TS-API@0.9.20"]'],
    [200, '<html>TS-API@0.9.20</html>'],
    [200, "var id='000DC5D00000';"],
    [200, '{"message":"Legacy API (v0) is disabled"}'],
    [404, '{"message":"Not found"}'],
    [401, ''],
    [200, '\u00FF\u00D8\u00FF\u00E0'],
  ])('sees nothing in %i %j', (status, text) => {
    expect(recognition.judge(toPeek({ status, text }))).toBeNull();
  });

  it('does not repeat more of a stranger than a version', () => {
    const text = JSON.stringify({ apiVersion: `TS-API@1.0 ${'x'.repeat(500)}` });
    expect(recognition.judge(toPeek({ text }))?.evidence.length).toBeLessThanOrEqual(40);
  });
});

describe('sign-in', () => {
  function loginOf(username: string, password: string): unknown {
    const { authentication } = tsapi;
    if (authentication.kind !== 'session') throw new TypeError('not a session');
    const call = authentication.signIn({ username, password });
    call.endpoint.query.parse(call.query);
    return call.query?.login;
  }

  it('joins account and password as the document shows', () => {
    expect(loginOf('demo', '!1234qwer')).toBe('ZGVtbzohMTIzNHF3ZXI=');
  });

  it('encodes letters beyond Latin-1 as UTF-8', () => {
    expect(loginOf('guard', 'пароль현')).toBe('Z3VhcmQ60L/QsNGA0L7Qu9GM7ZiE');
  });
});
