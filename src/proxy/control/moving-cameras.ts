import type { PtzVelocity } from '../../domain/ptz.ts';
import type { ControlStore } from '../store/control-store.ts';

/** Keeps which cameras may be moving, so that a proxy that was killed stops them when it is back. */
export class MovingCameras {
  readonly #store: ControlStore;
  readonly #onFault: (fault: unknown) => void;
  /** The last write of each camera: one after the other, or an old one could win. */
  readonly #writing = new Map<string, Promise<void>>();

  constructor(store: ControlStore, onFault: (fault: unknown) => void) {
    this.#store = store;
    this.#onFault = onFault;
  }

  /** Begins to write at once; a command never waits for it. */
  keep(cameraId: string, velocities: readonly PtzVelocity[]): void {
    const write = () =>
      velocities.length === 0
        ? this.#store.removeMovement(cameraId)
        : this.#store.saveMovement({ cameraId, velocities });
    const written = this.#after(cameraId, write)
      .catch(this.#onFault)
      .finally(() => {
        if (this.#writing.get(cameraId) === written) this.#writing.delete(cameraId);
      });
    this.#writing.set(cameraId, written);
  }

  async #after(cameraId: string, write: () => Promise<void>): Promise<void> {
    if (this.#writing.has(cameraId)) await this.#writing.get(cameraId);
    await write();
  }

  /** Waits for what is being written. */
  async flush(): Promise<void> {
    await Promise.all(this.#writing.values());
  }
}
