import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFailure } from '../start-failure.ts';
import { readCertifiedKey } from './certificate-file.ts';
import type { MachineNames } from './machine-names.ts';
import { type CertifiedKey, makeLeaf } from './make-certificates.ts';
import { OwnCertificates } from './own-certificates.ts';
import { shakeHands, testNames } from './test-client.ts';

const dayMs = 86_400_000;

let folder: string;
let nowMs: number;
let names: MachineNames;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-tls-'));
  nowMs = Date.now();
  names = testNames;
});
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  server = undefined;
  rmSync(folder, { recursive: true });
});

const open = (hostNames: readonly string[] = []) =>
  OwnCertificates.open({
    folder: path.join(folder, 'tls'),
    hostNames,
    names: () => names,
    now: () => nowMs,
  });

function authorityPair(): CertifiedKey {
  const pair = readCertifiedKey(path.join(folder, 'tls', 'authority.pem'));
  if (pair === null || pair === 'unreadable') throw new TypeError('there is no authority');
  return pair;
}

async function serve({ key, certificate }: CertifiedKey): Promise<number> {
  const opened = createServer({ key, cert: certificate });
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return (opened.address() as AddressInfo).port;
}

const withAddress = (address: string, prefix: number): MachineNames => ({
  ...testNames,
  addresses: [...testNames.addresses, { address, prefix }],
});

describe('the authority', () => {
  it('may vouch for servers of this machine alone, for ten years', async () => {
    const { authority } = await open();
    const certificate = new X509Certificate(authority);
    expect(certificate.ca).toBe(true);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    const days = (Date.parse(certificate.validTo) - nowMs) / dayMs;
    expect(Math.round(days)).toBe(3650);
    const { raw } = certificate;
    // Critical: basicConstraints with CA and path length 0, keyUsage certSign and crlSign.
    expect(raw.includes(Buffer.from('0603551d130101ff040830060101ff020100', 'hex'))).toBe(true);
    expect(raw.includes(Buffer.from('0603551d0f0101ff040403020106', 'hex'))).toBe(true);
    expect(raw.includes(Buffer.from('0603551d1e0101ff', 'hex'))).toBe(true);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    // The network of a private address, and of a public one the address itself.
    expect(raw.includes(Buffer.from('8708c0a80700ffffff00', 'hex'))).toBe(true);
    expect(raw.includes(Buffer.from('870808080404ffffffff', 'hex'))).toBe(true);
  });

  it('is kept with its key in one file that nobody else may read', async () => {
    const { authority } = await open();
    expect((await open()).authority).toBe(authority);
    const made = readdirSync(path.join(folder, 'tls')).sort();
    expect(made).toEqual(['authority.pem', 'server.pem']);
    for (const name of made) {
      expect(statSync(path.join(folder, 'tls', name)).mode & 0o777, name).toBe(0o600);
    }
    expect(statSync(path.join(folder, 'tls')).mode & 0o777).toBe(0o700);
  });

  it('is not replaced in silence when its file holds something else', async () => {
    await open();
    const file = path.join(folder, 'tls', 'authority.pem');
    const whole = readFileSync(file, 'utf8');
    writeFileSync(file, whole.slice(0, 500));
    await expect(open()).rejects.toThrow(StartFailure);
    await expect(open()).rejects.toThrow(/move it away/);
    expect(readFileSync(file, 'utf8')).toBe(whole.slice(0, 500));
  });

  it('is made anew, and says so, for a name that was given and that it does not cover', async () => {
    const before = await open();
    expect(before.notices).toEqual([]);
    names = { ...testNames, dnsNames: [...testNames.dnsNames, 'wall.example'] };
    const after = await open(['wall.example']);
    expect(after.authority).not.toBe(before.authority);
    expect(after.notices.join()).toMatch(/new certificate authority/);
    expect((await open(['wall.example'])).notices).toEqual([]);
    expect((await open(['wall.example'])).authority).toBe(after.authority);
    names = { ...names, dnsNames: [...names.dnsNames, 'north.wall.example'] };
    expect((await open(['wall.example', 'north.wall.example'])).authority).toBe(after.authority);
  });

  it('stays when the machine moves to a network that it does not cover, and says so', async () => {
    const before = await open();
    names = withAddress('10.4.5.6', 16);
    const after = await open();
    expect(after.authority).toBe(before.authority);
    expect(after.notices.join()).toMatch(/does not cover 10\.4\.5\.6\./);
    expect(new X509Certificate(after.shown.certificate).checkIP('10.4.5.6')).toBeUndefined();
  });
});

