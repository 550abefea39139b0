import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { hostileHtml, hostileScript, hostileStyle, hostileWorker } from './hostile-page.ts';

export interface HostileRecorder {
  readonly origin: string;
  /** Header lines of everything that it was asked for its page. */
  readonly asked: readonly string[];
  readonly forget: () => void;
  readonly stop: () => Promise<void>;
}

const cookie = 'recorder-session=known';
/** One black point. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * A recorder that is one in everything but its page.
 * @param front a recorder whose cameras have nothing but a page
 */
export async function startHostileRecorder(front: string): Promise<HostileRecorder> {
  const asked: string[] = [];
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', front);
    if (pathname.startsWith('/api/')) return passOn(front, incoming, outgoing);
    asked.push(JSON.stringify(incoming.rawHeaders));
    answer(pathname, incoming, outgoing);
    return undefined;
  });
  server.on('upgrade', (incoming, socket, head) => {
    asked.push(JSON.stringify(incoming.rawHeaders));
    sockets.handleUpgrade(incoming, socket, head, (opened) => {
      opened.send(JSON.stringify({ subscriberId: 'one', topics: ['channelStatus'] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    forget: () => {
      asked.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(pathname: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const send = (type: string, body: string | Buffer, more: Record<string, string> = {}) =>
    outgoing.writeHead(200, { 'content-type': type, 'x-frame-options': 'DENY', ...more }).end(body);
  const known = (incoming.headers.cookie ?? '').includes(cookie);
  switch (pathname) {
    case '/watch':
      return void send('text/html', hostileHtml, { 'set-cookie': `${cookie}; Path=/` });
    case '/watch/state.json':
      if (!known) return void outgoing.writeHead(401).end();
      return void send('application/json', '{"session":"known"}');
    case '/watch/worker.js':
      return void send('text/javascript', hostileWorker, { 'service-worker-allowed': '/' });
    case '/js/recorder.js':
      return void send('text/javascript', hostileScript);
    case '/css/recorder.css':
      return void send('text/css', hostileStyle);
    case '/favicon.ico':
    case '/img/dot.png':
      return void send('image/png', dot);
    default:
      return void outgoing.writeHead(404).end();
  }
}

function passOn(front: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = '/' } = incoming;
  const onward = request(new URL(url, front), { method, headers }, (reply) => {
    outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

export interface Canary {
  readonly origin: string;
  readonly hits: readonly string[];
  readonly forget: () => void;
  readonly stop: () => Promise<void>;
}

/** A place that nobody should ever reach. */
export async function startCanary(): Promise<Canary> {
  const hits: string[] = [];
  const server = createServer((incoming, outgoing) => {
    hits.push(`${incoming.method} ${incoming.url}`);
    outgoing.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits,
    forget: () => {
      hits.length = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
