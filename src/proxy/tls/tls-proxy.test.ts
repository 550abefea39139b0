import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { changeSchema } from '../../api/change.ts';
import { routes } from '../../api/routes.ts';
import { type TlsView, tlsViewSchema } from '../../api/tls.ts';
import type { ProxyOptions } from '../proxy-options.ts';
import { StartFailure } from '../start-failure.ts';
import { startLines } from '../start-lines.ts';
import { startProxy } from '../start-proxy.ts';
import { password, TestProxy } from '../test-site/test-proxy.ts';
import { makeAuthority, makeLeaf } from './make-certificates.ts';
import { askSecurely } from './test-ask.ts';
import { testNames } from './test-client.ts';

let proxy: TestProxy;
beforeEach(() => {
  proxy = new TestProxy();
});
afterEach(() => proxy.end());

const start = (options: Partial<ProxyOptions> = {}) =>
  proxy.start({ tls: { kind: 'own-authority' }, ...options });

async function authority(): Promise<string> {
  return (await askSecurely(`${proxy.origin}${routes.authority}`)).text;
}

async function startGiven(): Promise<string> {
  const made = await makeAuthority(testNames, Date.now());
  const { key, certificate } = await makeLeaf(made, testNames, Date.now());
  const [certificateFile, keyFile] = ['given.crt', 'given.key'].map((name) =>
    path.join(proxy.folder, name),
  ) as [string, string];
  mkdirSync(proxy.folder, { recursive: true });
  writeFileSync(certificateFile, certificate);
  writeFileSync(keyFile, key);
  await start({ tls: { kind: 'given', certificateFile, keyFile } });
  return made.certificate;
}

const signedIn = (ca: string) => ({ ca, headers: { cookie: proxy.cookie() } });

async function view(ca: string): Promise<TlsView> {
  return tlsViewSchema.parse(
    JSON.parse((await askSecurely(`${proxy.origin}${routes.tls}`, signedIn(ca))).text),
  );
}

