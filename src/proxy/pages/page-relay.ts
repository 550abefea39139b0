import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import type { PageScope } from './page-scope.ts';
import type { PageScrub } from './page-scrub.ts';
import { isSubscription } from './page-socket.ts';

const goingAway = 1001;
const wrongMessage = 1008;
const overloaded = 1013;
const mostWaitingBytes = 4 * 1024 * 1024;
/** More than a page has any reason to say while its socket lives. */
const mostMessages = 1000;
const closeGraceMs = 500;

/** The types of ws lag behind its options. */
const options: ServerOptions & { maxFragments: number } = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: 1024 * 1024,
  maxFragments: 64,
};
const server = new WebSocketServer(options);

export interface RelayRules {
  /** Asked for every message: rights may change while a socket is open. */
  readonly scope: () => PageScope;
  readonly scrub: PageScrub;
  readonly ended: AbortSignal;
  readonly onClose: () => void;
}

/** Joins a socket of a page to the one that was opened to its device, both ways and within bounds. */
export function relayPageSocket(
  request: IncomingMessage,
  connection: Duplex,
  head: Buffer,
  device: WebSocket,
  rules: RelayRules,
): void {
  server.handleUpgrade(request, connection, head, (page) => join(page, device, rules));
}

function join(page: WebSocket, device: WebSocket, rules: RelayRules): void {
  const { ended, scrub } = rules;
  let said = 0;
  const end = (code: number) => {
    device.terminate();
    page.close(code);
    setTimeout(() => page.terminate(), closeGraceMs).unref();
  };
  const over = () => end(goingAway);
  ended.addEventListener('abort', over, { once: true });
  page.on('message', (data, isBinary) => {
    said += 1;
    if (isBinary || said > mostMessages) return end(wrongMessage);
    const text = String(data);
    // What is no subscription goes nowhere; the page lives on without it.
    if (isSubscription(text, rules.scope())) device.send(text);
  });
  device.on('message', (data, isBinary) => {
    if (page.bufferedAmount > mostWaitingBytes) return end(overloaded);
    page.send(isBinary ? data : scrub.json(String(data)), { binary: isBinary });
  });
  page.on('error', () => page.terminate());
  device.on('error', () => device.terminate());
  device.on('close', () => end(goingAway));
  page.on('close', () => {
    ended.removeEventListener('abort', over);
    device.terminate();
    rules.onClose();
  });
  if (ended.aborted) over();
  device.resume();
}
