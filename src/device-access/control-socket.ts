import type { ControlReport, ControlRequest } from '../api/control.ts';
import { renewEveryMs } from '../api/control-rhythm.ts';
import { routes } from '../api/routes.ts';
import { type PtzVelocity, sameVelocity } from '../domain/ptz.ts';
import { askConfirmation } from './confirmation.ts';
import { type ControlState, controlState } from './control-state.ts';
import { LastingSocket } from './lasting-socket.ts';
import { doubtSession } from './session-doubt.ts';
import { atSessionEnd } from './session-end.ts';

/** A pointer reports faster than any camera turns. */
const changeEveryMs = 60;
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
 * What a window says to steer, over a socket that is open while somebody looks at a camera that can
 * be steered. A movement is renewed until it is stopped, and is forgotten with the connection:
 * nothing starts moving again by itself.
 */
class ControlSocket {
  private held: Held | null = null;
  private readonly attended = new Map<string, number>();
  private renewTimer: ReturnType<typeof setInterval> | undefined;
  private changeTimer: ReturnType<typeof setTimeout> | undefined;
  private lingerTimer: ReturnType<typeof setTimeout> | undefined;
  private readonly onSessionEnd = () => this.end();
  private readonly socket = new LastingSocket<ControlReport>({
    path: routes.control,
    hear: (report) => this.hear(report),
    dropping: () => {
      if (this.held !== null) this.stop(this.held.cameraId);
      set({ state: 'lost', windowId: null, reports: new Map() });
    },
    goesOn: () => this.attended.size > 0,
  });

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
    if (!this.socket.connected) return;
    if (this.held !== null && this.held.cameraId !== cameraId) this.stop(this.held.cameraId);
    if (this.held === null) {
      set({ refused: null });
      this.held = { cameraId, velocity, sent: velocity, sentAtMs: Number.NEGATIVE_INFINITY };
      this.renewTimer = setInterval(() => this.sendHeld(), renewEveryMs);
      this.sendHeld();
      return;
    }
    this.held.velocity = velocity;
    if (sameVelocity(velocity, this.held.sent) || this.changeTimer !== undefined) return;
    const waitMs = this.held.sentAtMs + changeEveryMs - performance.now();
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
    atSessionEnd(this.onSessionEnd);
    set({ state: 'connecting' });
    this.socket.start();
  }

  private end(): void {
    clearTimeout(this.lingerTimer);
    this.socket.stop();
    set({ state: 'closed', refused: null });
  }

  private hear(report: ControlReport): void {
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
    this.socket.greet();
    set({ state: 'connected', windowId, reports: new Map(), refused: null });
    for (const cameraId of this.attended.keys()) this.send({ type: 'attend', cameraId });
  }

  private sendHeld(): void {
    clearTimeout(this.changeTimer);
    this.changeTimer = undefined;
    const { held } = this;
    if (held === null) return;
    held.sent = held.velocity;
    held.sentAtMs = performance.now();
    this.send({ type: 'move', cameraId: held.cameraId, velocity: held.velocity });
  }

  private forgetHeld(): void {
    this.held = null;
    clearInterval(this.renewTimer);
    clearTimeout(this.changeTimer);
    this.changeTimer = undefined;
  }

  private send(request: ControlRequest): void {
    this.socket.send(request);
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
