import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';
import type { CertifiedKey } from './make-certificates.ts';

const keyBlock = /-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----\n?/;
const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----\n?/;

/**
 * Reads a key and its certificate from the one file that holds both.
 * @returns null where there is no file yet, `'unreadable'` for one that holds something else
 * @throws StartFailure when this account may not read it
 */
export function readCertifiedKey(file: string): CertifiedKey | 'unreadable' | null {
  const text = readText(file);
  if (text === null) return null;
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  const key = keyBlock.exec(text)?.[0];
  const certificate = certificateBlock.exec(text)?.[0];
  if (key === undefined || certificate === undefined) return 'unreadable';
  return fits(key, certificate) ? { key, certificate } : 'unreadable';
}

/**
 * Writes both into one file, for its owner alone. It takes the place of the last one whole, so that
 * whatever ends the process leaves a key that fits.
 */
export function writeCertifiedKey(file: string, { key, certificate }: CertifiedKey): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const beside = `${file}.${randomBytes(4).toString('hex')}.tmp`;
    writeFileSync(beside, `${certificate}${key}`, { flag: 'wx', mode: 0o600, flush: true });
    renameSync(beside, file);
  } catch {
    throw new StartFailure(
      `The certificate file ${file} cannot be written. Check that this account may write there.`,
    );
  }
}

function fits(key: string, certificate: string): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new StartFailure(
      `The certificate file ${file} cannot be read. Check that it belongs to this account.`,
    );
  }
}
