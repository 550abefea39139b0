import type { Problem } from '../../api/problem.ts';
import { problemOfClose } from '../flv/problem-of-close.ts';
import type { FrameTrouble } from '../mjpeg/frame-messages.ts';
import { pauseBeforeRetryMs } from '../retry-plan.ts';

/** The part of a WebSocket that is used, so that a test can play the other end. */
export type StreamSocket = Pick<WebSocket, 'close' | 'binaryType' | 'addEventListener'>;

export interface LineEvents {
  /** A new connection begins: nothing that comes belongs to what came before. */
  readonly opened: () => void;
  readonly data: (piece: Uint8Array<ArrayBuffer>) => void;
  readonly lost: (trouble: FrameTrouble) => void;
}

/** A socket that has been silent for so long may be open at our end only. */
const doubtAfterMs = 3000;
/** Sooner than this, a source that sends one picture and dies would be dialled without end. */
const provenAfterMs = 2000;

/** The connection of one stream, dialled again on the ladder until it is closed. */
export class StreamLine {
  private readonly openSocket: () => StreamSocket;
  private readonly events: LineEvents;
  private socket: StreamSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private openedAtMs = 0;
  private heardAtMs = 0;
  private failures = 0;

  constructor(openSocket: () => StreamSocket, events: LineEvents) {
    this.openSocket = openSocket;
    this.events = events;
  }

  connect(): void {
    const socket = this.openSocket();
    this.socket = socket;
    this.openedAtMs = performance.now();
    this.heardAtMs = this.openedAtMs;
    this.events.opened();
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('message', ({ data }) => {
      if (this.socket !== socket || !(data instanceof ArrayBuffer)) return;
      this.heardAtMs = performance.now();
      this.events.data(new Uint8Array(data));
    });
    socket.addEventListener('close', (event) => {
      if (this.socket === socket) this.lose(problemOfClose(event));
    });
  }

  /** A picture was shown: on a line that has held so long, the ladder starts from its first step. */
  proven(): void {
    if (performance.now() - this.openedAtMs > provenAfterMs) this.failures = 0;
  }

  /** Hangs up for a reason of our own. */
  giveUp(problem: Problem): void {
    const { socket } = this;
    if (socket === null) return;
    this.lose(problem);
    socket.close();
  }

  /** Dials now: at the end of a wait, or where the present connection has fallen silent. */
  retry(): void {
    const { socket } = this;
    if (socket !== null && performance.now() - this.heardAtMs > doubtAfterMs) {
      this.socket = null;
      socket.close();
      this.connect();
    } else if (this.timer !== undefined) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.connect();
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { socket } = this;
    this.socket = null;
    socket?.close();
  }

  private lose(problem: Problem): void {
    this.socket = null;
    this.failures += 1;
    const retryInMs = pauseBeforeRetryMs(this.failures, problem, Math.random());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.connect();
    }, retryInMs);
    this.events.lost({ problem, attempt: this.failures, retryInMs });
  }
}
