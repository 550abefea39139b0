import { type FramePacketHeader, readFramePacketHeader } from '../../api/frame-packet.ts';
import { type FrameNotice, type FrameRequest, frameNoticeSchema } from '../../api/frames.ts';
import { retryDelayMs } from '../../domain/retry-ladder.ts';
import type { FrameTrouble } from './frame-messages.ts';

/** The part of a WebSocket that is used, so that a test can play the other end. */
export type SocketLike = Pick<
  WebSocket,
  'send' | 'close' | 'readyState' | 'binaryType' | 'addEventListener'
>;

export interface FramesSocketEvents {
  readonly onPacket: (header: FramePacketHeader, packet: ArrayBuffer) => void;
  readonly onNotice: (notice: FrameNotice) => void;
  /** The socket is gone: every feed number known so far means nothing any more. */
  readonly onLost: (trouble: FrameTrouble) => void;
}

interface Watch {
  readonly cameraId: string;
  readonly streamId: string;
}

const open = 1;
/** A socket that lived this long was a good one: the ladder starts from its first step again. */
const provenAfterMs = 2000;
const doubtAfterMs = 3000;

/** The one socket of a window for pictures: keeps it open and keeps its subscriptions true. */
export class FramesSocket {
  private readonly openSocket: () => SocketLike;
  private readonly events: FramesSocketEvents;
  private readonly watches = new Map<string, Watch>();
  private socket: SocketLike | null = null;
  private openedAtMs = 0;
  private heardAtMs = 0;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(openSocket: () => SocketLike, events: FramesSocketEvents) {
    this.openSocket = openSocket;
    this.events = events;
  }

  watch(tile: string, cameraId: string, streamId: string): void {
    const now = this.watches.get(tile);
    if (now?.cameraId === cameraId && now.streamId === streamId) return;
    this.watches.set(tile, { cameraId, streamId });
    this.send({ type: 'watch', tile, cameraId, streamId });
    if (this.socket === null && this.timer === undefined) this.connect();
  }

  unwatch(tile: string): void {
    if (this.watches.delete(tile)) this.send({ type: 'unwatch', tile });
  }

  /** Has the source of a tile tried at once; where the proxy itself is away, the way to it. */
  retry(tile: string): void {
    this.send({ type: 'retry', tile });
    this.reconnect();
  }

  /** Connects at once instead of at the next step of the ladder. */
  private reconnect(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.failures = 0;
    this.connect();
  }

  /**
   * To be called when the proxy was lost and is there again. A socket whose far end vanished without
   * a word stays open for minutes; one that is silent now is replaced.
   */
  renew(): void {
    const { socket } = this;
    if (socket === null) this.reconnect();
    else if (performance.now() - this.heardAtMs > doubtAfterMs) {
      this.lose();
      socket.close();
      this.reconnect();
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.watches.clear();
    const { socket } = this;
    this.socket = null;
    socket?.close();
  }

  private connect(): void {
    const socket = this.openSocket();
    this.socket = socket;
    this.heardAtMs = performance.now();
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => {
      if (this.socket !== socket) return;
      this.openedAtMs = performance.now();
      for (const [tile, watch] of this.watches) this.send({ type: 'watch', tile, ...watch });
    });
    socket.addEventListener('message', ({ data }) => {
      if (this.socket === socket) this.hear(data);
    });
    socket.addEventListener('close', () => {
      if (this.socket === socket) this.lose();
    });
  }

  private hear(data: unknown): void {
    this.heardAtMs = performance.now();
    if (data instanceof ArrayBuffer) {
      const header = readFramePacketHeader(data);
      if (header !== null) this.events.onPacket(header, data);
      return;
    }
    const notice = readNotice(data);
    if (notice !== null) this.events.onNotice(notice);
  }

  private lose(): void {
    if (this.openedAtMs > 0 && performance.now() - this.openedAtMs > provenAfterMs)
      this.failures = 0;
    this.openedAtMs = 0;
    this.socket = null;
    const attempt = this.failures + 1;
    const retryInMs = retryDelayMs(this.failures, true, Math.random());
    this.failures = attempt;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.watches.size > 0) this.connect();
    }, retryInMs);
    const problem = { kind: 'unreachable', reason: 'server-unreachable' } as const;
    this.events.onLost({ problem, attempt, retryInMs });
  }

  private send(request: FrameRequest): void {
    if (this.socket?.readyState === open) this.socket.send(JSON.stringify(request));
  }
}

function readNotice(data: unknown): FrameNotice | null {
  if (typeof data !== 'string') return null;
  try {
    return frameNoticeSchema.parse(JSON.parse(data));
  } catch {
    // A newer proxy may say more than this window knows; pictures go on without it.
    return null;
  }
}
