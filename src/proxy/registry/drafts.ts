import type { CameraId } from '../../domain/camera.ts';
import type { ActiveDevice } from './active-device.ts';

const keepMs = 15 * 60_000;
/** A forgotten wizard costs a connection; more than this nobody has open. */
const mostDrafts = 16;

/** Devices that a probe found and nobody has saved yet. Their cameras play all the same. */
export class Drafts {
  readonly #drafts = new Map<
    string,
    { device: ActiveDevice; timer: ReturnType<typeof setTimeout> }
  >();
  readonly #onDropped: (device: ActiveDevice) => void;

  /** @param onDropped is told of a draft that is gone without having been saved */
  constructor(onDropped: (device: ActiveDevice) => void) {
    this.#onDropped = onDropped;
  }

  add(device: ActiveDevice): void {
    const [oldest] = this.#drafts.keys();
    if (this.#drafts.size >= mostDrafts && oldest !== undefined) this.#drop(oldest);
    const timer = setTimeout(() => this.#drop(device.id), keepMs);
    timer.unref();
    this.#drafts.set(device.id, { device, timer });
  }

  get(draftId: string): ActiveDevice | undefined {
    return this.#drafts.get(draftId)?.device;
  }

  /** Lets go of a draft that has been saved; its connection lives on. */
  release(draftId: string): void {
    clearTimeout(this.#drafts.get(draftId)?.timer);
    this.#drafts.delete(draftId);
  }

  deviceOfCamera(cameraId: CameraId): ActiveDevice | undefined {
    for (const { device } of this.#drafts.values()) {
      if (device.cameras.some((camera) => camera.row.id === cameraId)) return device;
    }
    return undefined;
  }

  close(): void {
    for (const draftId of [...this.#drafts.keys()]) this.#drop(draftId);
  }

  #drop(draftId: string): void {
    const draft = this.#drafts.get(draftId);
    if (!draft) return;
    this.release(draftId);
    this.#onDropped(draft.device);
  }
}
