import type { ServerResponse } from 'node:http';
import { siteWord } from '../http/site-word.ts';

const mostIndent = 8;

/** Sends JSON, compact unless `indent=` asks for 0 to 8 blanks. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  query?: URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): void {
  const indent = Number(query?.get('indent') ?? 0);
  const spaces = Number.isInteger(indent) ? Math.min(mostIndent, Math.max(0, indent)) : 0;
  const body = Buffer.from(JSON.stringify(value, spoken, spaces));
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-cache',
    ...headers,
  });
  response.end(body);
}

/** What is a word of the protocol, and not of the site. */
const fixed = new Set([
  ...['apiVersion', 'protocol', 'profile', 'src', 'type', 'bias', 'uid', 'timestamp', 'mediaType'],
  ...['method', 'target', 'topic', 'event', 'subscriberId', 'direction', 'deviceCode', 'srcCode'],
]);

/** A message of the recorder outside a reply. */
export function chatJson(value: object): string {
  return JSON.stringify(value, spoken);
}

function spoken(key: string, value: unknown): unknown {
  if (typeof value !== 'string' || fixed.has(key) || /^\d*$/.test(key)) return value;
  // The name of the site travels percent-encoded ("Request server information").
  return key === 'siteName'
    ? encodeURIComponent(siteWord(key, decodeURIComponent(value)))
    : siteWord(key, value);
}

/** What a request without a valid login gets. */
export function sendUnauthorized(response: ServerResponse, query?: URLSearchParams): void {
  sendJson(response, 401, { code: 401, message: 'Unauthorized' }, query, {
    'WWW-Authenticate': 'Basic realm="TS-NVR"',
  });
}

/** A parameter that is there: bare, or with a value that does not say no. */
export function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  return value !== null && value !== 'false' && value !== '0';
}

/** Channel numbers of `ch=1,2,3`; null when all are meant. */
export function channelNumbers(query: URLSearchParams): readonly number[] | null {
  const text = query.get('ch');
  if (text === null || text === '') return null;
  return text.split(',').map(Number);
}
