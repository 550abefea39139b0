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

  /**
   * @param shown what the window that saved shows, for a device that gives no picture
   * @returns when it was taken; undefined where there is none (yet)
   */
  async take(
    cameraId: string,
    presetId: string,
    shown: Uint8Array | null,
  ): Promise<number | undefined> {
    let late: NodeJS.Timeout | undefined;
    const isLate = new Promise<undefined>((resolve) => {
      late = setTimeout(() => resolve(undefined), patienceMs);
    });
    // Without a picture the preset is as good as with one.
    const taken = this.#take(cameraId, presetId, shown).catch(() => undefined);
    const takenAtMs = await Promise.race([taken, isLate]);
    clearTimeout(late);
    return takenAtMs;
  }

  async #take(
    cameraId: string,
    presetId: string,
    shown: Uint8Array | null,
  ): Promise<number | undefined> {
    const { store, now } = this.#parts;
    // What the preset looked at before is not what it looks at now.
    await store.removePicture(cameraId, presetId);
    const jpeg = (await this.#own(cameraId)) ?? shown;
    if (jpeg === null) return undefined;
    const takenAtMs = now();
    await store.savePicture({ cameraId, presetId, takenAtMs, jpeg });
    return takenAtMs;
  }

  /** What the device itself gives; null where it has none, or none that is worth its room. */
  async #own(cameraId: string): Promise<Uint8Array | null> {
    try {
      const { bytes } = await this.#parts.snapshot(cameraId);
      return bytes.byteLength > largestBytes ? null : bytes;
    } catch {
      return null;
    }
  }
}
