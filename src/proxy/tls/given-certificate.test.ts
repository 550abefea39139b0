import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartFailure } from '../start-failure.ts';
import { GivenCertificate } from './given-certificate.ts';
import { type CertifiedKey, makeAuthority, makeLeaf } from './make-certificates.ts';
import { testNames } from './test-client.ts';

const dayMs = 86_400_000;
const startMs = Date.now();

let folder: string;
let certificateFile: string;
let keyFile: string;
let pair: CertifiedKey;
let authority: CertifiedKey;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-given-'));
  certificateFile = path.join(folder, 'wall.crt');
  keyFile = path.join(folder, 'wall.key');
  authority = await makeAuthority(testNames, startMs);
  pair = await makeLeaf(authority, testNames, startMs);
  write(pair);
});
afterEach(() => rmSync(folder, { recursive: true }));

function write({ key, certificate }: CertifiedKey): void {
  writeFileSync(certificateFile, certificate);
  writeFileSync(keyFile, key);
}

const open = (nowMs = startMs) => new GivenCertificate({ certificateFile, keyFile }, () => nowMs);

function refusal(nowMs = startMs): string {
  try {
    open(nowMs);
    return 'none';
  } catch (failure) {
    return failure instanceof StartFailure ? failure.message : String(failure);
  }
}

describe('a certificate that was given', () => {
  it('is shown as it is, with the chain behind it', () => {
    const certificate = `${pair.certificate}${authority.certificate}`;
    writeFileSync(certificateFile, certificate);
    expect(open().shown).toEqual({ key: pair.key, certificate });
    expect(open().authority).toBeNull();
  });

  it('is refused with a sentence when a file is missing or cannot be read', () => {
    rmSync(keyFile);
    expect(refusal()).toBe(
      `The key file ${keyFile} is missing. Check the path given with --tls-key.`,
    );
    rmSync(certificateFile);
    expect(refusal()).toMatch(/^The certificate file .* is missing\. Check .* --tls-cert\.$/);
    mkdirSync(certificateFile);
    expect(refusal()).toMatch(/cannot be read/);
  });

  it('is refused when a file holds something else', () => {
    writeFileSync(certificateFile, pair.key);
    expect(refusal()).toMatch(/wall\.crt does not hold a certificate/);
    write(pair);
    writeFileSync(keyFile, pair.certificate);
    expect(refusal()).toMatch(/wall\.key does not hold a private key/);
    const locked = {
      format: 'pem',
      type: 'pkcs8',
      cipher: 'aes-256-cbc',
      passphrase: 'x',
    } as const;
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(keyFile, privateKey.export(locked));
    expect(refusal()).toMatch(/passphrase/);
  });

  it('is refused when the key is another one, or the chain stands upside down', async () => {
    const other = await makeLeaf(authority, testNames, startMs);
    writeFileSync(keyFile, other.key);
    expect(refusal()).toMatch(/does not belong to the certificate/);
    write(pair);
    writeFileSync(certificateFile, `${authority.certificate}${pair.certificate}`);
    expect(refusal()).toMatch(/that of the server must come first/);
  });

  it('is refused when it is over, or has not begun', () => {
    expect(refusal(startMs + 398 * dayMs)).toMatch(/expired on \d{4}-\d\d-\d\d\./);
    expect(refusal(startMs - dayMs)).toMatch(/not valid before \d{4}-\d\d-\d\d\. Check the clock/);
  });

  it('is read again when its files change, and stays while they do not fit', async () => {
    const given = open();
    expect(await given.refresh()).toBe(false);
    const other = await makeLeaf(authority, testNames, startMs);
    writeFileSync(`${certificateFile}.new`, other.certificate);
    renameSync(`${certificateFile}.new`, certificateFile);
    await expect(given.refresh()).rejects.toThrow(/does not belong/);
    expect(given.shown).toEqual(pair);
    expect(await given.refresh()).toBe(false);
    writeFileSync(`${keyFile}.new`, other.key);
    renameSync(`${keyFile}.new`, keyFile);
    expect(await given.refresh()).toBe(true);
    expect(given.shown).toEqual(other);
  });
});