describe('a product with an authority of its own', () => {
  it('hands the authority to whoever asks, and is trusted with it', async () => {
    await start();
    expect(proxy.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const reply = await askSecurely(`${proxy.origin}${routes.authority}`);
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('application/x-x509-ca-cert');
    expect(reply.headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.crt"$/);
    expect(reply.text).not.toContain('PRIVATE');
    const certificate = new X509Certificate(reply.text);
    const shown = await view(reply.text);
    expect(shown).toMatchObject({ mode: 'own-authority' });
    expect(shown.fingerprints.authority).toBe(certificate.fingerprint256);
    expect(shown.names).toEqual(expect.arrayContaining(['localhost', '127.0.0.1', '::1']));
  });

  it('lets the app load and change things by TLS, and promises nothing for later', async () => {
    await start();
    const ca = await authority();
    const { host } = new URL(proxy.origin);
    const { status, headers } = await askSecurely(`${proxy.origin}${routes.tls}`, signedIn(ca));
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain(`connect-src 'self' wss://${host};`);
    expect(headers['strict-transport-security']).toBeUndefined();
    const change = (origin: string) =>
      askSecurely(`${proxy.origin}/api/views`, {
        ca,
        method: 'POST',
        headers: { ...proxy.headers(), origin },
        body: JSON.stringify({ name: 'Gate', layout: '1', cells: [null] }),
      });
    expect((await change(proxy.origin)).status).toBeLessThan(300);
    expect((await change(`http://${host}`)).status).toBe(403);
  });

  it('opens its sockets by TLS to its own pages alone', async () => {
    await start();
    const ca = await authority();
    const address = `${proxy.origin.replace('https', 'wss')}${routes.changes}`;
    const open = (origin: string) => {
      const socket = new WebSocket(address, { ...signedIn(ca), origin, perMessageDeflate: false });
      return new Promise<string>((resolve, reject) => {
        socket.once('message', (text) => {
          socket.terminate();
          resolve(String(text));
        });
        socket.once('error', reject);
      });
    };
    expect(changeSchema.parse(JSON.parse(await open(proxy.origin)))).toMatchObject({
      type: 'hello',
    });
    await expect(open(proxy.origin.replace('https', 'http'))).rejects.toThrow(/403/);
  });

  it('keeps its keys beside the master key, out of the data', async () => {
    await start();
    const ca = await authority();
    await proxy.stop();
    await start({ dataFolder: path.join(proxy.folder, 'other-data') });
    expect(await authority()).toBe(ca);
  });
});

describe('sign-in by TLS', () => {
  it('leaves a cookie that goes to this host and by TLS alone', async () => {
    await start();
    const reply = await askSecurely(`${proxy.origin}${routes.session}`, {
      ca: await authority(),
      method: 'POST',
      headers: { ...proxy.headers(''), cookie: '' },
      body: JSON.stringify({ name: 'First', password }),
    });
    expect(reply.status).toBe(200);
    const [cookie = ''] = reply.headers['set-cookie'] ?? [];
    const { port } = new URL(proxy.origin);
    expect(cookie).toMatch(new RegExp(`^__Host-watchfloor-${port}=[\\w-]{43}; Path=/; HttpOnly; `));
    expect(cookie).toMatch(/; SameSite=Strict; .*; Secure$/);
  });

  it('does so behind a reverse proxy that ends it', async () => {
    await start({ tls: { kind: 'by-host' }, publicOrigins: ['https://wall.example:8443'] });
    const cookieAt = async (host: string, origin: string) => {
      const asked = request(`${proxy.origin}${routes.session}`, {
        method: 'POST',
        headers: { ...proxy.headers(''), cookie: '', host, origin },
      });
      const answered = once(asked, 'response');
      asked.end(JSON.stringify({ name: 'First', password }));
      const [reply] = (await answered) as [IncomingMessage];
      reply.resume();
      return reply.headers['set-cookie']?.[0] ?? `refused with ${reply.statusCode}`;
    };
    const origin = 'https://wall.example:8443';
    expect(await cookieAt('wall.example:8443', origin)).toMatch(
      /^__Host-watchfloor-8443=.*Secure$/,
    );
    expect(await cookieAt('wall.example:8443', 'http://wall.example:8443')).toMatch(/ 403$/);
    expect(await cookieAt('wall.example', 'https://wall.example')).toMatch(/ 403$/);
    expect(await cookieAt('evil.example', origin)).toMatch(/ 421$/);
  });
});

describe('a product with a certificate that was given', () => {
  it('asks browsers to come by TLS alone, and has no authority to hand out', async () => {
    const ca = await startGiven();
    const reply = await askSecurely(`${proxy.origin}${routes.authority}`, { ca });
    expect(reply.status).toBe(404);
    expect(reply.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(await view(ca)).toMatchObject({ mode: 'given', fingerprints: { authority: null } });
  });
});

describe('a certificate that is replaced by one that cannot be used', () => {
  it('is kept, and the log says which file is at fault', async () => {
    const ca = await startGiven();
    const before = await view(ca);
    writeFileSync(path.join(proxy.folder, 'given.crt'), 'half a c');
    await proxy.parts.tls.refresh();
    expect(await view(ca)).toEqual(before);
    expect(proxy.said.join('')).toMatch(/given\.crt does not hold a certificate/);
  });
});

describe('a product without TLS', () => {
  it('says so', async () => {
    await start({ tls: { kind: 'by-host' } });
    const reply = await proxy.ask('GET', routes.tls);
    expect(reply.json()).toEqual({
      mode: 'off',
      fingerprints: { authority: null, certificate: null },
      notAfterMs: null,
      names: [],
    });
    expect(reply.headers.get('strict-transport-security')).toBeNull();
    expect((await proxy.ask('GET', routes.authority)).status).toBe(404);
  });

  it('behind a reverse proxy names the sockets of the public origin', async () => {
    await start({ tls: { kind: 'by-host' }, publicOrigins: ['https://wall.example:8443'] });
    const { headers } = await proxy.ask('GET', routes.site);
    const policy = headers.get('content-security-policy') ?? '';
    const { host } = new URL(proxy.origin);
    expect(policy).toContain(`connect-src 'self' ws://${host} wss://wall.example:8443;`);
  });
});

describe('the start', () => {
  const site = { name: 'Demo', devices: [], views: [] };

  it.each(['0.0.0.0', '::', '192.168.1.5', 'wall.example'])(
    'refuses to show a demo on %s',
    async (host) => {
      await expect(start({ host, seed: site })).rejects.toThrow(StartFailure);
      await expect(start({ host, seed: site })).rejects.toThrow(/only on this machine/);
    },
  );

  it('tells where the product is and by what to know it', async () => {
    const running = await startProxy({
      options: {
        port: 0,
        dataFolder: path.join(proxy.folder, 'data'),
        keyFile: path.join(proxy.folder, 'keys', 'master.key'),
        tls: { kind: 'own-authority' },
        publicOrigins: ['https://wall.example'],
      },
    });
    const lines = startLines(running);
    const { fingerprints } = running.proxy.parts.tls.view();
    await running.stop();
    expect(lines).toEqual([
      'Behind a reverse proxy: https://wall.example',
      `Certificate authority to trust: ${running.origin}/authority.crt`,
      `  SHA-256 ${fingerprints.authority}`,
      'Certificate of this server',
      `  SHA-256 ${fingerprints.certificate}`,
    ]);
  });

  it('warns of plain HTTP where others can listen in, and only there', async () => {
    const running = await startProxy({
      options: {
        port: 0,
        dataFolder: path.join(proxy.folder, 'plain'),
        keyFile: path.join(proxy.folder, 'keys', 'master.key'),
        tls: { kind: 'plain' },
      },
    });
    const { options } = running.proxy;
    const warning = /^Warning: this is plain HTTP/;
    const open = { ...running, proxy: { ...running.proxy, options: { ...options, host: '::' } } };
    expect(startLines(running).filter((line) => warning.test(line))).toEqual([]);
    expect(startLines(open).filter((line) => warning.test(line))).toHaveLength(1);
    await running.stop();
  });
});
