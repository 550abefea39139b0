import type { Viewing, Watched } from './viewing.ts';

/** Longer than a window waits between two requests of one picture; of a recording it holds a stock. */
const silenceMeansClosedMs = { camera: 20_000, recording: 60_000 } as const;
const lookEveryMs = 5000;

interface Open {
  readonly watched: Watched;
  lastAtMs: number;
  readonly close: () => void;
}

/** Pictures that come by many short requests (HLS, stills): open while somebody keeps asking. */
export class PolledViewings {
  readonly #now: () => number;
  readonly #open = new Map<string, Open>();
  readonly #look: NodeJS.Timeout;

  constructor(now: () => number) {
    this.#now = now;
    this.#look = setInterval(() => this.#closeSilent(), lookEveryMs);
    this.#look.unref();
  }

  /** @param sessionId whose picture it is */
  touch(sessionId: string, cameraId: string, viewing: Viewing): void {
    const { watched = 'camera' } = viewing;
    const key = `${sessionId} ${watched} ${cameraId}`;
    const held = this.#open.get(key);
    const lastAtMs = this.#now();
    if (held) held.lastAtMs = lastAtMs;
    else this.#open.set(key, { watched, lastAtMs, close: viewing.opened(cameraId) });
  }

  stop(): void {
    clearInterval(this.#look);
    for (const { close } of this.#open.values()) close();
    this.#open.clear();
  }

  #closeSilent(): void {
    const nowMs = this.#now();
    for (const [key, { watched, lastAtMs, close }] of this.#open) {
      if (nowMs - lastAtMs < silenceMeansClosedMs[watched]) continue;
      this.#open.delete(key);
      close();
    }
  }
}
