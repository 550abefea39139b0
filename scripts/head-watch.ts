import { setTimeout as pause } from 'node:timers/promises';
import type { HeadReport } from '../src/simulated-devices/control/device-controls.ts';
import { SiteControl } from './site-control.ts';
import type { TurningCamera } from './turning-cameras.ts';

const askEveryMs = 40;

/** The heads of one site, asked for as long as somebody waits for one. */
export class HeadWatch {
  readonly control: SiteControl;
  readonly #waiting = new Set<(heads: Readonly<Record<string, readonly HeadReport[]>>) => void>();
  #asks = false;

  constructor(controlOrigin: string) {
    this.control = new SiteControl(controlOrigin);
  }

  /** @returns the head as it is then; null where it is not so within the time */
  async until(
    { device, camera }: TurningCamera,
    holds: (head: HeadReport) => boolean,
    withinMs: number,
  ): Promise<HeadReport | null> {
    const endsAtMs = performance.now() + withinMs;
    return new Promise((resolve) => {
      const look = (heads: Readonly<Record<string, readonly HeadReport[]>>) => {
        const head = heads[device]?.find((one) => one.camera === camera);
        const found = head !== undefined && holds(head);
        if (!found && performance.now() < endsAtMs) return;
        this.#waiting.delete(look);
        resolve(found ? head : null);
      };
      this.#waiting.add(look);
      if (!this.#asks) void this.#ask();
    });
  }

  async moves(camera: TurningCamera): Promise<void> {
    const head = await this.until(camera, ({ moving }) => moving, 15_000);
    if (head === null) throw new RangeError(`${camera.name} does not move`);
  }

  /** @returns when its last motor came to rest, epoch ms; endless where it runs away */
  async standsAtMs(camera: TurningCamera): Promise<number> {
    const head = await this.until(camera, ({ moving }) => !moving, 15_000);
    return head?.stoppedAtMs ?? Number.POSITIVE_INFINITY;
  }

  async #ask(): Promise<void> {
    this.#asks = true;
    while (this.#waiting.size > 0) {
      const heads = await this.control.heads();
      for (const look of [...this.#waiting]) look(heads);
      await pause(askEveryMs);
    }
    this.#asks = false;
  }
}
