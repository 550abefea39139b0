import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RtspAuthorization } from './rtsp-authorization.ts';

const mufasa = { username: 'Mufasa', password: 'CircleOfLife' };
const nonce = 'dcd98b7102dd2f0e8b11d0f600bfb0c093';
const realm = 'testrealm@host.com';
const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const field = (header: string | undefined, name: string) =>
  new RegExp(`\\b${name}="?([^",]*)`).exec(header ?? '')?.[1];

describe('the answer to a challenge', () => {
  it('is none before one came, and none without an account', () => {
    expect(new RtspAuthorization(mufasa).header('OPTIONS', '*')).toBeUndefined();
    const nobody = new RtspAuthorization(null);
    expect(nobody.challenged(['Basic realm="x"'], false)).toBe(false);
    expect(nobody.header('OPTIONS', '*')).toBeUndefined();
  });

  it('is the digest of RFC 2069 (its example, as corrected by erratum 749)', () => {
    const own = new RtspAuthorization(mufasa);
    const line = `Digest realm="${realm}", nonce="${nonce}", opaque="5ccc069c403ebaf9f0171e9517f40e41"`;
    expect(own.challenged([line], false)).toBe(true);
    const header = own.header('GET', '/dir/index.html');
    expect(field(header, 'response')).toBe('1949323746fe6a43ef61f9606e7febea');
    expect(field(header, 'opaque')).toBe('5ccc069c403ebaf9f0171e9517f40e41');
  });

  it('counts where the device asks for quality of protection', () => {
    const own = new RtspAuthorization(mufasa);
    own.challenged([`Digest realm="${realm}",nonce="${nonce}",qop="auth,auth-int"`], false);
    own.header('OPTIONS', 'rtsp://camera/live');
    const header = own.header('PLAY', 'rtsp://camera/live');
    expect(field(header, 'nc')).toBe('00000002');
    const secret = md5(`Mufasa:${realm}:CircleOfLife`);
    const asked = md5('PLAY:rtsp://camera/live');
    const cnonce = field(header, 'cnonce') ?? '';
    const expected = md5(`${secret}:${nonce}:00000002:${cnonce}:auth:${asked}`);
    expect(field(header, 'response')).toBe(expected);
  });

  it('prefers Digest, and leaves one that it cannot compute', () => {
    const own = new RtspAuthorization(mufasa);
    own.challenged(['Basic realm="x"', 'Digest realm="x", nonce="1"'], false);
    expect(own.header('OPTIONS', '*')).toMatch(/^Digest /);
    const other = new RtspAuthorization(mufasa);
    other.challenged(
      ['Digest realm="x", nonce="1", algorithm=SHA-512-256', 'Basic realm="x"'],
      false,
    );
    expect(other.header('OPTIONS', '*')).toBe('Basic TXVmYXNhOkNpcmNsZU9mTGlmZQ==');
    expect(new RtspAuthorization(mufasa).challenged(['Bearer realm="x"'], false)).toBe(false);
  });

  it('is given anew only where the nonce ran out', () => {
    const own = new RtspAuthorization(mufasa);
    expect(own.challenged(['Digest realm="x", nonce="1"'], false)).toBe(true);
    expect(own.challenged(['Digest realm="x", nonce="2", stale=TRUE'], true)).toBe(true);
    expect(field(own.header('OPTIONS', '*'), 'nonce')).toBe('2');
    expect(own.challenged(['Digest realm="x", nonce="3"'], true)).toBe(false);
  });

  it('writes names with quotes and letters of all tongues whole', () => {
    const own = new RtspAuthorization({ username: 'Zoë "Z"', password: 'x' });
    own.challenged(['Digest realm="x", nonce="1"'], false);
    const header = Buffer.from(own.header('OPTIONS', '*') ?? '', 'latin1').toString('utf8');
    expect(header).toContain('username="Zoë \\"Z\\""');
  });
});
