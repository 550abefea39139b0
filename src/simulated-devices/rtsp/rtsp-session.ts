import { randomBytes, randomInt } from 'node:crypto';
import type { ClipBroadcast, ClipViewer } from '../clip/clip-broadcast.ts';
import { splitInterleaved } from './interleaved.ts';
import { mediaTracks } from './media-tracks.ts';
import type { PacketWay } from './packet-way.ts';
import { rtpHeaderBytes, stampPacket } from './rtp-packets.ts';
import { senderReport } from './sender-report.ts';

const reportEveryMs = 5000;

interface TrackSender {
  readonly way: PacketWay;
  readonly source: number;
  sequence: number;
  packets: number;
  octets: number;
  reportedMs: number;
}

export interface TrackPosition {
  readonly control: string;
  readonly sequence: number;
  readonly timestamp: number;
}

export interface RtspSessionOptions {
  readonly broadcast: ClipBroadcast;
  readonly now: () => number;
  readonly timeoutMs: number;
  onEnd(session: RtspSession): void;
}

/** What a client has set up: its tracks, and whether they play; ends itself when nobody asks for it. */
export class RtspSession implements ClipViewer {
  readonly id = randomBytes(4).toString('hex').toUpperCase();
  readonly #options: RtspSessionOptions;
  readonly #tracks = new Map<number, TrackSender>();
  readonly #expiry: NodeJS.Timeout;
  /** Pictures that came while the reply to PLAY was being written. */
  #early: Uint8Array[] | null = null;
  #playing = false;
  #ended = false;

  constructor(options: RtspSessionOptions) {
    this.#options = options;
    this.#expiry = setTimeout(() => this.end(), options.timeoutMs);
  }

  get broadcast(): ClipBroadcast {
    return this.#options.broadcast;
  }

  get playing(): boolean {
    return this.#playing;
  }

  hasTrack(track: number): boolean {
    return this.#tracks.has(track);
  }

  /** Any sign of life: a request that names the session, or a receiver report. */
  keepAlive(): void {
    if (!this.#ended) this.#expiry.refresh();
  }

  addTrack(track: number, way: PacketWay): void {
    if (this.#ended) return void way.close();
    this.#tracks.set(track, {
      way,
      source: randomInt(2 ** 32),
      sequence: randomInt(2 ** 16),
      packets: 0,
      octets: 0,
      reportedMs: Number.NEGATIVE_INFINITY,
    });
  }

  /** Joins, and says where each track begins; nothing leaves before `flow`. */
  play(): readonly TrackPosition[] {
    if (!this.#playing) {
      this.#playing = true;
      this.#early = [];
      this.broadcast.join(this);
    }
    const first = this.#early?.[0];
    return first === undefined ? [] : this.#positions(first);
  }

  flow(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const bytes of early) this.send(bytes);
  }

  pause(): void {
    if (!this.#playing) return;
    this.#playing = false;
    this.#early = null;
    this.broadcast.leave(this);
  }

  send(bytes: Uint8Array): void {
    if (this.#early !== null) return void this.#early.push(bytes);
    for (const { channel, packet } of splitInterleaved(bytes)) {
      const sender = this.#tracks.get(channel);
      if (sender !== undefined) this.#sendOn(sender, channel, packet);
    }
  }

  waitingBytes(): number {
    return Math.max(0, ...[...this.#tracks.values()].map(({ way }) => way.waitingBytes()));
  }

  cutOff(): void {
    this.end();
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.pause();
    clearTimeout(this.#expiry);
    for (const { way } of this.#tracks.values()) way.close();
    this.#tracks.clear();
    this.#options.onEnd(this);
  }

  #positions(bytes: Uint8Array): TrackPosition[] {
    return mediaTracks.flatMap(({ control }, track) => {
      const sender = this.#tracks.get(track);
      const packet = splitInterleaved(bytes).find(({ channel }) => channel === track)?.packet;
      if (sender === undefined || packet === undefined) return [];
      return [{ control, sequence: sender.sequence, timestamp: packet.readUInt32BE(4) }];
    });
  }

  #sendOn(sender: TrackSender, track: number, packet: Buffer): void {
    const nowMs = this.#options.now();
    if (nowMs - sender.reportedMs >= reportEveryMs) {
      sender.reportedMs = nowMs;
      sender.way.send(senderReport(sender, nowMs, mediaTracks[track]?.clockRate ?? 1), 'rtcp');
    }
    sender.way.send(stampPacket(packet, sender.sequence, sender.source), 'rtp');
    sender.sequence = (sender.sequence + 1) & 0xffff;
    sender.packets += 1;
    sender.octets += packet.length - rtpHeaderBytes;
  }
}
