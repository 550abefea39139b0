import { createServer as createPlainServer, type IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createTlsServer, connect as dialTls } from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { type MadeCertificate, makeCertificate } from '../test-site/made-certificate.ts';
import { certificateOfPeer } from './device-certificate.ts';
import type { DeviceConnection } from './device-connection.ts';
import { connect, endpoint, testProtocol } from './test-server.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((close) => close()));
});

const account = { username: 'guard', password: 'c4nary' };
const never = new AbortController().signal;
const limits = { maximumBytes: 1000, deadlineMs: 3000 };
let own: MadeCertificate;
let other: MadeCertificate;
beforeAll(async () => {
  own = await makeCertificate('camera');
  other = await makeCertificate('camera');
});

/** Answers HTTP and WebSockets over TLS. */
async function secureDevice(certificate: MadeCertificate) {
  const requests: IncomingMessage[] = [];
  const server = createServer(certificate, (request, response) => {
    requests.push(request);
    response.end('ok');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    requests.push(request);
    socket.send('FLV');
    socket.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return { requests, port: (server.address() as AddressInfo).port };
}

async function keyAt(port: number): Promise<string> {
  const socket = dialTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
  await new Promise((resolve) => socket.once('secureConnect', resolve));
  const certificate = certificateOfPeer(socket);
  socket.destroy();
  return certificate?.key ?? '';
}

function linkTo(port: number, trustedKey?: string, transport: 'standard' | 'lenient' = 'standard') {
  const link = connect(`https://127.0.0.1:${port}`, {
    protocol: testProtocol({ transport }),
    credentials: () => account,
    ...(trustedKey === undefined ? {} : { trustedKey }),
  });
  opened.push(() => link.close());
  return link;
}

const roads: readonly (readonly [string, (link: DeviceConnection) => Promise<unknown>])[] = [
  ['call', (link) => link.call({ endpoint })],
  ['file', (link) => link.readFile('/still.jpg', limits)],
  ['stream', async (link) => (await link.openStream('/live', never)).body.toArray()],
  [
    'socket',
    async (link) => {
      const row = { ...endpoint, reply: 'socket' as const };
      return (await link.openAnswer({ endpoint: row }, never)).body.toArray();
    },
  ],
];

describe.each(['standard', 'lenient'] as const)(
  'trust: a key that a person accepted (%s)',
  (transport) => {
    it.each(roads)('lets a %s through where the device holds it', async (_, road) => {
      const { port, requests } = await secureDevice(own);
      await road(linkTo(port, await keyAt(port), transport));
      expect(requests).toHaveLength(1);
      expect(requests[0]?.headers.authorization).toMatch(/^Basic /);
    });

    it.each(roads)('lets not a byte of a %s through where it does not', async (_, road) => {
      const trusted = await secureDevice(own);
      const { port, requests } = await secureDevice(other);
      const link = linkTo(port, await keyAt(trusted.port), transport);
      await expect(road(link)).rejects.toMatchObject({ reason: 'certificate-changed' });
      expect(requests).toEqual([]);
    });

    it.each(roads)('is wanted for a %s where no authority vouches', async (_, road) => {
      const { port, requests } = await secureDevice(own);
      const link = linkTo(port, undefined, transport);
      await expect(road(link)).rejects.toMatchObject({ reason: 'certificate-untrusted' });
      expect(requests).toEqual([]);
    });
  },
);

describe('trust: RTSP over TLS', () => {
  it.each([
    ['is described by whoever holds the key', () => own, 200],
    ['is not asked of somebody else', () => other, 'certificate-changed'],
  ] as const)('%s', async (_, certificate, expected) => {
    const { port: known } = await secureDevice(own);
    const trustedKey = await keyAt(known);
    let heard = '';
    const server = createTlsServer(certificate(), (socket) => {
      socket.on('error', () => socket.destroy());
      socket.on('data', (bytes: Buffer) => {
        heard += bytes.toString();
        socket.write('RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 0\r\n\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    const link = connect(`rtsps://127.0.0.1:${port}`, { trustedKey, credentials: () => account });
    opened.push(() => link.close());
    const outcome = await link.peek('/h264').then(
      ({ status }) => status,
      ({ reason }: { reason: string }) => reason,
    );
    expect(outcome).toBe(expected);
    expect(heard).not.toContain('Authorization');
  });
});

describe('trust: a plain port of a secure device', () => {
  it('is never sent a password', async () => {
    const { port: own443 } = await secureDevice(own);
    const requests: IncomingMessage[] = [];
    const server = createPlainServer((request, response) => {
      requests.push(request);
      response.end('ok');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    const link = linkTo(own443, await keyAt(own443));
    await expect(link.openStream({ target: '/live', port }, never)).rejects.toMatchObject({
      kind: 'forbidden',
      reason: 'password-in-clear',
    });
    await expect(link.readFile({ target: '/a.jpg', port }, limits)).rejects.toMatchObject({
      reason: 'password-in-clear',
    });
    expect(requests).toEqual([]);
  });
});
