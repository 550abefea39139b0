import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { StartFailure } from '../start-failure.ts';
import type { CertificateSource } from './certificate-source.ts';
import type { CertifiedKey } from './make-certificates.ts';

export interface CertificateFiles {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** A certificate that a person brings, read again whenever one of its files changes. */
export class GivenCertificate implements CertificateSource {
  readonly mode = 'given';
  readonly authority = null;
  readonly notices: readonly string[] = [];
  readonly #files: CertificateFiles;
  readonly #now: () => number;
  #shown: CertifiedKey;
  #stamp: string;

  /** @throws StartFailure that says which file is at fault and why */
  constructor(files: CertificateFiles, now: () => number) {
    this.#files = files;
    this.#now = now;
    this.#stamp = stampOf(files);
    this.#shown = readGiven(files, now());
  }

  get shown(): CertifiedKey {
    return this.#shown;
  }

  /**
   * Files that are being replaced may not fit each other for a moment: the last good pair stays.
   * @throws StartFailure for files that are at fault, once for each change of them
   */
  async refresh(): Promise<boolean> {
    const stamp = stampOf(this.#files);
    if (stamp === this.#stamp) return false;
    this.#stamp = stamp;
    const read = readGiven(this.#files, this.#now());
    const isOther = read.certificate !== this.#shown.certificate || read.key !== this.#shown.key;
    this.#shown = read;
    return isOther;
  }
}

/** Follows links, since certificates are often renewed by pointing a link at another file. */
function stampOf({ certificateFile, keyFile }: CertificateFiles): string {
  return [certificateFile, keyFile]
    .map((file) => {
      const facts = statSync(file, { throwIfNoEntry: false });
      return facts ? `${facts.dev}-${facts.ino}-${facts.size}-${facts.mtimeMs}` : 'missing';
    })
    .join(' ');
}

function readGiven({ certificateFile, keyFile }: CertificateFiles, nowMs: number): CertifiedKey {
  const certificate = readPem(certificateFile, 'certificate', '--tls-cert');
  const key = readPem(keyFile, 'key', '--tls-key');
  const leaf = parseCertificate(certificate, certificateFile);
  if (!leaf.checkPrivateKey(parseKey(key, keyFile))) {
    throw new StartFailure(
      `The key in ${keyFile} does not belong to the certificate in ${certificateFile}. In a file with several certificates, that of the server must come first.`,
    );
  }
  const day = (text: string) => new Date(text).toISOString().slice(0, 10);
  if (Date.parse(leaf.validTo) <= nowMs) {
    throw new StartFailure(
      `The certificate in ${certificateFile} expired on ${day(leaf.validTo)}. Put a new one there, or leave --tls-cert and --tls-key out to use an authority of Watchfloor's own.`,
    );
  }
  if (Date.parse(leaf.validFrom) > nowMs) {
    throw new StartFailure(
      `The certificate in ${certificateFile} is not valid before ${day(leaf.validFrom)}. Check the clock of this machine.`,
    );
  }
  return checked({ key, certificate }, certificateFile);
}

function readPem(file: string, what: 'certificate' | 'key', option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new StartFailure(
      isMissing
        ? `The ${what} file ${file} is missing. Check the path given with ${option}.`
        : `The ${what} file ${file} cannot be read. Check that it is a file that this account may read.`,
    );
  }
}

function parseCertificate(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw new StartFailure(
      `The file ${file} does not hold a certificate. It must be PEM: text that begins with "-----BEGIN CERTIFICATE-----".`,
    );
  }
}

function parseKey(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new StartFailure(
      /ENCRYPTED/.test(pem)
        ? `The key in ${file} is locked with a passphrase. Store it without one, readable by this account alone.`
        : `The file ${file} does not hold a private key. It must be PEM: text that begins with "-----BEGIN PRIVATE KEY-----".`,
    );
  }
}

/** A short RSA key, say, parses well and is refused only where it is used. */
function checked(pair: CertifiedKey, file: string): CertifiedKey {
  try {
    createSecureContext({ key: pair.key, cert: pair.certificate });
    return pair;
  } catch {
    throw new StartFailure(
      `The certificate in ${file} cannot be used for TLS. Its key is probably too weak; make one with 2048 bits or more, or with a curve.`,
    );
  }
}
