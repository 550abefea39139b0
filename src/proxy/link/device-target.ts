import type { Readable } from 'node:stream';
import type { Credentials, Protocol } from '../../protocols/protocol.ts';

export interface DeviceTarget {
  readonly deviceId: string;
  /** `http(s)://host:port`, or `ws(s)://host:port` where everything comes over WebSockets. */
  readonly origin: string;
  /** Path and query that the person typed behind the host. */
  readonly entryTarget: string;
  readonly protocol: Protocol;
  /** Read at the moment of dialling. */
  readonly credentials: () => Credentials | null;
  readonly allowLoopback: boolean;
}

export interface OpenStream {
  readonly status: number;
  /** Lower case, without parameters. */
  readonly contentType: string;
  /** As sent, with parameters. */
  readonly contentTypeLine: string;
  /** Ends or fails with raw transport errors; `deviceFault` reads those. */
  readonly body: Readable;
}
