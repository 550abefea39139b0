import { createHash, randomBytes } from 'node:crypto';
import { DeviceError } from '../../../domain/device-error.ts';
import type { Credentials } from '../../../protocols/protocol.ts';

interface Challenge {
  readonly scheme: 'basic' | 'digest';
  readonly values: ReadonlyMap<string, string>;
}

const algorithms: Readonly<Record<string, string>> = { md5: 'md5', 'sha-256': 'sha256' };

/** Answers the challenges of a device: Digest where it is offered (RFC 2617, RFC 7616), else Basic. */
export class RtspAuthorization {
  readonly #credentials: Credentials | null;
  readonly #digestOnly: boolean;
  #challenge: Challenge | null = null;
  #count = 0;

  /** @param digestOnly the connection can be listened to, and the device was registered as a secure one */
  constructor(credentials: Credentials | null, digestOnly = false) {
    this.#credentials = credentials;
    this.#digestOnly = digestOnly;
  }

  /**
   * Takes the `WWW-Authenticate` headers of a refusal.
   * @param sent whether the refused request carried an authorization
   * @returns whether asking again makes sense: the first time, and where only the nonce ran out
   * @throws DeviceError `password-in-clear` where the password would have to be shown to the network
   */
  challenged(lines: readonly string[], sent: boolean): boolean {
    const challenges = lines.map(readChallenge).filter((one) => one !== null);
    const chosen = challenges.find(({ scheme }) => scheme === 'digest') ?? challenges[0];
    if (this.#credentials === null || chosen === undefined) return false;
    const isStale = chosen.values.get('stale')?.toLowerCase() === 'true';
    if (sent && !isStale) return false;
    if (this.#digestOnly && chosen.scheme === 'basic') {
      throw new DeviceError('forbidden', 'password-in-clear', { operation: 'stream' });
    }
    this.#challenge = chosen;
    this.#count = 0;
    return true;
  }

  /** The value of the header; undefined until a device has asked for one. */
  header(method: string, uri: string): string | undefined {
    const credentials = this.#credentials;
    if (credentials === null || this.#challenge === null) return undefined;
    const { scheme, values } = this.#challenge;
    if (scheme === 'digest') return this.#digest(credentials, values, method, uri);
    const pair = `${credentials.username}:${credentials.password}`;
    return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
  }

  #digest(
    { username, password }: Credentials,
    values: Challenge['values'],
    method: string,
    uri: string,
  ): string {
    const algorithm = values.get('algorithm') ?? 'MD5';
    const hash = (text: string) =>
      createHash(algorithms[algorithm.toLowerCase()] ?? 'md5')
        .update(text, 'utf8')
        .digest('hex');
    const realm = values.get('realm') ?? '';
    const nonce = values.get('nonce') ?? '';
    const secret = hash(`${username}:${realm}:${password}`);
    const asked = hash(`${method}:${uri}`);
    const fields = [`username=${quoted(username)}`, `realm=${quoted(realm)}`];
    fields.push(`nonce=${quoted(nonce)}`, `uri=${quoted(uri)}`);
    if (
      values
        .get('qop')
        ?.split(/\s*,\s*/)
        .includes('auth') === true
    ) {
      this.#count += 1;
      const count = this.#count.toString(16).padStart(8, '0');
      const own = randomBytes(8).toString('hex');
      const response = hash(`${secret}:${nonce}:${count}:${own}:auth:${asked}`);
      fields.push(`response="${response}"`, 'qop=auth', `nc=${count}`, `cnonce="${own}"`);
    } else {
      fields.push(`response="${hash(`${secret}:${nonce}:${asked}`)}"`);
    }
    const opaque = values.get('opaque');
    if (opaque !== undefined) fields.push(`opaque=${quoted(opaque)}`);
    if (values.has('algorithm')) fields.push(`algorithm=${algorithm}`);
    return Buffer.from(`Digest ${fields.join(', ')}`, 'utf8').toString('latin1');
  }
}

function readChallenge(line: string): Challenge | null {
  const [, name = '', rest = ''] = /^(\w+)\s*(.*)$/.exec(line) ?? [];
  const scheme = name.toLowerCase();
  if (scheme !== 'basic' && scheme !== 'digest') return null;
  const pairs = rest.matchAll(/([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g);
  const values = new Map(
    Array.from(pairs, ([, key = '', text, bare]) => [
      key.toLowerCase(),
      text === undefined ? (bare ?? '') : text.replace(/\\(.)/g, '$1'),
    ]),
  );
  const known = algorithms[(values.get('algorithm') ?? 'md5').toLowerCase()];
  if (scheme === 'digest' && known === undefined) return null;
  return { scheme, values };
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
