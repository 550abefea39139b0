import { isIP, type LookupFunction } from 'node:net';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { Credentials } from '../../protocols/protocol.ts';
import type { AuthenticatedTransport } from './authenticated-transport.ts';
import { checkedTarget } from './request-target.ts';
import type { Settle } from './sign-in-guard.ts';

/** What it takes to open a stream over RTSP. It stays in this process: programs get a relay. */
export interface RtspDial {
  /** The host that was registered, without brackets: the one that a certificate must name. */
  readonly name: string;
  /** Whether the connection is a TLS one. */
  readonly secure: boolean;
  /** An address that was checked, so that nothing else is dialled; IPv6 in brackets. */
  readonly host: string;
  readonly port: number;
  /** What the device is asked for: scheme, host, port, path and query, no account. */
  readonly address: string;
  readonly credentials: Credentials | null;
  /** To be told what became of the account, as for every other request. */
  readonly settle: Settle;
}

const usualPorts: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'rtsp:': 554,
  'rtsps:': 322,
};

interface Road {
  readonly origin: URL;
  readonly lookup: LookupFunction;
  readonly asker: Pick<AuthenticatedTransport, 'admit'>;
}

/**
 * Waits until the account may be used. RTSP on the port of the device is as protected as HTTP is
 * there; on a port of its own it is plain, which is all that devices name one for.
 */
export async function rtspDial(
  { origin, lookup, asker }: Road,
  place: Pick<DeviceStream, 'target' | 'port'>,
  signal: AbortSignal,
): Promise<RtspDial> {
  const usual = usualPorts[origin.protocol];
  if (place.port === undefined && usual === undefined) {
    throw new DeviceError('unsupported', 'not-supported', { operation: 'stream' });
  }
  const secure = place.port === undefined && /^(?:http|rtsp)s:$/.test(origin.protocol);
  const name = origin.hostname.replace(/^\[|\]$/g, '');
  const checked = await checkedAddress(name, lookup);
  const host = checked.includes(':') ? `[${checked}]` : checked;
  const port = place.port ?? Number(origin.port || usual);
  const target = checkedTarget(place.target);
  const admitted = await asker.admit(
    { name: `rtsp ${port}${target}`, provesPassword: true },
    signal,
  );
  const address = `${secure ? 'rtsps' : 'rtsp'}://${host}:${port}${target}`;
  return { name, secure, host, port, address, ...admitted };
}

/**
 * The address of a host that was checked at this moment.
 * @param host without brackets
 * @throws DeviceError `name-not-found`, `address-not-allowed`
 */
function checkedAddress(host: string, lookup: LookupFunction): Promise<string> {
  // A literal address was judged when the origin was parsed.
  if (isIP(host) !== 0) return Promise.resolve(host);
  return new Promise((resolve, reject) => {
    lookup(host, { all: false }, (error, address) => {
      if (error instanceof DeviceError) reject(error);
      else if (error !== null) reject(new DeviceError('unreachable', 'name-not-found'));
      else resolve(String(address));
    });
  });
}

/** Whether a device was registered by the address of a stream, and speaks nothing but RTSP. */
export function isRtsp({ protocol }: URL): boolean {
  return protocol === 'rtsp:' || protocol === 'rtsps:';
}
