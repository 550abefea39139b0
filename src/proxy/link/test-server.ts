import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import * as z from 'zod';
import type { Authentication, Credentials, Endpoint, Protocol } from '../../protocols/protocol.ts';
import { AddressPolicy } from './address-policy.ts';
import { DeviceConnection } from './device-connection.ts';
import { defaultLinkLimits, type LinkLimits } from './link-limits.ts';

/** A loopback device for tests that answers with exactly the bytes it is told to. */
export interface TestServer {
  readonly origin: string;
  /** Header blocks of the requests that came, in order. */
  readonly requests: readonly string[];
  /** Sockets that are open at this moment. */
  readonly sockets: ReadonlySet<Socket>;
  close(): Promise<void>;
}

export type Answer = (socket: Socket, request: string, count: number) => void;

export async function serve(answer: Answer, port = 0): Promise<TestServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let pending = '';
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      const end = pending.indexOf('\r\n\r\n');
      if (end === -1) return;
      const request = pending.slice(0, end);
      pending = pending.slice(end + 4);
      requests.push(request);
      answer(socket, request, requests.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    sockets,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A whole reply with a length. */
export function reply(body: string | Buffer, type = 'text/plain', status = '200 OK'): Buffer {
  const bytes = Buffer.from(body as string);
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes]);
}

export const endpoint: Endpoint = {
  id: 'test.status',
  method: 'GET',
  path: '/status.cgi',
  query: z.object({}),
  reply: 'text',
  role: 'viewer',
  danger: 'safe',
  summary: 'For tests.',
  section: 'none',
};

export function testProtocol(overrides: Partial<Protocol> = {}): Protocol {
  return {
    id: 'test',
    name: 'Test',
    document: 'none',
    defaultPort: 80,
    authentication: { kind: 'basic' } satisfies Authentication,
    transport: 'standard',
    endpoints: [endpoint],
    recognition: { target: (entry) => entry, judge: () => null },
    operations: {},
    ...overrides,
  };
}

export interface ConnectOptions {
  readonly protocol?: Protocol;
  readonly credentials?: () => Credentials | null;
  readonly now?: () => number;
  readonly limits?: Partial<LinkLimits>;
  readonly allowLoopback?: boolean;
  readonly trustedKey?: string;
  readonly cameras?: () => number;
}

export function connect(origin: string, options: ConnectOptions = {}): DeviceConnection {
  return new DeviceConnection(
    {
      deviceId: 'device-1',
      origin,
      entryTarget: '/',
      protocol: options.protocol ?? testProtocol(),
      credentials: options.credentials ?? (() => null),
      addresses: new AddressPolicy({ allowLoopback: options.allowLoopback ?? true }),
      trustedKey: options.trustedKey,
      cameras: options.cameras,
    },
    { now: options.now ?? (() => Date.now()), random: () => 0.5 },
    { ...defaultLinkLimits, ...options.limits },
  );
}
