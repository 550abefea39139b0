import { X509Certificate } from 'node:crypto';
import path from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { readCertifiedKey, writeCertifiedKey } from './certificate-file.ts';
import type { CertificateSource } from './certificate-source.ts';
import { type MachineNames, namesOfMachine } from './machine-names.ts';
import { type CertifiedKey, makeAuthority, makeLeaf } from './make-certificates.ts';
import { namesOutside } from './name-constraints.ts';

const renewBeforeMs = 30 * 86_400_000;

export interface OwnCertificatesOptions {
  /** Where keys are kept, beside the master key. */
  readonly folder: string;
  /** Names and addresses that a person gave; the authority always covers them. */
  readonly hostNames: readonly string[];
  /** What the machine is called now; told apart for tests. */
  readonly names?: () => MachineNames;
  readonly now: () => number;
}

/** An authority of this machine alone, and the certificate that it gives the server. */
export class OwnCertificates implements CertificateSource {
  readonly mode = 'own-authority';
  readonly notices: readonly string[];
  readonly #options: OwnCertificatesOptions;
  readonly #authority: CertifiedKey;
  #leaf: CertifiedKey;

  private constructor(
    options: OwnCertificatesOptions,
    authority: CertifiedKey,
    leaf: CertifiedKey,
    notices: readonly string[],
  ) {
    this.#options = options;
    this.#authority = authority;
    this.#leaf = leaf;
    this.notices = notices;
  }

  /** @throws StartFailure when the authority cannot be read; a new one would be a stranger to all */
  static async open(options: OwnCertificatesOptions): Promise<OwnCertificates> {
    const { authority, notice } = await openAuthority(options);
    const kept = readCertifiedKey(leafFile(options));
    const isGood =
      kept !== null && kept !== 'unreadable' && !needsRenewal(kept, authority, options);
    const leaf = isGood ? kept : await newLeaf(authority, options);
    const outside = namesOutside(rawOf(authority), namesNow(options));
    const missing = outside.length > 0 ? [outsideNotice(outside, authorityFile(options))] : [];
    return new OwnCertificates(options, authority, leaf, [...notice, ...missing]);
  }

  get shown(): CertifiedKey {
    return this.#leaf;
  }

  get authority(): string {
    return this.#authority.certificate;
  }

  async refresh(): Promise<boolean> {
    if (!needsRenewal(this.#leaf, this.#authority, this.#options)) return false;
    this.#leaf = await newLeaf(this.#authority, this.#options);
    return true;
  }
}

async function openAuthority(
  options: OwnCertificatesOptions,
): Promise<{ authority: CertifiedKey; notice: readonly string[] }> {
  const file = authorityFile(options);
  const kept = readCertifiedKey(file);
  if (kept === 'unreadable') {
    throw new StartFailure(
      `The file ${file} does not hold a certificate authority. Restore it, or move it away: a new one is made, and every browser must be told to trust that one.`,
    );
  }
  const wanted = namesOfMachine(options.hostNames, []);
  const given = { ...wanted, dnsNames: wanted.dnsNames.filter((name) => isGiven(name, options)) };
  const isGood =
    kept !== null &&
    namesOutside(rawOf(kept), given).length === 0 &&
    endOf(kept) - options.now() > renewBeforeMs;
  if (isGood) return { authority: kept, notice: [] };
  const authority = await makeAuthority(namesNow(options), options.now());
  writeCertifiedKey(file, authority);
  const notice =
    kept === null
      ? []
      : [
          'Watchfloor has made a new certificate authority, because the last one does not cover every name that was given or is too old. Every browser must be told to trust the new one.',
        ];
  return { authority, notice };
}

/** A name of the machine changes without anybody wanting it; one that was given is wanted. */
function isGiven(name: string, { hostNames }: OwnCertificatesOptions): boolean {
  return hostNames.some((given) => given.toLowerCase() === name);
}

async function newLeaf(
  authority: CertifiedKey,
  options: OwnCertificatesOptions,
): Promise<CertifiedKey> {
  const leaf = await makeLeaf(authority, coveredNames(authority, options), options.now());
  writeCertifiedKey(leafFile(options), leaf);
  return leaf;
}

/** What the authority cannot vouch for stays out: one such name would spoil the certificate. */
function coveredNames(authority: CertifiedKey, options: OwnCertificatesOptions): MachineNames {
  const names = namesNow(options);
  const outside = new Set(namesOutside(rawOf(authority), names));
  return {
    dnsNames: names.dnsNames.filter((name) => !outside.has(name)),
    addresses: names.addresses.filter(({ address }) => !outside.has(address)),
  };
}

function needsRenewal(
  leaf: CertifiedKey,
  authority: CertifiedKey,
  options: OwnCertificatesOptions,
): boolean {
  const certificate = new X509Certificate(leaf.certificate);
  const { dnsNames, addresses } = coveredNames(authority, options);
  const held = new Set((certificate.subjectAltName ?? '').split(', '));
  return (
    !certificate.verify(new X509Certificate(authority.certificate).publicKey) ||
    (endOf(leaf) - options.now() < renewBeforeMs && endOf(leaf) < endOf(authority)) ||
    dnsNames.some((name) => !held.has(`DNS:${name}`)) ||
    addresses.some(({ address }) => certificate.checkIP(address) === undefined)
  );
}

function outsideNotice(outside: readonly string[], file: string): string {
  return `The certificate authority was made for other names: it does not cover ${outside.join(', ')}. Browsers warn there. To have it made anew, move ${file} away; every browser must then be told to trust the new one.`;
}

function namesNow({ names, hostNames }: OwnCertificatesOptions): MachineNames {
  return names?.() ?? namesOfMachine(hostNames);
}

function rawOf({ certificate }: CertifiedKey): Buffer {
  return new X509Certificate(certificate).raw;
}

function endOf({ certificate }: CertifiedKey): number {
  return Date.parse(new X509Certificate(certificate).validTo);
}

function authorityFile({ folder }: OwnCertificatesOptions): string {
  return path.join(folder, 'authority.pem');
}

function leafFile({ folder }: OwnCertificatesOptions): string {
  return path.join(folder, 'server.pem');
}
