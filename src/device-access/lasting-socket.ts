import { silenceMeansDeadMs } from '../api/beat.ts';
import type { SeenProblem } from '../api/problem.ts';
import { closeCodes } from '../api/routes.ts';
import { doubtSession } from './session-doubt.ts';

const retrySeconds = [0, 1, 2, 3, 4, 5] as const;
/** A clock that stood still while the machine slept says nothing of how long that was; the time of day does. */
const listenEveryMs = 1000;

/** What a lasting socket is for. */
export interface SocketOwner<Report> {
  readonly path: string;
  /** What is said as soon as the connection stands, where the proxy waits for it. */
  readonly opening?: () => object;
  /** Its first word must be followed by {@link LastingSocket.greet}. */
  readonly hear: (report: Report) => void;
  /** The connection is about to be given up; what is sent now may still arrive. */
  readonly dropping?: () => void;
  /**
   * It is lost, and tried again; also said of each try that failed.
   * @param problem why the proxy closed it; null where it did not say
   */
  readonly lost?: (problem: SeenProblem | null) => void;
  /** Whether to go on after the session of the window has ended, or become another. */
  readonly goesOn: () => boolean;
}

/**
 * A socket to the proxy that is kept open: tried again after a pause, at once when the network is
 * back, and taken for dead when the proxy is silent for longer than its beat.
 */
export class LastingSocket<Report> {
  private readonly owner: SocketOwner<Report>;
  private socket: WebSocket | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setInterval> | undefined;
  private failures = 0;
  private greeted = false;
  private stopped = true;
  private readonly onOnline = () => this.reopenNow();
  private readonly onOffline = () => this.lose();

  constructor(owner: SocketOwner<Report>) {
    this.owner = owner;
  }

  start(): void {
    this.stopped = false;
    this.failures = 0;
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    this.open();
  }

  stop(): void {
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
    clearTimeout(this.retryTimer);
    this.stopped = true;
    this.drop();
  }

  /** The proxy has said hello: only now is the window connected. */
  greet(): void {
    this.failures = 0;
    this.greeted = true;
  }

  get connected(): boolean {
    return this.greeted;
  }

  /** Nothing is sent, now or later, while the window is not connected. */
  send(word: object): void {
    if (this.greeted) this.socket?.send(JSON.stringify(word));
  }

  private open(): void {
    const address = new URL(this.owner.path, window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.onopen = () => {
      const word = this.owner.opening?.();
      if (word !== undefined) socket.send(JSON.stringify(word));
    };
    socket.onmessage = (message) => {
      this.watchSilence();
      const report = parseReport<Report>(message.data);
      if (report !== null) this.owner.hear(report);
    };
    socket.onclose = ({ code, reason }) => {
      if (code === closeCodes.sessionEnded) {
        void this.ask();
        return;
      }
      const problem = code === closeCodes.problem ? parseReport<SeenProblem>(reason) : null;
      // Scripts never see the reply to a refused upgrade: whether somebody is signed in is asked apart.
      if (!this.greeted && problem === null) void doubtSession();
      this.lose(problem);
    };
    this.watchSilence();
  }

  private watchSilence(): void {
    clearInterval(this.silenceTimer);
    const heardAtMs = Date.now();
    this.silenceTimer = setInterval(() => {
      if (Date.now() - heardAtMs >= silenceMeansDeadMs) this.lose();
    }, listenEveryMs);
  }

  /** The session of this window ended, or what it sees is another now: goes on only in the latter case. */
  private async ask(): Promise<void> {
    this.drop();
    await doubtSession();
    if (!this.stopped && this.owner.goesOn()) this.lose();
  }

  private lose(problem: SeenProblem | null = null): void {
    this.drop();
    this.owner.lost?.(problem);
    const seconds = retrySeconds[Math.min(this.failures, retrySeconds.length - 1)] ?? 0;
    this.failures += 1;
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.open(), seconds * 1000);
  }

  private reopenNow(): void {
    clearTimeout(this.retryTimer);
    this.failures = 0;
    this.drop();
    this.open();
  }

  private drop(): void {
    clearInterval(this.silenceTimer);
    this.owner.dropping?.();
    this.greeted = false;
    const { socket } = this;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}

function parseReport<Report>(data: unknown): Report | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as Report;
  } catch {
    return null;
  }
}
