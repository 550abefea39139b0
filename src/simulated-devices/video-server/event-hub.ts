import type { ServerResponse } from 'node:http';
import { type EventFaults, garbage } from '../events/event-faults.ts';
import { wallClock } from './local-time.ts';

const heartbeatMs = 10_000;
const boundary = 'ssEventBoundary';
/** A listener that leaves this much unread is cut off. */
const mostWaitingBytes = 256 * 1024;

interface Listener {
  readonly response: ServerResponse;
  readonly multipart: boolean;
  number: number;
}

export interface EventHubOptions {
  readonly zone: string;
  readonly now: () => number;
  /** Called before each heartbeat, to tell what only time has changed. */
  readonly beforeHeartbeat: () => void;
  readonly faults: EventFaults;
  /** How a camera is named on the wire; its bare number where absent. */
  readonly cameraWord?: (camera: number) => string;
}

/** `eventStream`: lines `[TIME] [EVENT_NUM] [CAM_NUM] [EVENT] [INFO]`, numbered per connection. */
export class EventHub {
  readonly #options: EventHubOptions;
  readonly #listeners = new Set<Listener>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: EventHubOptions) {
    this.#options = options;
    options.faults.onCut(() => {
      for (const { response } of this.#listeners) response.destroy();
    });
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** `format=multipart` makes each line a part; otherwise a carriage return ends it, as captured. */
  join(query: URLSearchParams, response: ServerResponse): void {
    const fault = this.#options.faults.current;
    if (fault === 'refuse') return void response.writeHead(503, { 'Content-Length': 0 }).end();
    const multipart = query.get('format') === 'multipart';
    response.writeHead(200, {
      'Content-Type': multipart ? `multipart/mixed; boundary=${boundary}` : 'text/plain',
      'Cache-Control': 'no-cache',
    });
    response.flushHeaders();
    if (fault === 'cut') return void response.destroy();
    const listener = { response, multipart, number: 0 };
    this.#listeners.add(listener);
    response.on('close', () => this.#leave(listener));
    this.#send(listener, null, 'NULL', '');
    this.#timer ??= setInterval(() => {
      this.#options.beforeHeartbeat();
      this.emit(null, 'NULL');
    }, heartbeatMs);
  }

  /** `camera` null is an event of the whole server, `X` on the wire. */
  emit(camera: number | null, event: string, info = ''): void {
    for (const listener of [...this.#listeners]) this.#send(listener, camera, event, info);
  }

  #send(listener: Listener, camera: number | null, event: string, info: string): void {
    const { zone, now, faults, cameraWord = String } = this.#options;
    if (faults.current === 'silent') return;
    const time = wallClock(now(), zone).toISOString().replaceAll(/\D/g, '').slice(0, 14);
    const who = camera === null ? 'X' : cameraWord(camera);
    const fields = [time, listener.number, who, event, ...(info === '' ? [] : [info])];
    const line = faults.current === 'garbage' ? garbage : fields.join(' ');
    listener.number += 1;
    if (listener.response.writableLength > mostWaitingBytes)
      return void listener.response.destroy();
    listener.response.write(
      listener.multipart
        ? `--${boundary}\r\nContent-Type: text/plain\r\nContent-Length: ${line.length}\r\n\r\n${line}\r\n`
        : `${line}\r`,
    );
  }

  #leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
