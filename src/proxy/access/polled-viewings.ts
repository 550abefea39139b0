import type { Viewing } from './viewing.ts';

/** Longer than a window waits between two requests of one picture. */
const silenceMeansClosedMs = 20_000;
const lookEveryMs = 5000;

/** Pictures that come by many short requests (HLS, stills): open while somebody keeps asking. */
export class PolledViewings {
  readonly #now: () => number;
  readonly #open = new Map<string, { lastAtMs: number; close: () => void }>();
  readonly #look: NodeJS.Timeout;

  constructor(now: () => number) {
    this.#now = now;
    this.#look = setInterval(() => this.#closeSilent(), lookEveryMs);
    this.#look.unref();
  }

  /** @param sessionId whose picture it is */
  touch(sessionId: string, cameraId: string, viewing: Viewing): void {
    const key = `${sessionId} ${cameraId}`;
    const held = this.#open.get(key);
    const lastAtMs = this.#now();
    if (held) held.lastAtMs = lastAtMs;
    else this.#open.set(key, { lastAtMs, close: viewing.opened(cameraId) });
  }

  stop(): void {
    clearInterval(this.#look);
    for (const { close } of this.#open.values()) close();
    this.#open.clear();
  }

  #closeSilent(): void {
    const nowMs = this.#now();
    for (const [key, { lastAtMs, close }] of this.#open) {
      if (nowMs - lastAtMs < silenceMeansClosedMs) continue;
      this.#open.delete(key);
      close();
    }
  }
}
