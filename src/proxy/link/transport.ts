import type { Readable } from 'node:stream';
import type { WebSocket } from 'ws';

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly target: string;
  /** Another port of the same host; that of the origin where absent. */
  readonly port?: number | undefined;
  /** Ours alone: nothing that a browser sent is ever among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** A stream is sent as it comes, and the answer is waited for once it has ended. */
  readonly body?: string | Uint8Array | Readable | undefined;
  readonly signal: AbortSignal;
  /** Endless bodies (`media`) travel apart, so that they cannot use up the sockets of the rest. */
  readonly purpose: 'call' | 'file' | 'media';
  /** Goes past the calls that wait for a socket: what stops a camera cannot stand in a queue. */
  readonly isUrgent?: boolean | undefined;
  /**
   * A WebSocket, although the device itself is reached by HTTP: its messages become the body, or
   * with `both-ways` the socket itself is handed over. One that is `kept-alive` is asked now and then
   * whether its peer is there, and says so by `signOfLife`.
   */
  readonly overSocket?: boolean | 'both-ways' | 'kept-alive' | undefined;
}

export interface TransportAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Destroying it also ends the socket. */
  readonly body: Readable;
  /** Of a WebSocket that was opened `both-ways`; paused until somebody reads it. */
  readonly socket?: WebSocket | undefined;
}

/** One way to speak HTTP to one origin. Fails with whatever its library throws. */
export interface Transport {
  send(request: TransportRequest): Promise<TransportAnswer>;
  close(): Promise<void>;
}

/** First value of a header. */
export function headerOf(answer: TransportAnswer, name: string): string | undefined {
  const value = answer.headers[name];
  return typeof value === 'string' || value === undefined ? value : value[0];
}

/** Ends an answer that nobody reads any more. */
export function discard(answer: TransportAnswer): void {
  // Without a listener the abort that follows would end the process.
  answer.body.on('error', () => undefined);
  answer.body.destroy();
}

/** A `Content-Type` line in lower case, without parameters. */
export function bareType(line: string): string {
  return (line.split(';')[0] ?? '').trim().toLowerCase();
}
