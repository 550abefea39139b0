import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that need not be in memory. */
export interface FileBytes {
  readonly length: number;
  /** From one place to another, both included. */
  readonly bytes: (first: number, last: number) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

export function bytesOf(content: Buffer): FileBytes {
  return {
    length: content.length,
    bytes: (first, last) => [content.subarray(first, last + 1)],
  };
}

/** The one span of a `Range` header; null for all of it, 'impossible' for one outside the file. */
function spanOf(range: string | undefined, length: number): Span | 'impossible' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const [, from = '', to = ''] = match;
  const first = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const last = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
  return first > last ? 'impossible' : { first, last };
}

/** Sends a file, or the part of it that a `Range` asks for, no faster than it is taken. */
export function sendRange(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  file: FileBytes,
): void {
  const { length } = file;
  const span = spanOf(request.headers.range, length);
  response.setHeader('Accept-Ranges', 'bytes');
  if (span === 'impossible') {
    response.writeHead(416, { 'Content-Range': `bytes */${length}`, 'Content-Length': 0 });
    return void response.end();
  }
  const { first, last } = span ?? { first: 0, last: length - 1 };
  response.writeHead(span === null ? 200 : 206, {
    'Content-Type': type,
    'Content-Length': last + 1 - first,
    ...(span === null ? {} : { 'Content-Range': `bytes ${first}-${last}/${length}` }),
  });
  if (request.method === 'HEAD') return void response.end();
  // Whoever leaves in the middle has what they wanted.
  void pipeline(Readable.from(file.bytes(first, last)), response).catch(() => undefined);
}
