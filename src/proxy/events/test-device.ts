import { PassThrough } from 'node:stream';
import { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { DeviceReply, EndpointCall } from '../../protocols/protocol.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { lineReader } from '../test-site/telling-protocol.ts';
import type { EventSubscription } from './event-subscription.ts';
import { recorder } from './test-journal.ts';

const call = (id: string): EndpointCall => ({ endpoint: { id } as EndpointCall['endpoint'] });

type Past = (range: { fromMs: number; toMs: number }) => Promise<{
  events: readonly ReportedEvent[];
  complete: boolean;
}>;

/** A device of a test: each line that it says is an event as JSON, an empty one a heartbeat. */
export class TestDevice {
  readonly opened: PassThrough[] = [];
  readonly asked: string[] = [];
  readonly wakes = new Set<() => void>();
  /** What the next dial fails with. */
  fault: DeviceError | null = null;
  /** Takes questions and answers none, until whoever asks gives up. */
  silent = false;
  reply = '';
  ways: readonly EventSubscription[] = [this.way('stream')];
  past: Past | undefined;

  way(kind: 'socket' | 'stream', id = 'events'): EventSubscription {
    return { kind, call: call(id), silenceMs: 25_000, reader: lineReader };
  }

  poll(): EventSubscription {
    const rhythm = { watchedEveryMs: 1000, elseEveryMs: 5000 };
    return { kind: 'poll', call: call('status'), ...rhythm, reader: lineReader };
  }

  say(...events: readonly (Partial<ReportedEvent> | null)[]): void {
    const lines = events.map((event) => `${event === null ? '' : JSON.stringify(event)}\n`);
    this.opened.at(-1)?.write(lines.join(''));
  }

  active(): ActiveDevice {
    const { past } = this;
    const connection = {
      openAnswer: (asked: EndpointCall, signal: AbortSignal) => {
        this.asked.push(asked.endpoint.id);
        if (this.fault) return Promise.reject(this.fault);
        const body = new PassThrough();
        signal.addEventListener('abort', () => body.destroy(), { once: true });
        this.opened.push(body);
        return Promise.resolve({ status: 200, body });
      },
      call: (asked: EndpointCall, { deadlineMs = 10_000 } = {}): Promise<DeviceReply> => {
        this.asked.push(asked.endpoint.id);
        if (this.silent) return late(deadlineMs);
        if (this.fault) return Promise.reject(this.fault);
        const receivedAtMs = Date.now();
        return Promise.resolve({ status: 200, contentType: '', text: this.reply, receivedAtMs });
      },
      onWake: (wake: () => void) => {
        this.wakes.add(wake);
        return () => this.wakes.delete(wake);
      },
    };
    const operations = {
      subscribeEvents: () => Promise.resolve(this.ways),
      ...(past ? { listPastEvents: (_: unknown, range: Parameters<Past>[0]) => past(range) } : {}),
    };
    return { ...recorder(), connection, protocol: { operations } } as unknown as ActiveDevice;
  }
}

function late(afterMs: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new DeviceError('timeout', 'answer-timeout')), afterMs);
  });
}
