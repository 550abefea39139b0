import { WebSocket } from 'ws';
import { cookieHeader, type Product } from '../scripts/run-product.ts';
import type { EventsReport } from '../src/api/alarms.ts';
import { pause } from './sources.ts';

type State = Extract<EventsReport, { type: 'listening' }>['listening'][number]['state'];

/** How the product hears each device, as a window of it is told. */
export class ListeningWatch {
  readonly #socket: WebSocket;
  readonly #states = new Map<string, State>();
  readonly #everLost = new Set<string>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('open', () => socket.send(JSON.stringify({ type: 'open', after: null })));
    socket.on('message', (data) => {
      const report = JSON.parse(String(data)) as EventsReport;
      if (report.type !== 'hello' && report.type !== 'listening') return;
      for (const { deviceId, state } of report.listening) {
        this.#states.set(deviceId, state);
        if (state === 'lost') this.#everLost.add(deviceId);
      }
    });
  }

  static async open(product: Product): Promise<ListeningWatch> {
    const cookie = cookieHeader(await product.signIn());
    const address = `${product.origin.replace('http', 'ws')}/ws/events`;
    return new ListeningWatch(
      new WebSocket(address, { origin: product.origin, headers: { cookie } }),
    );
  }

  /** @returns ms until so many devices are heard; null where they were not within the time */
  untilHeard(devices: number, withinMs: number): Promise<number | null> {
    const heard = () => [...this.#states.values()].filter((one) => one === 'listening').length;
    return this.#until(() => heard() >= devices, withinMs);
  }

  /** The same until so many were lost, for however short a time. */
  untilLost(devices: number, withinMs: number): Promise<number | null> {
    return this.#until(() => this.#everLost.size >= devices, withinMs);
  }

  async #until(isSo: () => boolean, withinMs: number): Promise<number | null> {
    const startedMs = performance.now();
    while (!isSo()) {
      if (performance.now() - startedMs > withinMs) return null;
      await pause(20);
    }
    return performance.now() - startedMs;
  }

  close(): void {
    this.#socket.close();
  }
}
