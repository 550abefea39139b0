import type { PictureFit } from '../domain/view.ts';
import type { PictureProgress } from './player.ts';
import { RateMeter } from './rate-meter.ts';

/** A video element, silent at first, that counts the frames it really presents. */
export class VideoScreen {
  readonly video = document.createElement('video');
  private readonly rate = new RateMeter();
  private readonly onFrame: (frame: VideoFrameCallbackMetadata) => void;
  private lastPictureAtMs: number | undefined;
  private presentedFrames = 0;
  private request = 0;

  /** @param onFrame called for every frame that was presented */
  constructor(fit: PictureFit, onFrame: (frame: VideoFrameCallbackMetadata) => void) {
    this.onFrame = onFrame;
    this.video.muted = true;
    this.video.playsInline = true;
    this.video.autoplay = true;
    this.video.disablePictureInPicture = true;
    this.video.tabIndex = -1;
    this.video.setAttribute('aria-hidden', 'true');
    this.video.className = 'absolute inset-0 size-full bg-black';
    this.video.style.objectFit = fit;
  }

  mount(host: HTMLElement): void {
    host.append(this.video);
    this.follow();
  }

  unmount(): void {
    this.video.cancelVideoFrameCallback(this.request);
    // An element that keeps its source keeps its decoder: the browser allows only so many.
    this.video.removeAttribute('src');
    this.video.load();
    this.video.remove();
  }

  setFit(fit: PictureFit): void {
    this.video.style.objectFit = fit;
  }

  /** @param volume 0 for silence to 1; null where nobody listens */
  hear(volume: number | null): void {
    this.video.muted = volume === null;
    this.video.volume = volume ?? 1;
  }

  progress(): PictureProgress {
    return {
      lastPictureAtMs: this.lastPictureAtMs,
      width: this.video.videoWidth,
      height: this.video.videoHeight,
      framesPerSecond: this.rate.framesPerSecond,
    };
  }

  async grab(): Promise<Blob | null> {
    const canvas = this.still();
    if (canvas === null) return null;
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.95));
  }

  /** The present picture, independent of the video. */
  still(): HTMLCanvasElement | null {
    const { videoWidth: width, videoHeight: height } = this.video;
    if (width === 0 || height === 0 || this.lastPictureAtMs === undefined) return null;
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.className = this.video.className;
    canvas.style.objectFit = this.video.style.objectFit;
    canvas.getContext('2d', { alpha: false })?.drawImage(this.video, 0, 0, width, height);
    return canvas;
  }

  private follow(): void {
    this.request = this.video.requestVideoFrameCallback((_now, frame) => {
      const nowMs = Date.now();
      const count = frame.presentedFrames - this.presentedFrames;
      this.presentedFrames = frame.presentedFrames;
      this.lastPictureAtMs = nowMs;
      this.rate.mark(nowMs, count);
      this.onFrame(frame);
      this.follow();
    });
  }
}
