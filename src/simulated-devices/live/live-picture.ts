import type { View } from '../motors/view.ts';
import { dateClock } from '../scenery/clock-text.ts';
import { PictureMaker, type Sensor } from '../scenery/picture.ts';
import type { SiteCamera } from '../scenery/scene.ts';

const minuteMs = 60_000;
const usualJpegQuality = 75;
const frameMs = 100;

export type PictureListener = (jpeg: Buffer) => void;

export interface PictureSource {
  readonly camera: SiteCamera;
  readonly now: () => number;
  readonly sensor: () => Sensor;
  /** How it is turned; absent for a camera that never is. */
  readonly view?: () => View;
  readonly zoneOffsetMs: () => number;
  readonly title: () => string;
  /** 1..100. */
  readonly jpegQuality?: number;
}

/** One camera at one size: drawn ten times a second while somebody watches, once for all who do. */
export class LivePicture {
  readonly #source: PictureSource;
  readonly #maker: PictureMaker;
  readonly #listeners = new Set<PictureListener>();
  #timer: NodeJS.Timeout | undefined;
  #latest: { readonly tick: number; readonly jpeg: Buffer } | undefined;
  #frozen = false;

  constructor(source: PictureSource, width: number, height: number) {
    this.#source = source;
    this.#maker = new PictureMaker(source.camera, width, height);
  }

  get watchers(): number {
    return this.#listeners.size;
  }

  /** While frozen, the identical bytes keep coming. */
  freeze(frozen: boolean): void {
    if (frozen) this.current();
    this.#frozen = frozen;
  }

  /** The picture of this tenth of a second. */
  current(): Buffer {
    const nowMs = this.#source.now();
    const tick = Math.floor(nowMs / frameMs);
    if (this.#latest !== undefined && (this.#frozen || this.#latest.tick === tick))
      return this.#latest.jpeg;
    const jpeg = this.#draw(nowMs);
    this.#latest = { tick, jpeg };
    return jpeg;
  }

  watch(listener: PictureListener): void {
    this.#listeners.add(listener);
    listener(this.current());
    if (this.#timer === undefined) this.#wait();
  }

  leave(listener: PictureListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    const nowMs = this.#source.now();
    const delayMs = (Math.floor(nowMs / frameMs) + 1) * frameMs - nowMs;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const jpeg = this.current();
      for (const listener of [...this.#listeners]) listener(jpeg);
      if (this.#listeners.size > 0) this.#wait();
    }, delayMs);
  }

  #draw(nowMs: number): Buffer {
    const { camera, sensor, view, zoneOffsetMs, title, jpegQuality } = this.#source;
    const captions = {
      channel: `CAM ${camera.number}`,
      title: title(),
      clock: dateClock(nowMs, zoneOffsetMs()),
    };
    return this.#maker
      .draw(nowMs % minuteMs, captions, sensor(), view?.())
      .encodeSync('jpeg', jpegQuality ?? usualJpegQuality);
  }
}
