import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { type EventsReport, eventsReportSchema } from '../../api/alarms.ts';
import type { Caller } from '../access/caller.ts';
import { EventsWindow, type WindowDependencies } from './events-window.ts';
import { noAlarms } from './feed.ts';
import { recorder } from './test-journal.ts';

/** Whoever sees these cameras, or all. */
export function viewer(sees: 'all' | readonly string[]): Caller {
  const cameras = sees === 'all' ? sees : new Set(sees);
  return { kind: 'person', person: { role: 'viewer' }, sees: cameras } as unknown as Caller;
}

/** The socket of a window of a test; it takes bytes away only while `reads`. */
class TestSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  reads = true;
  closedWith: number | null = null;
  readonly said: EventsReport[] = [];
  readonly #waiting: (() => void)[] = [];

  send(text: string, _options: unknown, sent: () => void): void {
    this.said.push(eventsReportSchema.parse(JSON.parse(text)));
    this.bufferedAmount += text.length;
    this.#waiting.push(() => {
      this.bufferedAmount -= text.length;
      sent();
    });
    if (this.reads) this.drain();
  }

  drain(): void {
    for (const sent of this.#waiting.splice(0)) sent();
  }

  ping(): void {
    this.emit('pong');
  }

  close(code: number): void {
    this.closedWith = code;
    this.emit('close');
  }

  terminate(): void {
    this.emit('close');
  }
}

/** A window that has opened the socket of the events. */
export class TestWindow {
  readonly socket = new TestSocket();
  caller: Caller;
  isGone = false;

  constructor(
    caller: Caller,
    more: Pick<WindowDependencies, 'journal'> & Partial<WindowDependencies>,
  ) {
    this.caller = caller;
    const devices = new Map([recorder()].map((device) => [device.id, device]));
    const window = new EventsWindow(this.socket as unknown as WebSocket, {
      listeners: { standings: [], onChange: () => () => undefined },
      alarms: noAlarms,
      registry: { device: (id: string) => devices.get(id) } as WindowDependencies['registry'],
      caller: () => this.caller,
      now: () => Date.now(),
      onFault: () => undefined,
      onGone: () => {
        this.isGone = true;
      },
      ...more,
    });
    this.#owner = window;
  }
  readonly #owner: EventsWindow;

  open(after: number | null): this {
    this.socket.emit('message', JSON.stringify({ type: 'open', after }), false);
    return this;
  }

  get said(): readonly EventsReport[] {
    return this.socket.said;
  }

  /** Numbers of all events that it was told, in the order of the telling. */
  get numbers(): readonly number[] {
    return this.said.flatMap((report) =>
      report.type === 'events' ? report.events.map(({ number }) => number) : [],
    );
  }

  end(): void {
    if (!this.isGone) this.#owner.finish();
  }
}
