import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendRange } from '../http/send-range.ts';
import type { Footage } from './footage.ts';
import { mediaType } from './footage-pages.ts';
import { sendNotFound } from './replies.ts';

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
