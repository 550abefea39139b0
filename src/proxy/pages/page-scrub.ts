import { Transform, type TransformCallback } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import { isSecretName } from '../../domain/secret-name.ts';
import { knownSpellings } from '../console/mask-text.ts';

/** In a script it has to be plain letters. */
const hidden = 'hidden';
const longestLine = 4 * 1024 * 1024;
const newline = 0x0a;

/** `user:password@` of an address, also with escaped slashes or percent-encoded. */
const account = /([a-z][a-z0-9+.-]{1,15}:(?:\\?\/){2})[^\s"'<>:/@\\]*:[^\s"'<>/\\]*@/gi;
const encodedAccount = /([a-z][a-z0-9+.-]{1,15}%3A%2F%2F)[^\s"'<>&%]*%3A[^\s"'<>&/]*?%40/gi;
/** `auth=` of TS-API is the account in base64. */
const authParameter = /([?&;]auth=)[^&"'<>\s#\\]+/gi;

/** Takes accounts out of what a device sends to its own page. */
export class PageScrub {
  readonly #spellings: readonly string[];

  /** @param known secrets of the device, wherever they stand */
  constructor(known: readonly string[]) {
    this.#spellings = knownSpellings(known);
  }

  text(text: string): string {
    return clean(text, this.#spellings);
  }

  /** JSON says which of its values are secrets. What was not changed stays as it was written. */
  json(text: string): string {
    const parsed = parse(text);
    if (parsed === undefined) return this.text(text);
    let changed = false;
    const rewritten = JSON.stringify(parsed, (key, value: unknown) => {
      if (typeof value !== 'string' || value === '') return value;
      const kept = key !== 'key' && isSecretName(key) ? hidden : this.text(value);
      changed ||= kept !== value;
      return kept;
    });
    return this.text(changed ? rewritten : text);
  }

  /** Of a text without end, or in an unknown encoding: line by line, byte by byte. */
  lines(): Transform {
    const spellings = this.#spellings.map((one) => Buffer.from(one, 'utf8').toString('latin1'));
    return new LineTransform((bytes) =>
      Buffer.from(clean(bytes.toString('latin1'), spellings), 'latin1'),
    );
  }
}

function clean(text: string, spellings: readonly string[]): string {
  let rest = text;
  for (const spelling of spellings) rest = rest.replaceAll(spelling, hidden);
  return rest
    .replace(account, '$1')
    .replace(encodedAccount, '$1')
    .replace(authParameter, `$1${hidden}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whatever it is, it is a text.
    return undefined;
  }
}

class LineTransform extends Transform {
  readonly #clean: (bytes: Buffer) => Buffer;
  #rest: Buffer[] = [];
  #restBytes = 0;

  constructor(clean: (bytes: Buffer) => Buffer) {
    super();
    this.#clean = clean;
  }

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end > 0) {
      this.push(this.#clean(Buffer.concat([...this.#rest, chunk.subarray(0, end)])));
      this.#rest = [];
      this.#restBytes = 0;
    }
    const tail = chunk.subarray(end);
    if (tail.length > 0) this.#rest.push(tail);
    this.#restBytes += tail.length;
    done(this.#restBytes > longestLine ? new DeviceError('malformed-reply', 'too-large') : null);
  }

  override _flush(done: TransformCallback): void {
    if (this.#restBytes > 0) this.push(this.#clean(Buffer.concat(this.#rest)));
    done();
  }
}
