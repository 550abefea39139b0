import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Footage } from './footage.ts';
import { mediaType } from './footage-pages.ts';
import { sendNotFound } from './replies.ts';

interface Span {
  readonly first: number;
  readonly last: number;
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

/** Bytes, or the part of them that a `Range` asks for. */
function sendRange(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  content: Buffer,
): void {
  const span = spanOf(request.headers.range, content.length);
  response.setHeader('Accept-Ranges', 'bytes');
  if (span === 'impossible') {
    response.writeHead(416, {
      'Content-Range': `bytes */${content.length}`,
      'Content-Length': 0,
    });
    return void response.end();
  }
  const body = span === null ? content : content.subarray(span.first, span.last + 1);
  response.writeHead(span === null ? 200 : 206, {
    'Content-Type': type,
    'Content-Length': body.length,
    ...(span === null
      ? {}
      : { 'Content-Range': `bytes ${span.first}-${span.last}/${content.length}` }),
  });
  return void response.end(body);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    // A stray per cent sign names no file; the search for one will fail.
    return part;
  }
}

/** A path of the form `{cameraNum}/{date}/{filename}`; `type` overrules that of a movie. */
export function sendCapturedFile(
  footage: Footage,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  type?: string,
): void {
  const [camera = '', folder = '', ...rest] = path.split('/');
  const file = footage.find(Number(camera), folder, decoded(rest.join('/')));
  if (file === null) return void sendNotFound(response);
  const own = mediaType(file);
  sendRange(request, response, own === 'image/jpeg' ? own : (type ?? own), footage.contentOf(file));
}
