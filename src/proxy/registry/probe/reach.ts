import { lookup } from 'node:dns/promises';
import { connect as dial, isIP } from 'node:net';
import { connect as dialTls, type PeerCertificate } from 'node:tls';
import { DeviceError } from '../../../domain/device-error.ts';
import { isAllowedAddress } from '../../link/address-policy.ts';
import { deviceFault } from '../../link/device-fault.ts';

const dialMs = 3000;

/**
 * The addresses behind a host that may be dialled.
 * @throws DeviceError `name-not-found`, `address-not-allowed`
 */
export async function allowedAddresses(host: string, allowLoopback: boolean): Promise<string[]> {
  const found = isIP(host) ? [host] : await lookUp(host);
  const allowed = found.filter((address) => isAllowedAddress(address, allowLoopback));
  if (allowed.length === 0) throw new DeviceError('unreachable', 'address-not-allowed');
  return allowed;
}

async function lookUp(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw new DeviceError('unreachable', 'name-not-found');
  }
}

/** The first port that takes a connection, at the first address that does. */
export async function firstOpenPort(
  addresses: readonly string[],
  ports: readonly number[],
  signal: AbortSignal,
): Promise<{ readonly address: string; readonly port: number }> {
  let failure: DeviceError | undefined;
  for (const port of ports) {
    for (const address of addresses) {
      signal.throwIfAborted();
      try {
        await tryDial(address, port, signal);
        return { address, port };
      } catch (error) {
        failure ??= deviceFault(error);
      }
    }
  }
  throw failure ?? new DeviceError('unreachable', 'connection-refused');
}

function tryDial(address: string, port: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = dial({ host: address, port, signal });
    socket.setTimeout(dialMs, () => {
      socket.destroy(new DeviceError('timeout', 'dial-timeout'));
    });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}

/** The certificate of a device: who it names, until when, and whether it is trusted here. */
export function readCertificate(
  at: { readonly address: string; readonly port: number; readonly host: string },
  signal: AbortSignal,
): Promise<{ readonly fact: string; readonly refusedBecause: string | undefined }> {
  return new Promise((resolve, reject) => {
    const name = isIP(at.host) ? {} : { servername: at.host };
    // Only looked at, so that the reason for a refusal can be told: nothing is sent over it.
    const socket = dialTls({ host: at.address, port: at.port, rejectUnauthorized: false, ...name });
    const stop = () => socket.destroy(new DeviceError('unreachable', 'stopped'));
    signal.addEventListener('abort', stop, { once: true });
    socket.once('close', () => signal.removeEventListener('abort', stop));
    socket.setTimeout(dialMs, () => {
      socket.destroy(new DeviceError('timeout', 'answer-timeout'));
    });
    socket.once('error', (error) => {
      reject(error instanceof DeviceError ? error : new DeviceError('unreachable', 'tls-failed'));
    });
    socket.once('secureConnect', () => {
      const fact = certificateFact(socket.getPeerCertificate());
      const refusedBecause = socket.authorized
        ? undefined
        : String(socket.authorizationError ?? 'untrusted');
      socket.destroy();
      resolve({ fact, refusedBecause });
    });
  });
}

function certificateFact(certificate: PeerCertificate): string {
  const name = certificate.subject?.CN;
  const until = certificate.valid_to ? new Date(certificate.valid_to) : undefined;
  const day =
    until && !Number.isNaN(until.getTime()) ? until.toISOString().slice(0, 10) : undefined;
  return [
    Array.isArray(name) ? name[0] : name,
    day && `→ ${day}`,
    certificate.fingerprint256?.slice(0, 23),
  ]
    .filter(Boolean)
    .join(' · ');
}
