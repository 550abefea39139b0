import { once } from 'node:events';
import { WebSocket } from 'ws';
import {
  type ControlReport,
  type ControlRequest,
  controlReportSchema,
  renewEveryMs,
  type SteeringReport,
} from '../src/api/control.ts';
import { type PtzVelocity, still, velocityOf } from '../src/domain/ptz.ts';
import { cookieHeader, type Product, type SessionCookie } from './run-product.ts';

/** A window that steers, without its page: what a page may do to its socket, it can do as well. */
export class SteeringClient {
  readonly socket: WebSocket;
  readonly refusals: string[] = [];
  windowId = '';
  /** When the movement was renewed last, epoch ms. */
  renewedAtMs = 0;
  #renewal: NodeJS.Timeout | undefined;
  readonly #steering = new Map<string, SteeringReport>();

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (text) => this.#hear(controlReportSchema.parse(JSON.parse(String(text)))));
    // One that is cut off says so by its end.
    socket.on('error', () => this.letGo());
    socket.on('close', () => this.letGo());
  }

  static async open({ origin }: Product, cookie: SessionCookie): Promise<SteeringClient> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws/control`, {
      origin,
      headers: { cookie: cookieHeader(cookie) },
      perMessageDeflate: false,
    });
    const client = new SteeringClient(socket);
    // The first thing that it hears is its own name.
    await once(socket, 'message');
    return client;
  }

  ask(request: ControlRequest): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(request));
  }

  /** Moves a camera and renews that, as a page does while a key is held. */
  hold(cameraId: string, part: Partial<PtzVelocity>): void {
    this.letGo();
    const velocity = velocityOf(part);
    const renew = () => {
      this.renewedAtMs = Date.now();
      this.ask({ type: 'move', cameraId, velocity });
    };
    renew();
    this.#renewal = setInterval(renew, renewEveryMs);
  }

  /** Renews no more, and says nothing of it. */
  letGo(): void {
    clearInterval(this.#renewal);
  }

  stop(cameraId: string): void {
    this.letGo();
    this.ask({ type: 'stop', cameraId });
  }

  /** Stops by the other way there is: a movement of nothing. */
  stand(cameraId: string): void {
    this.letGo();
    this.ask({ type: 'move', cameraId, velocity: still });
  }

  steeringOf(cameraId: string): SteeringReport | undefined {
    return this.#steering.get(cameraId);
  }

  /** The network is gone: nothing comes, nothing goes, and nobody says so. */
  cutOff(): void {
    this.letGo();
    this.socket.pause();
  }

  async close(): Promise<void> {
    this.letGo();
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, 'close');
    this.socket.terminate();
    await closed;
  }

  #hear(report: ControlReport): void {
    if (report.type === 'hello') this.windowId = report.windowId;
    if (report.type === 'refused') this.refusals.push(report.problem.reason);
    if (report.type === 'steering') this.#steering.set(report.cameraId, report);
  }
}
