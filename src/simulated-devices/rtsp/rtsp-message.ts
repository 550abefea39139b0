import { beginsInterleaved, readInterleaved } from './interleaved.ts';

export interface RtspRequest {
  readonly kind: 'request';
  readonly method: string;
  readonly uri: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What a client sends: a request, or a packet (its receiver reports) between two of them. */
export type RtspReceived =
  | RtspRequest
  | { readonly kind: 'packet'; readonly channel: number }
  | { readonly kind: 'broken' };

const mostHeadBytes = 8192;
const mostBodyBytes = 65_536;
const headEnd = '\r\n\r\n';

/** Cuts requests and packets out of what a connection delivers; bodies are read over. */
export class RtspReader {
  #received = Buffer.alloc(0);
  #bodyBytesToSkip = 0;

  push(chunk: Buffer): RtspReceived[] {
    this.#received = Buffer.concat([this.#received, chunk]);
    const found: RtspReceived[] = [];
    for (let next = this.#next(); next !== null; next = this.#next()) {
      found.push(next);
      if (next.kind === 'broken') this.#received = Buffer.alloc(0);
    }
    return found;
  }

  #next(): RtspReceived | null {
    const skipped = Math.min(this.#bodyBytesToSkip, this.#received.length);
    this.#bodyBytesToSkip -= skipped;
    this.#take(skipped);
    if (beginsInterleaved(this.#received)) {
      const packet = readInterleaved(this.#received);
      if (packet === null) return null;
      this.#take(packet.bytes);
      return { kind: 'packet', channel: packet.channel };
    }
    const end = this.#received.indexOf(headEnd);
    if (end < 0) return this.#received.length > mostHeadBytes ? { kind: 'broken' } : null;
    const head = this.#received.subarray(0, end).toString('utf8');
    this.#take(end + headEnd.length);
    const request = readHead(head);
    const length = Number(request?.headers.get('content-length') ?? 0);
    if (request === null || !(length >= 0 && length <= mostBodyBytes)) return { kind: 'broken' };
    this.#bodyBytesToSkip = length;
    return request;
  }

  #take(bytes: number): void {
    this.#received = this.#received.subarray(bytes);
  }
}

function readHead(head: string): RtspRequest | null {
  const [first = '', ...lines] = head.replace(/^(\r\n)+/, '').split('\r\n');
  const [, method, uri] = /^([A-Z_]+) (\S+) RTSP\/1\.0$/.exec(first) ?? [];
  if (method === undefined || uri === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) return null;
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { kind: 'request', method, uri, headers };
}

export interface RtspReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Stream Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  453: 'Not Enough Bandwidth',
  454: 'Session Not Found',
  455: 'Method Not Valid in This State',
  459: 'Aggregate Operation Not Allowed',
  461: 'Unsupported Transport',
};

export function writeReply({ status, headers, body }: RtspReply, cseq: string | null): string {
  const all = {
    ...(cseq === null ? {} : { CSeq: cseq }),
    ...headers,
    ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `RTSP/1.0 ${status} ${reasons[status] ?? 'Error'}\r\n${lines.join('')}\r\n${body ?? ''}`;
}
