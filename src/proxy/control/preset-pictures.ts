import type { ControlStore } from '../store/control-store.ts';

const largestBytes = 512 * 1024;
/** Longer the person who saves a preset does not wait for its picture; it may come after that. */
const patienceMs = 3000;

export interface PresetPictureParts {
  readonly store: ControlStore;
  /** A JPEG of now. */
  readonly snapshot: (cameraId: string) => Promise<{ readonly bytes: Uint8Array }>;
  readonly now: () => number;
}

/** What each preset looks at, as it was when the preset was saved. */
export class PresetPictures {
  readonly #parts: PresetPictureParts;

  constructor(parts: PresetPictureParts) {
    this.#parts = parts;
  }

  /** @returns when it was taken; undefined where there is none (yet) */
  async take(cameraId: string, presetId: string): Promise<number | undefined> {
    let late: NodeJS.Timeout | undefined;
    const isLate = new Promise<undefined>((resolve) => {
      late = setTimeout(() => resolve(undefined), patienceMs);
    });
    // Without a picture the preset is as good as with one.
    const taken = this.#take(cameraId, presetId).catch(() => undefined);
    const takenAtMs = await Promise.race([taken, isLate]);
    clearTimeout(late);
    return takenAtMs;
  }

  async #take(cameraId: string, presetId: string): Promise<number | undefined> {
    const { store, snapshot, now } = this.#parts;
    // What the preset looked at before is not what it looks at now.
    await store.removePicture(cameraId, presetId);
    const { bytes } = await snapshot(cameraId);
    if (bytes.byteLength > largestBytes) return undefined;
    const takenAtMs = now();
    await store.savePicture({ cameraId, presetId, takenAtMs, jpeg: bytes });
    return takenAtMs;
  }
}
