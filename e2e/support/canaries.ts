import { createHash } from 'node:crypto';
import type { Pattern } from './byte-scanner.ts';

/** A credential that must be seen nowhere. */
export interface Canary {
  /** Whose it is, for the report. */
  readonly device: string;
  readonly username: string;
  readonly password: string;
}

/** Realms by which the simulated devices ask for Digest, for the hash that stands for a password. */
const realms = ['TS-NVR', 'SecuritySpy', '820W2-N1', 'X012-A'];

const hash = (algorithm: 'md5' | 'sha1' | 'sha256', text: string) =>
  createHash(algorithm).update(text).digest();

/** In every way in which a careless program might pass a credential on. */
export function encodingsOf({ device, username, password }: Canary): Pattern[] {
  const bytes = Buffer.from(password);
  const pair = Buffer.from(`${username}:${password}`);
  const json = JSON.stringify(password).slice(1, -1);
  const ways: [string, string][] = [
    ['raw', password],
    ['percent', encodeURIComponent(password)],
    ['form', new URLSearchParams({ p: password }).toString().slice(2)],
    ['percent twice', encodeURIComponent(encodeURIComponent(password))],
    ['JSON', json],
    ['JSON twice', JSON.stringify(json).slice(1, -1)],
    ['markup', password.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['markup by number', password.replaceAll('&', '&#38;').replaceAll('"', '&#34;')],
    ...base64Ways('base64', bytes),
    ...base64Ways('Basic header', pair),
    ['hex', bytes.toString('hex')],
    ['upper hex', bytes.toString('hex').toUpperCase()],
    ['UTF-16', bytes.toString('latin1').split('').join('\0')],
    ['MD5', hash('md5', password).toString('hex')],
    ['SHA-1', hash('sha1', password).toString('hex')],
    ['SHA-256', hash('sha256', password).toString('hex')],
    ['SHA-256 base64', hash('sha256', password).toString('base64')],
    ...realms.map((realm): [string, string] => [
      'HA1',
      hash('md5', `${username}:${realm}:${password}`).toString('hex'),
    ]),
  ];
  const seen = new Set<string>();
  return ways.flatMap(([way, text]) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ name: `${device}: ${way}`, text }];
  });
}

/** Also inside a longer text, whose beginning shifts the letters. */
function base64Ways(way: string, bytes: Buffer): [string, string][] {
  const whole = bytes.toString('base64');
  const shifted = [1, 2].map((shift): [string, string] => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    // The letters at both ends depend on the neighbours.
    const from = shift === 1 ? 2 : 3;
    return [`${way} inside a text`, text.replace(/=+$/, '').slice(from, -1)];
  });
  return [
    [way, whole.replace(/=+$/, '')],
    [`${way} in an address`, encodeURIComponent(whole)],
    [`${way} URL-safe`, bytes.toString('base64url')],
    ...shifted,
  ];
}
