import type { PictureFit } from '../domain/view.ts';
import type { PictureProgress } from './player.ts';
import { RateMeter } from './rate-meter.ts';

/** What is used of what a browser says of a frame. */
type PresentedFrame = Pick<VideoFrameCallbackMetadata, 'mediaTime' | 'presentedFrames'>;

/** Where a browser does not tell of its frames (Firefox before 132), these say that one has come. */
const frameEvents = ['loadeddata', 'timeupdate', 'seeked'] as const;

/** A video element, silent at first, that counts the frames it really presents. */
export class VideoScreen {
  readonly video = document.createElement('video');
  private readonly rate = new RateMeter();
  private readonly onFrame: (frame: PresentedFrame) => void;
  private lastPictureAtMs: number | undefined;
  private presentedFrames = 0;
  private request = 0;

  /** @param onFrame called for every frame that was presented */
  constructor(fit: PictureFit, onFrame: (frame: PresentedFrame) => void) {
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
    if (tellsFrames(this.video)) this.video.cancelVideoFrameCallback(this.request);
    for (const event of frameEvents) this.video.removeEventListener(event, this.frameByEvent);
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
    if (tellsFrames(this.video)) {
      this.request = this.video.requestVideoFrameCallback((_now, frame) => {
        this.note(frame);
        this.follow();
      });
    } else for (const event of frameEvents) this.video.addEventListener(event, this.frameByEvent);
  }

  private note(frame: PresentedFrame): void {
    const nowMs = Date.now();
    const count = frame.presentedFrames - this.presentedFrames;
    this.presentedFrames = frame.presentedFrames;
    this.lastPictureAtMs = nowMs;
    this.rate.mark(nowMs, count);
    this.onFrame(frame);
  }

  private readonly frameByEvent = (): void => {
    const { readyState, currentTime: mediaTime } = this.video;
    if (readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    const { totalVideoFrames, droppedVideoFrames } = this.video.getVideoPlaybackQuality();
    const presentedFrames = totalVideoFrames - droppedVideoFrames;
    const isNew = presentedFrames !== this.presentedFrames || this.video.paused;
    if (isNew) this.note({ mediaTime, presentedFrames });
  };
}

function tellsFrames(video: Partial<HTMLVideoElement>): boolean {
  return typeof video.requestVideoFrameCallback === 'function';
}
