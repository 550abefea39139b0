import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Clip } from '../clip/flv-clip.ts';
import { findAccount, type NamedPassword, readBasic } from '../http/credentials.ts';
import type { LoggedRequest } from '../http/request-log.ts';
import { RtspConnection } from './rtsp-connection.ts';
import type { RtspRequest } from './rtsp-message.ts';
import type { RtspSession } from './rtsp-session.ts';
import { RtspStream } from './rtsp-stream.ts';

export interface RtspServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly realm: string;
  /** By the path under which each plays, without the first slash. */
  readonly clips: ReadonlyMap<string, Clip>;
  readonly now: () => number;
  readonly accounts: () => readonly NamedPassword[];
  readonly note?: (request: LoggedRequest) => void;
  readonly sessionTimeoutMs?: number;
}

const loopback = '127.0.0.1';
const usualTimeoutMs = 60_000;

/** A camera's RTSP server on loopback: live clips over UDP or interleaved, behind Basic. */
export class RtspServer {
  readonly #options: RtspServerOptions;
  readonly #streams: ReadonlyMap<string, RtspStream>;
  readonly #sessions = new Map<string, RtspSession>();
  readonly #sockets = new Set<Socket>();
  #port: number;
  #server: Server | undefined;

  constructor(options: RtspServerOptions) {
    this.#options = options;
    this.#port = options.port;
    const { clips, now } = options;
    const byClip = new Map(
      [...new Set(clips.values())].map((clip) => [clip, new RtspStream(clip, now)]),
    );
    this.#streams = new Map(
      [...clips].flatMap(([name, clip]) => {
        const stream = byClip.get(clip);
        return stream === undefined ? [] : [[name, stream] as const];
      }),
    );
  }

  /** Only meaningful once it has started. */
  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `rtsp://${loopback}:${this.#port}`;
  }

  get sessions(): number {
    return this.#sessions.size;
  }

  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer((socket) => this.#connect(socket));
    server.listen(this.#port, loopback);
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = once(server, 'close');
    server.close();
    for (const session of [...this.#sessions.values()]) session.end();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** While held, sessions stay and nothing is sent. */
  hold(held: boolean): void {
    for (const { broadcast } of this.#streams.values()) broadcast.hold(held);
  }

  freeze(frozen: boolean): void {
    for (const stream of this.#streams.values()) stream.freeze(frozen);
  }

  #connect(socket: Socket): void {
    this.#sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => this.#sockets.delete(socket));
    const { realm, now, accounts, sessionTimeoutMs } = this.#options;
    new RtspConnection(
      {
        realm,
        now,
        sessionTimeoutMs: sessionTimeoutMs ?? usualTimeoutMs,
        sessions: this.#sessions,
        stream: (name) => this.#streams.get(name) ?? null,
        admits: (authorization) => findAccount(accounts(), readBasic(authorization)) !== null,
        note: (request) => this.#note(request),
      },
      socket,
    );
  }

  #note({ method, uri, headers }: RtspRequest): void {
    this.#options.note?.({
      atMs: this.#options.now(),
      method,
      target: URL.canParse(uri) ? new URL(uri).pathname : uri,
      headerNames: [...headers.keys()],
    });
  }
}
