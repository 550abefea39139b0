import type { RequestOptions } from 'node:http';
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { connect as connectSecure, TLSSocket } from 'node:tls';
import { DeviceError } from '../../domain/device-error.ts';
import {
  type AddressPolicy,
  bareHost,
  isSecureOrigin,
  notAllowed,
  portOf,
} from './address-policy.ts';
import { keyOfPeer } from './device-certificate.ts';

export interface DialPlace {
  /** Another port of the same host; that of the origin where absent. */
  readonly port?: number | undefined;
  /** As the origin is, where absent. */
  readonly secure?: boolean | undefined;
  /** An address of the host that was looked up before; it is judged again. */
  readonly address?: string | undefined;
}

/**
 * The one place where a connection to a device begins: the address is judged at this moment, and over
 * TLS nothing is written before the certificate is the trusted one.
 */
export class DeviceDialer {
  readonly addresses: AddressPolicy;
  readonly #origin: URL;
  readonly #trustedKey: string | undefined;
  readonly #dialMs: number;

  /** @param trustedKey hash of the key that a person accepted, which then is the only one that counts */
  constructor(
    origin: URL,
    addresses: AddressPolicy,
    { trustedKey, dialMs }: { readonly trustedKey?: string | undefined; readonly dialMs: number },
  ) {
    this.#origin = origin;
    this.addresses = addresses;
    this.#trustedKey = trustedKey;
    this.#dialMs = dialMs;
  }

  /**
   * A socket that is under way. Whoever writes at once must write nothing that a stranger may not
   * read, since the certificate has not come yet.
   * @throws DeviceError `address-not-allowed` for a literal address; a name fails on the socket
   */
  begin(place: DialPlace = {}): Socket {
    const name = bareHost(this.#origin);
    const host = place.address ?? name;
    const port = place.port ?? portOf(this.#origin);
    if (isIP(host) !== 0 && !this.addresses.allows(host, port)) throw notAllowed();
    const to = { host, port, lookup: this.addresses.lookup(port) };
    if (!(place.secure ?? isSecureOrigin(this.#origin))) return connectPlain(to).setNoDelay(true);
    const trustedKey = this.#trustedKey;
    const socket = connectSecure({
      ...to,
      // The certificate is held against the name that was registered, not the address it stands for.
      ...(isIP(name) === 0 ? { servername: name } : {}),
      // A trusted key stands in for the authorities, the name and the dates.
      rejectUnauthorized: trustedKey === undefined,
    });
    if (trustedKey !== undefined) {
      socket.once('secureConnect', () => {
        if (keyOfPeer(socket) === trustedKey) return;
        socket.destroy(new DeviceError('unreachable', 'certificate-changed'));
      });
    }
    return socket.setNoDelay(true);
  }

  /** The same for a client of Node's own, which takes a socket from whoever makes it. */
  connector(
    place: DialPlace,
    signal: AbortSignal,
  ): NonNullable<RequestOptions['createConnection']> {
    return (_to, done) => {
      this.open(place, signal).then(
        (socket) => done(null, socket),
        (error: Error) => done(error, new PassThrough()),
      );
      return null;
    };
  }

  /** A socket that is connected, and proven where it is a secure one. */
  open(place: DialPlace, signal: AbortSignal): Promise<Socket> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const socket = this.begin(place);
      const settle = () => {
        clearTimeout(late);
        signal.removeEventListener('abort', stop);
        socket.off('error', fail).off('close', closed);
      };
      const fail = (error: unknown) => {
        settle();
        // It may have more to say while it ends.
        socket.on('error', () => undefined).destroy();
        reject(error);
      };
      const closed = () => fail(new DeviceError('unreachable', 'connection-lost'));
      const stop = () => fail(signal.reason);
      const late = setTimeout(() => fail(new DeviceError('timeout', 'dial-timeout')), this.#dialMs);
      signal.addEventListener('abort', stop, { once: true });
      socket.once('error', fail).once('close', closed);
      socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', () => {
        if (socket.destroyed) return;
        settle();
        resolve(socket);
      });
    });
  }
}
