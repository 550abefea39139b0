import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { hostname } from 'node:os';
import type { Extension } from '@peculiar/x509';
import { asDnsName, type MachineNames } from './machine-names.ts';
import { encodeNameConstraints, nameConstraintsOid } from './name-constraints.ts';

const dayMs = 86_400_000;
const authorityDays = 3650;
/** Browsers refuse a certificate that holds for longer than 398 days. */
const leafDays = 397;
/** Clocks of phones and walls run behind. */
const backdatedMs = 3_600_000;
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** A certificate with its private key, both PEM. */
export interface CertifiedKey {
  readonly key: string;
  readonly certificate: string;
}

type Keys = webcrypto.CryptoKeyPair;
type Library = typeof import('@peculiar/x509');

/** An authority that can vouch for these names, for servers only, and for no authority below it. */
export async function makeAuthority(names: MachineNames, nowMs: number): Promise<CertifiedKey> {
  const library = await import('@peculiar/x509');
  const keys = await newKeys();
  // Told apart from an earlier one of this machine, which a browser may still hold.
  const mark = randomBytes(2).toString('hex');
  const subject = `CN=Watchfloor authority of ${asDnsName(hostname()) ?? 'this machine'} (${mark}), O=Watchfloor`;
  const certificate = await library.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject,
    issuer: subject,
    notBefore: new Date(nowMs - backdatedMs),
    notAfter: new Date(nowMs + authorityDays * dayMs),
    publicKey: keys.publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm,
    extensions: [
      new library.BasicConstraintsExtension(true, 0, true),
      new library.KeyUsagesExtension(
        library.KeyUsageFlags.keyCertSign | library.KeyUsageFlags.cRLSign,
        true,
      ),
      new library.ExtendedKeyUsageExtension([library.ExtendedKeyUsage.serverAuth]),
      new library.Extension(nameConstraintsOid, true, encodeNameConstraints(names)),
      await library.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { key: await pemOf(keys), certificate: `${certificate.toString('pem')}\n` };
}

/** The certificate of the server itself, with a key of its own. */
export async function makeLeaf(
  authority: CertifiedKey,
  names: MachineNames,
  nowMs: number,
): Promise<CertifiedKey> {
  const library = await import('@peculiar/x509');
  const keys = await newKeys();
  const issuer = new library.X509Certificate(authority.certificate);
  const issuerEndsMs = Date.parse(new X509Certificate(authority.certificate).validTo);
  const certificate = await library.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: `CN=Watchfloor on ${asDnsName(hostname()) ?? 'this machine'}, O=Watchfloor`,
    issuer: issuer.subject,
    notBefore: new Date(nowMs - backdatedMs),
    notAfter: new Date(Math.min(nowMs - backdatedMs + leafDays * dayMs - 1000, issuerEndsMs)),
    publicKey: keys.publicKey,
    signingKey: await signingKeyOf(authority.key),
    signingAlgorithm,
    extensions: [
      new library.BasicConstraintsExtension(false, undefined, true),
      new library.KeyUsagesExtension(library.KeyUsageFlags.digitalSignature, true),
      new library.ExtendedKeyUsageExtension([library.ExtendedKeyUsage.serverAuth]),
      alternativeNames(library, names),
      await library.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await library.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { key: await pemOf(keys), certificate: `${certificate.toString('pem')}\n` };
}

function alternativeNames(library: Library, { dnsNames, addresses }: MachineNames): Extension {
  return new library.SubjectAlternativeNameExtension([
    ...dnsNames.map((value) => ({ type: 'dns' as const, value })),
    ...addresses.map(({ address }) => ({ type: 'ip' as const, value: address })),
  ]);
}

function newKeys(): Promise<Keys> {
  return webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
}

/** 126 bits, never negative and never with a zero in front (RFC 5280, 4.1.2.2). */
function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

async function pemOf(keys: Keys): Promise<string> {
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function signingKeyOf(pem: string): Promise<webcrypto.CryptoKey> {
  const key = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', key, curve, false, ['sign']);
}
