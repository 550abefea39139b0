import { isIP, type LookupFunction, type Socket } from 'node:net';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { Credentials } from '../../protocols/protocol.ts';
import { bareHost, isSecureOrigin, notAllowed, portOf } from './address-policy.ts';
import type { AuthenticatedTransport } from './authenticated-transport.ts';
import type { DeviceDialer } from './device-dialer.ts';
import { checkedTarget } from './request-target.ts';
import type { Settle } from './sign-in-guard.ts';

/** What it takes to open a stream over RTSP. It stays in this process: programs get a relay. */
export interface RtspDial {
  /** Whether the connection is a TLS one. */
  readonly secure: boolean;
  /** An address that was checked, so that nothing else is dialled; IPv6 in brackets. */
  readonly host: string;
  readonly port: number;
  /** What the device is asked for: scheme, host, port, path and query, no account. */
  readonly address: string;
  readonly credentials: Credentials | null;
  /** The device was registered as a secure one and this road is not: the password itself stays here. */
  readonly digestOnly: boolean;
  /** Begins the connection; what is written at once may be read by anybody. */
  readonly begin: () => Socket;
  /** To be told what became of the account, as for every other request. */
  readonly settle: Settle;
}

interface Road {
  readonly origin: URL;
  readonly dialer: Pick<DeviceDialer, 'begin' | 'addresses'>;
  readonly asker: Pick<AuthenticatedTransport, 'admit'>;
}

/**
 * Waits until the account may be used. RTSP on the port of the device is as protected as HTTP is
 * there; on a port of its own it is plain, which is all that devices name one for.
 */
export async function rtspDial(
  { origin, dialer, asker }: Road,
  place: Pick<DeviceStream, 'target' | 'port'>,
  signal: AbortSignal,
): Promise<RtspDial> {
  if (place.port === undefined && /^wss?:$/.test(origin.protocol)) {
    throw new DeviceError('unsupported', 'not-supported', { operation: 'stream' });
  }
  const secure = place.port === undefined && isSecureOrigin(origin);
  const port = place.port ?? portOf(origin);
  const checked = await checkedAddress(bareHost(origin), dialer, port);
  const host = checked.includes(':') ? `[${checked}]` : checked;
  const target = checkedTarget(place.target);
  const admitted = await asker.admit(
    { name: `rtsp ${port}${target}`, provesPassword: true },
    signal,
  );
  const address = `${secure ? 'rtsps' : 'rtsp'}://${host}:${port}${target}`;
  const digestOnly = isSecureOrigin(origin) && !secure;
  const begin = () => dialer.begin({ port, secure, address: checked });
  return { secure, host, port, address, digestOnly, begin, ...admitted };
}

/**
 * The address of a host that was checked at this moment.
 * @param host without brackets
 * @throws DeviceError `name-not-found`, `address-not-allowed`
 */
async function checkedAddress(
  host: string,
  { addresses }: Pick<DeviceDialer, 'addresses'>,
  port: number,
): Promise<string> {
  if (isIP(host) !== 0) {
    if (!addresses.allows(host, port)) throw notAllowed();
    return host;
  }
  const lookup: LookupFunction = addresses.lookup(port);
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
