import type { PictureFit } from '../../domain/view.ts';
import type { PictureProgress, Player, PlayerTask } from '../player.ts';
import { RateMeter } from '../rate-meter.ts';
import type { FrameTrouble } from './frame-messages.ts';
import type { ImageFrames } from './image-frames.ts';
import { unreadableTrouble } from './tile-reporter.ts';

/**
 * Pictures in a plain `<img>`, where no worker can draw. They come over the frames socket too: an
 * endless HTTP response would take one of the six connections that a browser has for a host.
 */
export class ImagePlayer implements Player {
  readonly retriesItself = true;
  private readonly frames: ImageFrames;
  private readonly task: PlayerTask;
  private readonly image = document.createElement('img');
  private readonly rate = new RateMeter();
  private newest: Blob | null = null;
  private newestAtMs = 0;
  private loadingAtMs = 0;
  private unreadable = 0;
  private shownUrl: string | null = null;
  private loadingUrl: string | null = null;
  private waiting = false;
  private lastPictureAtMs: number | undefined;
  private expectedIntervalMs: number | undefined;
  private trouble: FrameTrouble | undefined;

  constructor(frames: ImageFrames, task: PlayerTask) {
    this.frames = frames;
    this.task = task;
    this.image.alt = '';
    this.image.className = 'absolute inset-0 size-full';
    this.image.style.objectFit = task.fit;
    this.image.onload = () => this.finish(true);
    this.image.onerror = () => this.finish(false);
  }

  mount(host: HTMLElement): void {
    host.append(this.image);
    const { tile, cameraId, stream } = this.task;
    this.frames.watch(tile, cameraId, stream.id, {
      onPicture: (jpeg) => this.offer(jpeg),
      onTrouble: (trouble) => {
        this.trouble = trouble;
      },
      onInterval: (expectedIntervalMs) => {
        this.expectedIntervalMs = expectedIntervalMs;
      },
    });
  }

  unmount(): void {
    this.frames.unwatch(this.task.tile);
    this.image.onload = null;
    this.image.onerror = null;
    this.image.removeAttribute('src');
    this.image.remove();
    this.revoke(this.loadingUrl);
    this.revoke(this.shownUrl);
    this.loadingUrl = null;
    this.shownUrl = null;
    this.newest = null;
  }

  setFit(fit: PictureFit): void {
    this.image.style.objectFit = fit;
  }

  progress(): PictureProgress {
    return {
      lastPictureAtMs: this.lastPictureAtMs,
      width: this.image.naturalWidth,
      height: this.image.naturalHeight,
      framesPerSecond: this.rate.framesPerSecond,
      expectedIntervalMs: this.expectedIntervalMs,
      trouble: this.trouble ?? unreadableTrouble(this.unreadable),
    };
  }

  grab(): Promise<Blob | null> {
    return Promise.resolve(this.newest);
  }

  retryNow(): void {
    this.frames.retry(this.task.tile);
  }

  private offer(jpeg: Blob): void {
    this.newest = jpeg;
    this.newestAtMs = Date.now();
    this.rate.mark(this.newestAtMs);
    this.waiting = true;
    if (this.loadingUrl === null) this.load();
  }

  private load(): void {
    if (this.newest === null) return;
    this.waiting = false;
    this.loadingAtMs = this.newestAtMs;
    this.loadingUrl = URL.createObjectURL(this.newest);
    this.image.src = this.loadingUrl;
  }

  private finish(readable: boolean): void {
    this.unreadable = readable ? 0 : this.unreadable + 1;
    if (readable) this.lastPictureAtMs = this.loadingAtMs;
    this.revoke(this.shownUrl);
    this.shownUrl = this.loadingUrl;
    this.loadingUrl = null;
    if (this.waiting) this.load();
  }

  private revoke(url: string | null): void {
    if (url !== null) URL.revokeObjectURL(url);
  }
}