describe('the certificate of the server', () => {
  it('names this machine, holds for 397 days at most and is trusted through the authority', async () => {
    const { authority, shown } = await open();
    const certificate = new X509Certificate(shown.certificate);
    const lengthMs = Date.parse(certificate.validTo) - Date.parse(certificate.validFrom);
    expect(lengthMs / dayMs).toBeLessThanOrEqual(397);
    expect(lengthMs / dayMs).toBeGreaterThan(396);
    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    for (const name of testNames.dnsNames) expect(certificate.checkHost(name)).toBe(name);
    for (const { address } of testNames.addresses) {
      expect(certificate.checkIP(address), address).toBe(address);
    }
    const port = await serve(shown);
    for (const servername of ['localhost', 'vm', 'vm.local']) {
      const socket = await shakeHands(port, { ca: authority, servername });
      expect(socket.authorized).toBe(true);
      socket.destroy();
    }
    await expect(shakeHands(port, { servername: 'localhost' })).rejects.toMatchObject({
      code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
  });

  it.each<[string, MachineNames]>([
    ['another name', { dnsNames: ['evil.example'], addresses: [] }],
    ['a name that ends like ours', { dnsNames: ['evil-vm'], addresses: [] }],
    ['another network', { dnsNames: [], addresses: [{ address: '10.0.0.1', prefix: 24 }] }],
    [
      'the neighbour of a public address',
      { dnsNames: [], addresses: [{ address: '8.8.4.5', prefix: 24 }] },
    ],
    ['ours and one more', { dnsNames: ['localhost', 'evil.example'], addresses: [] }],
  ])('is refused for %s, even signed by the authority', async (_, stolen) => {
    const { authority } = await open();
    const port = await serve(await makeLeaf(authorityPair(), stolen, nowMs));
    const servername = stolen.dnsNames.at(-1) ?? '';
    const options = { ca: authority, servername, checkServerIdentity: () => undefined };
    await expect(shakeHands(port, options)).rejects.toThrow('permitted subtree violation');
  });

  it('is kept until fewer than thirty days are left', async () => {
    const certificates = await open();
    const first = certificates.shown;
    expect((await open()).shown).toEqual(first);
    nowMs += 365 * dayMs;
    expect(await certificates.refresh()).toBe(false);
    nowMs += 3 * dayMs;
    expect(await certificates.refresh()).toBe(true);
    expect(certificates.shown).not.toEqual(first);
    expect(await certificates.refresh()).toBe(false);
    expect((await open()).shown).toEqual(certificates.shown);
  });

  it('is renewed for a new lease of the same network, and not for the loss of an address', async () => {
    const certificates = await open();
    names = withAddress('192.168.7.99', 24);
    expect(await certificates.refresh()).toBe(true);
    const renewed = new X509Certificate(certificates.shown.certificate);
    expect(renewed.checkIP('192.168.7.99')).toBe('192.168.7.99');
    names = testNames;
    expect(await certificates.refresh()).toBe(false);
  });

  it('is made again when its file is damaged or of another authority', async () => {
    const first = (await open()).shown;
    writeFileSync(path.join(folder, 'tls', 'server.pem'), 'half a c');
    const second = (await open()).shown;
    expect(second).not.toEqual(first);
    rmSync(path.join(folder, 'tls', 'authority.pem'));
    const third = await open();
    expect(third.shown).not.toEqual(second);
    const port = await serve(third.shown);
    const socket = await shakeHands(port, { ca: third.authority, servername: 'vm' });
    expect(socket.authorized).toBe(true);
    socket.destroy();
  });
});
