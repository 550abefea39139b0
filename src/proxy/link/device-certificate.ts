import { createHash, type X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { DeviceCertificate } from '../../api/certificate.ts';

const longestFact = 200;

/** SHA-256 of the public key (SPKI) that the other side has proven to hold; undefined for none. */
export function keyOfPeer(socket: Pick<TLSSocket, 'getPeerX509Certificate'>): string | undefined {
  const certificate = socket.getPeerX509Certificate();
  return certificate && keyOf(certificate);
}

/** What a person needs to tell one certificate from another; undefined where none can be read. */
export function certificateOfPeer(
  socket: Pick<TLSSocket, 'getPeerX509Certificate'>,
): DeviceCertificate | undefined {
  const certificate = socket.getPeerX509Certificate();
  const key = certificate && keyOf(certificate);
  if (certificate === undefined || key === undefined) return undefined;
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    fingerprint: certificate.fingerprint256,
    key,
    validFromMs: instantOf(certificate.validFrom),
    validUntilMs: instantOf(certificate.validTo),
  };
}

function keyOf(certificate: X509Certificate): string | undefined {
  try {
    const key = certificate.publicKey.export({ type: 'spki', format: 'der' });
    return createHash('sha256').update(key).digest('hex');
  } catch {
    // A kind of key that this program cannot read is a key that nobody can have accepted.
    return undefined;
  }
}

function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ').slice(0, longestFact);
}

function instantOf(text: string): number {
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? 0 : instant;
}
