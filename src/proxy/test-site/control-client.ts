import { once } from 'node:events';
import type { WebSocket } from 'ws';
import {
  type ControlReport,
  type ControlRequest,
  controlReportSchema,
  type SteeringReport,
} from '../../api/control.ts';
import { type PtzVelocity, velocityOf } from '../../domain/ptz.ts';
import { openSocket } from './marked-window.ts';
import type { TestProxy } from './test-proxy.ts';

/** The control socket of one person's window. Every report is checked against the contract. */
export class ControlClient {
  readonly socket: WebSocket;
  readonly reports: ControlReport[] = [];
  windowId = '';

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (text) =>
      this.reports.push(controlReportSchema.parse(JSON.parse(String(text)))),
    );
  }

  static async open(proxy: TestProxy, token = proxy.token): Promise<ControlClient> {
    const client = new ControlClient(openSocket(proxy, '/ws/control', token));
    await once(client.socket, 'message');
    const [hello] = client.reports;
    if (hello?.type === 'hello') client.windowId = hello.windowId;
    return client;
  }

  ask(request: ControlRequest): void {
    this.socket.send(JSON.stringify(request));
  }

  move(cameraId: string, part: Partial<PtzVelocity>): void {
    this.ask({ type: 'move', cameraId, velocity: velocityOf(part) });
  }

  /** What was said last of who steers. */
  get steering(): SteeringReport | undefined {
    return this.reports.findLast((report) => report.type === 'steering');
  }

  /** Reasons for which something was not done. */
  get refusals(): readonly string[] {
    return this.reports.flatMap((report) =>
      report.type === 'refused' ? [report.problem.reason] : [],
    );
  }

  /** @returns the code and the reason with which it was closed */
  async closed(): Promise<[code: number, reason: string]> {
    const [code, reason] = await once(this.socket, 'close');
    return [Number(code), String(reason)];
  }
}
