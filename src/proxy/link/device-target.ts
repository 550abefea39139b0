import type { Readable } from 'node:stream';
import type { WebSocket } from 'ws';
import type { DeviceStream } from '../../domain/stream.ts';
import type { Credentials, Protocol } from '../../protocols/protocol.ts';
import type { AddressPolicy } from './address-policy.ts';
import { bareType, headerOf, type TransportAnswer } from './transport.ts';

export interface DeviceTarget {
  readonly deviceId: string;
  /** `http(s)://host:port`, or `ws(s)://host:port` where everything comes over WebSockets. */
  readonly origin: string;
  /** Path and query that the person typed behind the host. */
  readonly entryTarget: string;
  readonly protocol: Protocol;
  /** Read at the moment of dialling. */
  readonly credentials: () => Credentials | null;
  readonly addresses: AddressPolicy;
  /** Hash of the key of a certificate that a person accepted, instead of the authorities. */
  readonly trustedKey?: string | undefined;
  /** How many cameras it is known to have, which is what its streams are reckoned by. */
  readonly cameras?: (() => number) | undefined;
}

/** Where a file or stream lies: a target on the port of the origin, or on one of its own. */
export type FilePlace =
  | string
  | (Pick<DeviceStream, 'target' | 'port'> & { readonly bytes?: ByteRange | undefined });

/** A piece of a file, its last byte with it. A device may send more, or all of it. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

export interface OpenStream {
  readonly status: number;
  /** Lower case, without parameters. */
  readonly contentType: string;
  /** As sent, with parameters. */
  readonly contentTypeLine: string;
  /** Ends or fails with raw transport errors; `deviceFault` reads those. */
  readonly body: Readable;
  /** Where a redirection leads, as sent; nothing here ever follows it. */
  readonly location: string;
  /** Of the body, where the device said it. */
  readonly length: number | null;
  /** As sent; empty where the whole came. */
  readonly contentRange: string;
  readonly socket?: WebSocket | undefined;
}

export function openStream(answer: TransportAnswer): OpenStream {
  const contentTypeLine = headerOf(answer, 'content-type') ?? '';
  return {
    status: answer.status,
    contentType: bareType(contentTypeLine),
    contentTypeLine,
    body: answer.body,
    location: headerOf(answer, 'location') ?? '',
    length: lengthOf(headerOf(answer, 'content-length')),
    contentRange: headerOf(answer, 'content-range') ?? '',
    socket: answer.socket,
  };
}

function lengthOf(text = ''): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Ends a stream that nobody reads. */
export function discardStream({ body }: Pick<OpenStream, 'body'>): void {
  // Without a listener the abort that follows would end the process.
  body.on('error', () => undefined).destroy();
}

/** How one call differs from the rest. */
export interface CallOptions {
  readonly acceptStatus?: readonly number[];
  /** For the whole of it, also where it waits for a socket or a sign-in. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
  /** Does not stand in the queue of the device's other calls. */
  readonly isUrgent?: boolean;
}
