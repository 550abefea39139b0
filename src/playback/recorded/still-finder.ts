import type { RecordedFileView } from '../../api/recordings.ts';
import { seekVideo } from './seek-video.ts';

/** A picture out of a film, small. */
export interface Still {
  /** The instant of the picture itself, which may lie beside the one that was asked for. */
  readonly atMs: number;
  readonly picture: HTMLCanvasElement;
}

const wide = 208;
/** Whatever takes longer is no help to somebody who searches. */
const longestMs = 4000;
/** Below it is a file that ends earlier than its device says; above, a time-lapse. */
const leastStretch = 2;

/**
 * Takes single pictures out of films, with one video element that nobody sees. It reads no more than
 * the picture takes, and gives the element back when it ends.
 */
export class StillFinder {
  #video: HTMLVideoElement | null = null;
  #file: RecordedFileView | null = null;

  /** @returns null where the film does not come, or cannot be played here */
  async find(
    file: RecordedFileView,
    address: string,
    atMs: number,
    signal: AbortSignal,
  ): Promise<Still | null> {
    const video = this.#videoOf(file, address);
    const isThere = await until(video, signal, () => video.readyState >= video.HAVE_METADATA);
    if (!isThere) return this.#giveUp(signal);
    const stretch = stretchOf(file, video.duration);
    const lastMs = Math.max(0, video.duration * 1000 - 40);
    const wantedMs = Math.max(0, Math.min((atMs - file.fromMs) / stretch, lastMs));
    if (Math.abs(video.currentTime * 1000 - wantedMs) > 1) seekVideo(video, wantedMs / 1000, true);
    const hasCome = await until(
      video,
      signal,
      () => !video.seeking && video.readyState >= video.HAVE_CURRENT_DATA,
    );
    if (!hasCome) return this.#giveUp(signal);
    const picture = drawn(video);
    const shownMs = file.fromMs + video.currentTime * 1000 * stretch;
    return picture && { atMs: Math.min(shownMs, file.toMs), picture };
  }

  /** Gives back the decoder and the connection. */
  end(): void {
    this.#video?.removeAttribute('src');
    this.#video?.load();
    this.#video = null;
    this.#file = null;
  }

  #videoOf(file: RecordedFileView, address: string): HTMLVideoElement {
    const video = this.#video ?? document.createElement('video');
    this.#video = video;
    if (this.#file?.fileId === file.fileId) return video;
    this.#file = file;
    video.muted = true;
    video.playsInline = true;
    // Otherwise it reads on behind the picture.
    video.preload = 'metadata';
    video.src = address;
    video.load();
    return video;
  }

  #giveUp(signal: AbortSignal): null {
    // Whoever ended it has given everything back already.
    if (!signal.aborted) this.end();
    return null;
  }
}

function stretchOf({ fromMs, toMs }: RecordedFileView, duration: number): number {
  const stretch = (toMs - fromMs) / (duration * 1000);
  return Number.isFinite(stretch) && stretch > leastStretch ? stretch : 1;
}

function drawn(video: HTMLVideoElement): HTMLCanvasElement | null {
  const { videoWidth, videoHeight } = video;
  const canvas = document.createElement('canvas');
  canvas.width = wide;
  canvas.height = Math.max(1, Math.round((wide * videoHeight) / Math.max(1, videoWidth)));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context || videoWidth === 0) return null;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** @returns false where it fails, takes too long or is not wanted any more */
function until(
  video: HTMLVideoElement,
  signal: AbortSignal,
  isSo: () => boolean,
): Promise<boolean> {
  return new Promise((resolve) => {
    const ending = new AbortController();
    const end = (answer: boolean) => {
      clearTimeout(timer);
      ending.abort();
      resolve(answer);
    };
    const timer = setTimeout(() => end(false), longestMs);
    const look = () => {
      if (signal.aborted || video.error !== null) end(false);
      else if (isSo()) end(true);
    };
    const options = { signal: ending.signal };
    for (const event of ['loadedmetadata', 'loadeddata', 'seeked', 'canplay', 'error'] as const) {
      video.addEventListener(event, look, options);
    }
    signal.addEventListener('abort', look, options);
    look();
  });
}
