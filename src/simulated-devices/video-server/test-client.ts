import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { NamedPassword } from '../http/credentials.ts';
import type { Watermark } from '../watermark.ts';
import { readWatermark } from '../watermark.ts';

function basic({ username, password }: NamedPassword): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

interface Reached {
  readonly origin: string;
  readonly accounts: readonly NamedPassword[];
}

/** Asks a simulated server as its administrator, or as whom it is told. */
export class TestClient {
  readonly #device: Reached;

  constructor(device: Reached) {
    this.#device = device;
  }

  headersOf(username = 'admin'): Record<string, string> {
    const account = this.#device.accounts.find((one) => one.username === username);
    if (account === undefined) throw new TypeError(`no account ${username}`);
    return basic(account);
  }

  get(target: string, username = 'admin', init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.#device.origin}/${target}`, {
      redirect: 'manual',
      ...init,
      headers: { ...this.headersOf(username), ...(init.headers as Record<string, string>) },
    });
  }

  async text(target: string, username = 'admin'): Promise<string> {
    return (await this.get(target, username)).text();
  }

  async bytes(target: string, init: RequestInit = {}): Promise<Buffer> {
    return Buffer.from(await (await this.get(target, 'admin', init)).arrayBuffer());
  }

  post(
    target: string,
    body: string | URLSearchParams | Uint8Array<ArrayBuffer>,
    username = 'admin',
  ): Promise<Response> {
    return this.get(target, username, { method: 'POST', body });
  }

  /** What a stream sends until it is enough, or until it ends. */
  async readStream(target: string, enough: (bytes: Buffer) => boolean): Promise<Buffer> {
    const abort = new AbortController();
    const reply = await this.get(target, 'admin', { signal: abort.signal });
    let bytes: Buffer = Buffer.alloc(0);
    for await (const chunk of reply.body ?? []) {
      bytes = Buffer.concat([bytes, chunk]);
      if (enough(bytes)) break;
    }
    abort.abort();
    return bytes;
  }
}

export interface TestPart {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** The whole parts of a multipart body, by the lengths that they tell. */
export function partsOf(stream: Buffer, boundary: string): TestPart[] {
  const parts: TestPart[] = [];
  let at = 0;
  while (stream.subarray(at).toString('latin1').startsWith(`--${boundary}\r\n`)) {
    const end = stream.indexOf('\r\n\r\n', at);
    if (end < 0) break;
    const lines = stream.toString('latin1', at, end).split('\r\n').slice(1);
    const headers = new Map(
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
      }),
    );
    const length = Number(headers.get('Content-Length'));
    const body = stream.subarray(end + 4, end + 4 + length);
    if (body.length < length) break;
    parts.push({ headers, body });
    at = end + 4 + length + 2;
  }
  return parts;
}

export interface ReadPicture {
  readonly width: number;
  readonly height: number;
  readonly mean: number;
  readonly watermark: Watermark | null;
}

export async function readPicture(jpeg: Buffer): Promise<ReadPicture> {
  const image = await loadImage(jpeg);
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  const pixels = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const sum = pixels.reduce((total, value) => total + value, 0);
  const watermark = readWatermark(pixels, width, height);
  return { width, height, mean: sum / pixels.length, watermark };
}

export interface NalUnit {
  readonly type: number;
  readonly bytes: Buffer;
}

/** The H.264 units of a byte stream with start codes of four bytes. */
export function unitsOf(stream: Buffer): NalUnit[] {
  const units: NalUnit[] = [];
  const code = Buffer.of(0, 0, 0, 1);
  for (let at = stream.indexOf(code); at >= 0; ) {
    const next = stream.indexOf(code, at + 4);
    const bytes = stream.subarray(at + 4, next < 0 ? stream.length : next);
    units.push({ type: (bytes[0] ?? 0) & 31, bytes });
    at = next;
  }
  return units;
}
