import type { ServerResponse } from 'node:http';

const ok = 'ok.\n';
export const illegalParams = 'error: illegal params.\n';
export const illegalFrame = 'error: illegal http frame.\n';

/** Failures too are 200, told apart by their text. */
export function sendPlain(response: ServerResponse, body: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/plain',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-cache',
  });
  response.end(body);
}

/** `ok.` or, with `next_url`, a jump to a relative path on the camera. */
export function acknowledge(response: ServerResponse, query: URLSearchParams, done: boolean): void {
  const next = query.get('next_url');
  if (!done || next === null || !/^[\w./-]+$/.test(next) || next.startsWith('//')) {
    return void sendPlain(response, done ? ok : illegalParams);
  }
  response.writeHead(302, { Location: `/${next.replace(/^\//, '')}`, 'Content-Length': 0 });
  response.end();
}
