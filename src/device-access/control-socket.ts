import { silenceMeansDeadMs } from '../api/beat.ts';
import type { ControlReport, ControlRequest } from '../api/control.ts';
import { renewEveryMs } from '../api/control-rhythm.ts';
import { closeCodes, routes } from '../api/routes.ts';
import { type PtzVelocity, sameVelocity } from '../domain/ptz.ts';
import { askConfirmation } from './confirmation.ts';
import { type ControlState, controlState } from './control-state.ts';
import { doubtSession } from './session-doubt.ts';
import { atSessionEnd } from './session-end.ts';

/** A pointer reports faster than any camera turns. */
const changeEveryMs = 60;
const retrySeconds = [0, 1, 2, 3, 4, 5] as const;
/** The step to the next camera keeps the socket. */
const lingerMs = 2000;

/** The one movement that a window asks for. */
interface Held {
  readonly cameraId: string;
  velocity: PtzVelocity;
  sent: PtzVelocity;
  sentAtMs: number;
}

/**
 * The socket on which a window steers: open while somebody looks at a camera that can be. A
 * movement is renewed until it is stopped, and is forgotten with the connection: nothing starts
 * moving again by itself.
 */
class ControlSocket {
  private socket: WebSocket | null = null;
  private greeted = false;
  private failures = 0;
  private held: Held | null = null;
  private readonly attended = new Map<string, number>();
  private renewTimer: ReturnType<typeof setInterval> | undefined;
  private changeTimer: ReturnType<typeof setTimeout> | undefined;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private lingerTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly onOnline = () => this.reopenNow();
  private readonly onOffline = () => this.lose();
  private readonly onSessionEnd = () => this.end();

  attend(cameraId: string): () => void {
    const count = this.attended.get(cameraId) ?? 0;
    this.attended.set(cameraId, count + 1);
    clearTimeout(this.lingerTimer);
    if (controlState.getState().state === 'closed') this.begin();
    else if (count === 0) this.send({ type: 'attend', cameraId });
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.leave(cameraId);
    };
  }

  move(cameraId: string, velocity: PtzVelocity): void {
    if (!this.greeted) return;
    if (this.held !== null && this.held.cameraId !== cameraId) this.stop(this.held.cameraId);
    if (this.held === null) {
      set({ refused: null });
      this.held = { cameraId, velocity, sent: velocity, sentAtMs: 0 };
      this.renewTimer = setInterval(() => this.sendHeld(), renewEveryMs);
      this.sendHeld();
      return;
    }
    this.held.velocity = velocity;
    if (sameVelocity(velocity, this.held.sent) || this.changeTimer !== undefined) return;
    const waitMs = this.held.sentAtMs + changeEveryMs - Date.now();
    if (waitMs <= 0) this.sendHeld();
    else this.changeTimer = setTimeout(() => this.sendHeld(), waitMs);
  }

  /** Sent whether or not this window believes that anything moves. */
  stop(cameraId: string): void {
    if (this.held?.cameraId === cameraId) this.forgetHeld();
    this.send({ type: 'stop', cameraId });
  }

  takeOver(cameraId: string): void {
    set({ refused: null });
    this.send({ type: 'take-over', cameraId });
  }

  release(cameraId: string): void {
    this.send({ type: 'release', cameraId });
  }

  private leave(cameraId: string): void {
    const count = (this.attended.get(cameraId) ?? 1) - 1;
    if (count > 0) {
      this.attended.set(cameraId, count);
      return;
    }
    this.attended.delete(cameraId);
    if (this.held?.cameraId === cameraId) this.stop(cameraId);
    this.send({ type: 'leave', cameraId });
    const reports = new Map(controlState.getState().reports);
    reports.delete(cameraId);
    set({ reports });
    if (this.attended.size === 0) this.lingerTimer = setTimeout(() => this.end(), lingerMs);
  }

  private begin(): void {
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    atSessionEnd(this.onSessionEnd);
    this.failures = 0;
    set({ state: 'connecting' });
    this.open();
  }

  private end(): void {
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
    clearTimeout(this.retryTimer);
    clearTimeout(this.lingerTimer);
    this.drop();
    set({ state: 'closed', refused: null });
  }

  private open(): void {
    const address = new URL(routes.control, window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.onmessage = (message) => this.hear(message.data);
    socket.onclose = ({ code }) => {
      const doubtful = code === closeCodes.sessionEnded || !this.greeted;
      this.lose();
      if (doubtful) void doubtSession();
    };
    this.watchSilence();
  }

  private hear(data: unknown): void {
    this.watchSilence();
    const report = parseReport(data);
    if (report === null) return;
    if (report.type === 'hello') this.greet(report.windowId);
    else if (report.type === 'steering' && this.attended.has(report.cameraId)) {
      const { reports } = controlState.getState();
      set({ reports: new Map(reports).set(report.cameraId, report) });
    } else if (report.type === 'refused') {
      if (this.held?.cameraId === report.cameraId) this.forgetHeld();
      set({ refused: { cameraId: report.cameraId, problem: report.problem } });
      if (report.problem.reason === 'confirm-needed') void this.unlock();
    }
  }

  /** A session that locked itself: the password opens it, and the person moves the camera again. */
  private async unlock(): Promise<void> {
    void doubtSession();
    if (await askConfirmation()) set({ refused: null });
  }

  private greet(windowId: string): void {
    this.greeted = true;
    this.failures = 0;
    set({ state: 'connected', windowId, reports: new Map(), refused: null });
    for (const cameraId of this.attended.keys()) this.send({ type: 'attend', cameraId });
  }

  private sendHeld(): void {
    clearTimeout(this.changeTimer);
    this.changeTimer = undefined;
    const { held } = this;
    if (held === null) return;
    held.sent = held.velocity;
    held.sentAtMs = Date.now();
    this.send({ type: 'move', cameraId: held.cameraId, velocity: held.velocity });
  }

  private forgetHeld(): void {
    this.held = null;
    clearInterval(this.renewTimer);
    clearTimeout(this.changeTimer);
    this.changeTimer = undefined;
  }

  private send(request: ControlRequest): void {
    if (this.greeted) this.socket?.send(JSON.stringify(request));
  }

  private watchSilence(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => this.lose(), silenceMeansDeadMs);
  }

  private lose(): void {
    this.drop();
    set({ state: 'lost' });
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
    clearTimeout(this.silenceTimer);
    // What is given up for lost may still carry a word.
    if (this.held !== null) this.send({ type: 'stop', cameraId: this.held.cameraId });
    this.forgetHeld();
    this.greeted = false;
    set({ windowId: null, reports: new Map() });
    const { socket } = this;
    this.socket = null;
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}

const control = new ControlSocket();

/** Tells this window who steers a camera, and lets it steer. @returns a function that ends it */
export const attendCamera = (cameraId: string): (() => void) => control.attend(cameraId);

/**
 * Moves a camera until {@link stopCamera}; again with another velocity, it changes. Does nothing
 * while the window is not connected.
 */
export const moveCamera = (cameraId: string, velocity: PtzVelocity): void =>
  control.move(cameraId, velocity);
export const stopCamera = (cameraId: string): void => control.stop(cameraId);

/** Takes a camera from whoever steers it; for supervisors. */
export const takeOverCamera = (cameraId: string): void => control.takeOver(cameraId);

/** Gives a camera back before it falls free by itself. */
export const releaseCamera = (cameraId: string): void => control.release(cameraId);

function set(change: Partial<ControlState>): void {
  controlState.setState(change);
}

function parseReport(data: unknown): ControlReport | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as ControlReport;
  } catch {
    return null;
  }
}
