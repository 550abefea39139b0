import { webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

export interface MadeCertificate {
  readonly key: string;
  readonly cert: string;
}

const dayMs = 24 * 60 * 60_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

/** A certificate that nobody vouches for, as cameras make them for themselves. */
export async function makeCertificate(name: string, validDays = 30): Promise<MadeCertificate> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: [{ CN: [name] }],
      keys,
      notBefore: new Date(Date.now() - 60 * dayMs),
      notAfter: new Date(Date.now() + validDays * dayMs),
      signingAlgorithm: algorithm,
    },
    webcrypto,
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const lines = pkcs8.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
    cert: certificate.toString('pem'),
  };
}
