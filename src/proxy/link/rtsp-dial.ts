import { isIP, type LookupFunction } from 'node:net';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { Credentials } from '../../protocols/protocol.ts';
import type { AuthenticatedTransport } from './authenticated-transport.ts';
import { checkedTarget } from './request-target.ts';
import type { Settle } from './sign-in-guard.ts';

/** What a program that speaks RTSP by itself needs. Nobody but that program may see it. */
export interface RtspDial {
  /** An address that was checked, so that nothing else is dialled; IPv6 in brackets. */
  readonly host: string;
  readonly port: number;
  /** Path and query, beginning with `/`. */
  readonly target: string;
  readonly credentials: Credentials | null;
  /** To be told what became of the account, as for every other request. */
  readonly settle: Settle;
}

interface Road {
  readonly origin: URL;
  readonly lookup: LookupFunction;
  readonly asker: Pick<AuthenticatedTransport, 'admit'>;
}

/**
 * Waits until the account may be used. Only unprotected RTSP: nothing here could check the
 * certificate of the other.
 */
export async function rtspDial(
  { origin, lookup, asker }: Road,
  place: Pick<DeviceStream, 'target' | 'port'>,
  signal: AbortSignal,
): Promise<RtspDial> {
  if (place.port === undefined && origin.protocol !== 'http:') {
    throw new DeviceError('unsupported', 'not-supported', { operation: 'stream' });
  }
  const host = await checkedAddress(origin.hostname.replace(/^\[|\]$/g, ''), lookup);
  const port = place.port ?? Number(origin.port || 80);
  const target = checkedTarget(place.target);
  const admitted = await asker.admit(
    { name: `rtsp ${port}${target}`, provesPassword: true },
    signal,
  );
  return { host: host.includes(':') ? `[${host}]` : host, port, target, ...admitted };
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
