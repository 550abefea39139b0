import { isIP } from 'node:net';
import { connect as dialTls } from 'node:tls';
import type { DeviceCertificate } from '../../../api/certificate.ts';
import { DeviceError } from '../../../domain/device-error.ts';
import { certificateOfPeer } from '../../link/device-certificate.ts';
import { cleanName } from '../clean-name.ts';

const answerMs = 3000;

export interface ShownCertificate {
  readonly certificate: DeviceCertificate;
  /** Why the authorities do not vouch for it; undefined where they do. */
  readonly refusedBecause: string | undefined;
}

/**
 * The certificate that a device shows. Only looked at: nothing is sent over the connection.
 * @param at an address that was checked, and the host that was asked for
 */
export function readShownCertificate(
  at: { readonly address: string; readonly port: number; readonly host: string },
  signal: AbortSignal,
): Promise<ShownCertificate> {
  return new Promise((resolve, reject) => {
    const name = isIP(at.host) ? {} : { servername: at.host };
    const socket = dialTls({ host: at.address, port: at.port, rejectUnauthorized: false, ...name });
    const stop = () => socket.destroy(new DeviceError('unreachable', 'stopped'));
    signal.addEventListener('abort', stop, { once: true });
    socket.once('close', () => signal.removeEventListener('abort', stop));
    const late = setTimeout(
      () => socket.destroy(new DeviceError('timeout', 'answer-timeout')),
      answerMs,
    );
    socket.once('close', () => clearTimeout(late));
    socket.once('error', (error) => {
      reject(error instanceof DeviceError ? error : new DeviceError('unreachable', 'tls-failed'));
    });
    socket.once('secureConnect', () => {
      const read = certificateOfPeer(socket);
      const refusedBecause = socket.authorized
        ? undefined
        : String(socket.authorizationError ?? 'untrusted');
      socket.destroy();
      if (read === undefined) return reject(new DeviceError('unreachable', 'tls-failed'));
      const { subject, issuer } = read;
      const certificate = { ...read, subject: cleanName(subject), issuer: cleanName(issuer) };
      resolve({ certificate, refusedBecause });
    });
  });
}

/**
 * Whether the device may be spoken to.
 * @param trustedKey the one that a person has accepted
 * @throws DeviceError `certificate-untrusted` or `certificate-changed`
 */
export function requireTrust(
  { certificate, refusedBecause }: ShownCertificate,
  trustedKey: string | undefined,
): void {
  if (trustedKey !== undefined) {
    if (certificate.key === trustedKey) return;
    throw new DeviceError('unreachable', 'certificate-changed');
  }
  if (refusedBecause === undefined) return;
  throw new DeviceError('unreachable', 'certificate-untrusted', { detail: refusedBecause });
}

export function certificateFact({ subject, fingerprint, validUntilMs }: DeviceCertificate): string {
  const day = validUntilMs > 0 ? `→ ${new Date(validUntilMs).toISOString().slice(0, 10)}` : '';
  return [subject, day, fingerprint.slice(0, 23)].filter(Boolean).join(' · ');
}
