import type { Socket } from 'node:net';
import { datagramWay, interleavedWay, type PacketWay } from './packet-way.ts';
import { readAddress } from './rtsp-address.ts';
import { RtspReader, type RtspReply, type RtspRequest, writeReply } from './rtsp-message.ts';
import { RtspSession } from './rtsp-session.ts';
import type { RtspStream } from './rtsp-stream.ts';
import { describeSession } from './session-description.ts';
import { readTransport } from './transport-header.ts';

const methods = ['OPTIONS', 'DESCRIBE', 'SETUP', 'TEARDOWN', 'PLAY', 'PAUSE'];
const mostQueuedRequests = 50;
const mostSessions = 64;

/** What a connection needs of its server. */
export interface RtspHost {
  readonly realm: string;
  readonly sessionTimeoutMs: number;
  readonly sessions: Map<string, RtspSession>;
  now(): number;
  stream(name: string): RtspStream | null;
  admits(authorization: string | undefined): boolean;
  note(request: RtspRequest): void;
}

/** Answers the requests of one connection, in their order. */
export class RtspConnection {
  readonly #host: RtspHost;
  readonly #socket: Socket;
  readonly #reader = new RtspReader();
  /** Sessions whose packets travel here: they end with the connection. */
  readonly #sessions = new Set<RtspSession>();
  #work: Promise<void> = Promise.resolve();
  #queued = 0;

  constructor(host: RtspHost, socket: Socket) {
    this.#host = host;
    this.#socket = socket;
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      for (const session of this.#sessions) session.end();
    });
  }

  #receive(chunk: Buffer): void {
    for (const item of this.#reader.push(chunk)) {
      if (item.kind === 'packet') for (const session of this.#sessions) session.keepAlive();
      else if (item.kind === 'broken' || this.#queued >= mostQueuedRequests) {
        this.#socket.end(writeReply({ status: 400 }, null), () => this.#socket.destroy());
      } else {
        this.#queued += 1;
        this.#work = this.#work.then(() => this.#answer(item));
      }
    }
  }

  async #answer(request: RtspRequest): Promise<void> {
    this.#queued -= 1;
    if (this.#socket.destroyed) return;
    this.#host.note(request);
    const cseq = request.headers.get('cseq') ?? null;
    const reply = cseq === null ? { status: 400 } : await this.#reply(request);
    if (this.#socket.destroyed) return;
    const date = new Date(this.#host.now()).toUTCString();
    this.#socket.write(writeReply({ ...reply, headers: { Date: date, ...reply.headers } }, cseq));
    this.#sessionOf(request)?.flow();
  }

  async #reply(request: RtspRequest): Promise<RtspReply> {
    const { method, uri, headers } = request;
    const session = this.#sessionOf(request);
    session?.keepAlive();
    if (method === 'OPTIONS') return { status: 200, headers: { Public: methods.join(', ') } };
    if (!methods.includes(method)) return { status: 405, headers: { Allow: methods.join(', ') } };
    if (!this.#host.admits(headers.get('authorization'))) {
      return {
        status: 401,
        headers: { 'WWW-Authenticate': `Basic realm="${this.#host.realm}"` },
      };
    }
    const address = readAddress(uri);
    const stream = this.#host.stream(address?.stream ?? '');
    if (address === null || stream === null) return { status: 404 };
    if (method === 'DESCRIBE') return this.#describe(request, address.stream, stream);
    if (method === 'SETUP') return this.#setUp(request, address.track, stream);
    if (session === null || session.broadcast !== stream.broadcast) return { status: 454 };
    return this.#control(method, uri, session);
  }

  #sessionOf({ headers }: RtspRequest): RtspSession | null {
    const id = (headers.get('session') ?? '').split(';')[0] ?? '';
    return this.#host.sessions.get(id) ?? null;
  }

  #describe({ uri, headers }: RtspRequest, name: string, stream: RtspStream): RtspReply {
    const accept = headers.get('accept') ?? 'application/sdp';
    if (!/application\/sdp|\*\/\*/.test(accept)) return { status: 406 };
    return {
      status: 200,
      headers: {
        'Content-Base': uri.endsWith('/') ? uri : `${uri}/`,
        'Content-Type': 'application/sdp',
      },
      body: describeSession(name, stream.clip, this.#host.now()),
    };
  }

  async #setUp(request: RtspRequest, track: number | null, stream: RtspStream): Promise<RtspReply> {
    if (track === null) return { status: 459 };
    const known = this.#sessionOf(request);
    if (known === null && request.headers.has('session')) return { status: 454 };
    // "Does not support reconfiguring of the transport parameters" (5.5.3.3).
    if (known?.hasTrack(track) === true || known?.playing === true) return { status: 455 };
    if (known === null && this.#host.sessions.size >= mostSessions) return { status: 453 };
    const session = known ?? this.#open(stream);
    const way = await this.#way(request.headers.get('transport') ?? '', track, session);
    if (way === null) {
      if (known === null) session.end();
      return { status: 461 };
    }
    session.addTrack(track, way);
    const timeout = Math.round(this.#host.sessionTimeoutMs / 1000);
    return {
      status: 200,
      headers: { Transport: way.header, Session: `${session.id};timeout=${timeout}` },
    };
  }

  #open(stream: RtspStream): RtspSession {
    const { sessions, now, sessionTimeoutMs } = this.#host;
    const session = new RtspSession({
      broadcast: stream.broadcast,
      now,
      timeoutMs: sessionTimeoutMs,
      onEnd: ({ id }) => {
        sessions.delete(id);
        this.#sessions.delete(session);
      },
    });
    sessions.set(session.id, session);
    return session;
  }

  async #way(header: string, track: number, session: RtspSession): Promise<PacketWay | null> {
    const asked = readTransport(header);
    if (asked === null) return null;
    if (asked.kind === 'udp') {
      const host = this.#socket.remoteAddress ?? '';
      return datagramWay(asked, host, () => session.keepAlive());
    }
    this.#sessions.add(session);
    return interleavedWay(this.#socket, asked.channel ?? track * 2);
  }

  #control(method: string, uri: string, session: RtspSession): RtspReply {
    const headers = { Session: session.id };
    if (method === 'TEARDOWN') {
      session.end();
      return { status: 200, headers };
    }
    if (method === 'PAUSE') {
      session.pause();
      return { status: 200, headers };
    }
    const base = uri.replace(/\/(track\d)?$/, '');
    const info = session
      .play()
      .map(
        ({ control, sequence, timestamp }) =>
          `url=${base}/${control};seq=${sequence};rtptime=${timestamp}`,
      );
    return {
      status: 200,
      headers: {
        Range: 'npt=0.000-',
        ...headers,
        ...(info.length === 0 ? {} : { 'RTP-Info': info.join(',') }),
      },
    };
  }
}
