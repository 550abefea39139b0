import { once } from 'node:events';
import type { Server } from 'node:http';
import { request } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loopbackNames } from '../access/same-site.ts';
import type { CertificateSource } from './certificate-source.ts';
import { type CertifiedKey, makeAuthority, makeLeaf } from './make-certificates.ts';
import { SecureListeners } from './secure-listeners.ts';
import { shakeHands, testNames } from './test-client.ts';

class TurningCertificate implements CertificateSource {
  readonly mode = 'own-authority';
  readonly notices: readonly string[] = [];
  readonly authority: string;
  shown: CertifiedKey;
  next: CertifiedKey | Error | undefined;

  constructor(authority: string, shown: CertifiedKey) {
    this.authority = authority;
    this.shown = shown;
  }

  async refresh(): Promise<boolean> {
    const { next } = this;
    this.next = undefined;
    if (next instanceof Error) throw next;
    this.shown = next ?? this.shown;
    return next !== undefined;
  }
}

let authority: CertifiedKey;
let source: TurningCertificate;
let listeners: SecureListeners;
let server: Server;
let port: number;
let faults: unknown[];
let opened: Socket[];

beforeEach(async () => {
  authority = await makeAuthority(testNames, Date.now());
  source = new TurningCertificate(
    authority.certificate,
    await makeLeaf(authority, testNames, Date.now()),
  );
  faults = [];
  opened = [];
  listeners = new SecureListeners({
    source,
    hosts: { names: new Set(loopbackNames), scheme: 'https' },
    onFault: (fault) => faults.push(fault),
  });
  server = listeners.createServer({}, (_request, response) => response.end('safe'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  listeners.stop();
  for (const socket of opened) socket.destroy();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

async function shake(options: ConnectionOptions = {}): Promise<TLSSocket> {
  const trusting = { ca: authority.certificate, servername: 'localhost', ...options };
  const socket = await shakeHands(port, trusting);
  opened.push(socket);
  return socket;
}

/** Sends bytes as they are; answers with all that comes back until the other end closes. */
async function knock(bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  opened.push(socket);
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.write(bytes);
  await once(socket, 'close');
  return Buffer.concat(parts).toString('latin1');
}

function ask(): Promise<string> {
  const options = { host: '127.0.0.1', port, servername: 'localhost', agent: false } as const;
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, ca: authority.certificate }, (reply) => {
      reply.setEncoding('utf8').once('data', resolve);
    });
    asked.once('error', reject).end();
  });
}

describe('the handshake', () => {
  it('serves TLS 1.3 and 1.2, and HTTP/1.1 alone', async () => {
    expect(await ask()).toBe('safe');
    expect((await shake()).getProtocol()).toBe('TLSv1.3');
    const older = await shake({ maxVersion: 'TLSv1.2', ALPNProtocols: ['h2', 'http/1.1'] });
    expect([older.getProtocol(), older.alpnProtocol]).toEqual(['TLSv1.2', 'http/1.1']);
    await expect(shake({ ALPNProtocols: ['h2'] })).rejects.toThrow(/no application protocol/);
  });

  it('refuses what is older', async () => {
    const ciphers = 'DEFAULT@SECLEVEL=0';
    for (const version of ['TLSv1', 'TLSv1.1'] as const) {
      const old = shake({ minVersion: version, maxVersion: version, ciphers });
      await expect(old, version).rejects.toThrow(/protocol version/);
    }
  });

  it('is not repeated within a connection', async () => {
    const socket = await shake({ maxVersion: 'TLSv1.2' });
    const failed = once(socket, 'error');
    const again = new Promise<string>((resolve) => {
      socket.renegotiate({}, () => resolve('renegotiated'));
    });
    const outcome = await Promise.race([again, failed.then(([failure]) => String(failure))]);
    expect(outcome).toMatch(/no renegotiation/i);
  });
});

describe('a connection without TLS', () => {
  it.each(['GET', 'HEAD'])('is led to the same place by TLS with %s', async (method) => {
    const reply = await knock(`${method} /live/a?b=c HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 307 /);
    expect(reply).toContain(`\r\nLocation: https://localhost:${port}/live/a?b=c\r\n`);
    expect(reply).toContain(`This address needs TLS: open https://localhost:${port} instead.`);
  });

  it.each([
    ['a change', 'POST /api/views HTTP/1.1\r\nHost: localhost\r\n\r\n{}', '400'],
    ['a foreign name', 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n', '421'],
    ['two names', 'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n', '421'],
    ['no name', 'GET / HTTP/1.0\r\n\r\n', '421'],
    ['a whole address', 'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n', '400'],
  ])('is not led on with %s', async (_, text, status) => {
    const reply = await knock(text);
    expect(reply.slice(0, 13)).toBe(`HTTP/1.1 ${status} `);
    expect(reply).not.toContain('Location');
  });

  it.each([
    ['noise', Buffer.from('0001020304', 'hex')],
    ['SSH', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['half a line', 'GET /'],
  ])('is closed without a word for %s', async (_, bytes) => {
    expect(await knock(bytes)).toBe('');
  });

  it('may say nothing for five seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const arrived = once(server, 'connection');
      const socket = connect(port, '127.0.0.1');
      opened.push(socket);
      await arrived;
      const closed = once(socket, 'close');
      socket.resume();
      await vi.advanceTimersByTimeAsync(5000);
      await closed;
      expect(socket.destroyed).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not keep the server from stopping', async () => {
    const arrived = once(server, 'connection');
    const socket = connect(port, '127.0.0.1');
    opened.push(socket);
    await arrived;
    const gone = once(socket, 'close');
    const stopped = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    socket.resume();
    await Promise.all([gone, stopped]);
    expect(server.listening).toBe(false);
  });
});

describe('a renewal', () => {
  it('shows the new certificate to whoever comes, and disturbs nobody who is there', async () => {
    const early = await shake();
    const before = early.getPeerCertificate().fingerprint256;
    expect(listeners.view().fingerprints.certificate).toBe(before);
    source.next = await makeLeaf(authority, testNames, Date.now());
    await listeners.refresh();
    const after = (await shake()).getPeerCertificate().fingerprint256;
    expect(after).not.toBe(before);
    expect(listeners.view().fingerprints.certificate).toBe(after);
    const answered = once(early, 'data');
    early.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(String((await answered)[0])).toContain('safe');
    await expect(shake({ maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' })).rejects.toThrow();
  });

  it('that fails is reported, and the last certificate stays', async () => {
    const before = listeners.view();
    source.next = new TypeError('no room');
    await listeners.refresh();
    expect(faults).toEqual([new TypeError('no room')]);
    expect(listeners.view()).toEqual(before);
    expect(await ask()).toBe('safe');
  });

  it('is looked for every half minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const other = new SecureListeners({
        source,
        hosts: { names: new Set(), scheme: 'https' },
        onFault: () => undefined,
      });
      const look = vi.spyOn(source, 'refresh');
      await vi.advanceTimersByTimeAsync(60_000);
      other.stop();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(look).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the view', () => {
  it('tells the fingerprints in pairs, the names and the end', () => {
    const { mode, fingerprints, notAfterMs, names } = listeners.view();
    expect(mode).toBe('own-authority');
    expect(fingerprints.authority).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(fingerprints.certificate).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(notAfterMs).toBeGreaterThan(Date.now());
    expect(names).toEqual([
      ...testNames.dnsNames,
      ...testNames.addresses.map(({ address }) => address),
    ]);
  });
});
