import type { SeenProblem } from '../../api/problem.ts';
import type { RecordedFileView } from '../../api/recordings.ts';
import type { PictureFit } from '../../domain/view.ts';
import { codecProblem } from '../codec-problem.ts';
import { VideoScreen } from '../video-screen.ts';
import { jumpThresholdMs, nudgedRate } from './correction.ts';
import type { Moment } from './moment.ts';
import { seekVideo } from './seek-video.ts';

/** At rest a picture is left alone when it is about right, so that a pause shows no jump. */
const restToleranceMs = 120;
/** After a jump it is to be the picture that was asked for. */
const exactMs = 5;
const usualFrameMs = 40;
/** Picture by picture, the clock waits for one that is further behind; of the time that passes here. */
const longestLagMs = 800;
/** Below it is a file that ends earlier than its device says. */
const leastStretch = 2;

export interface ScreenTask {
  readonly file: RecordedFileView;
  /** The instant that is wanted of it first. */
  readonly fromMs: number;
  /** Where its bytes come from. */
  readonly address: string;
  readonly fit: PictureFit;
  /** Why the bytes do not come; null where they do, so that it is the browser that cannot play them. */
  readonly problemOf: (file: RecordedFileView, signal: AbortSignal) => Promise<SeenProblem | null>;
  readonly changed: () => void;
}

/** One file in a video element that is led by a clock. */
export class RecordedScreen {
  readonly file: RecordedFileView;
  problem: SeenProblem | null = null;
  readonly #screen: VideoScreen;
  readonly #ending = new AbortController();
  #frameMs = usualFrameMs;
  #shownMs: number | null = null;
  #jump = -1;

  constructor(task: ScreenTask) {
    this.file = task.file;
    this.#screen = new VideoScreen(task.fit, ({ mediaTime }) => this.#note(mediaTime * 1000));
    const { video } = this.#screen;
    video.autoplay = false;
    video.preload = 'auto';
    for (const event of ['loadeddata', 'seeked', 'canplay', 'ended'] as const) {
      video.addEventListener(event, task.changed, { signal: this.#ending.signal });
    }
    video.addEventListener('error', () => void this.#explain(task), {
      signal: this.#ending.signal,
    });
    // A fragment, so that it opens where it is wanted and decodes nothing before.
    const seconds = Math.max(0, task.fromMs - task.file.fromMs) / 1000;
    video.src = seconds > 0 ? `${task.address}#t=${seconds.toFixed(3)}` : task.address;
  }

  mount(host: HTMLElement): void {
    this.#screen.mount(host);
    this.show(false);
  }

  unmount(): void {
    this.#ending.abort();
    this.#screen.unmount();
  }

  /** The next file waits behind the present one. */
  show(shown: boolean): void {
    this.#screen.video.style.visibility = shown ? 'visible' : 'hidden';
  }

  /** Whether there is a picture of it. */
  get hasPicture(): boolean {
    return this.#screen.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  }

  /** Whether it shows what the clock says, and can go on. */
  isReady({ atMs, rate, byPicture }: Moment): boolean {
    const { video } = this.#screen;
    if (byPicture && this.#shownMs !== null) {
      // The picture before stays meanwhile, unless it is too long ago.
      return !video.seeking || Math.abs(this.positionMs - atMs) <= longestLagMs * rate;
    }
    if (!this.hasPicture || video.seeking) return false;
    return video.readyState > HTMLMediaElement.HAVE_CURRENT_DATA || this.#isOver(atMs);
  }

  /** The instant of its picture: a jump that is under way has not shown its own yet. */
  get positionMs(): number {
    const { video } = this.#screen;
    const atMs = video.seeking && this.#shownMs !== null ? this.#shownMs : video.currentTime * 1000;
    return this.file.fromMs + atMs * this.#stretch;
  }

  get size(): { readonly width: number; readonly height: number } {
    const { videoWidth: width, videoHeight: height } = this.#screen.video;
    return { width, height };
  }

  /** An instant in the picture before or after the one that is shown. */
  besides(direction: 1 | -1): number {
    const atMs = this.#screen.video.currentTime * 1000;
    const shownMs = this.#shownMs ?? atMs;
    const next = direction === 1 ? Math.max(atMs, shownMs) + this.#frameMs : shownMs;
    const besideMs = direction === 1 ? next : next - this.#frameMs / 2;
    return this.file.fromMs + besideMs * this.#stretch;
  }

  grab(): Promise<Blob | null> {
    return this.#screen.grab();
  }

  follow({ atMs, rate, motion, byPicture, jump }: Moment): void {
    const { video } = this.#screen;
    if (Number.isNaN(video.duration)) return;
    const stretch = this.#stretch;
    const targetMs = Math.min((atMs - this.file.fromMs) / stretch, this.#lastMs);
    const driftMs = video.currentTime * 1000 - targetMs;
    const hasLeapt = jump !== this.#jump;
    const isStill = stretch > 1 || byPicture;
    const toleranceMs = isStill ? usualFrameMs : this.#tolerance(motion, rate, hasLeapt);
    if (Math.abs(driftMs) > toleranceMs) {
      // A jump that is under way is finished first: many in a row would show no picture at all.
      if (video.seeking) return;
      seekVideo(video, Math.max(0, targetMs) / 1000, byPicture && !hasLeapt);
    }
    this.#jump = jump;
    if (motion !== 'plays' || isStill || this.#isOver(atMs)) {
      if (!video.paused) video.pause();
      return;
    }
    const wanted = nudgedRate(driftMs, rate);
    if (Math.abs(video.playbackRate - wanted) > 0.004) video.playbackRate = wanted;
    // Pausing before it has begun rejects, and so does a file that cannot be played, which says so.
    if (video.paused) video.play().catch(() => undefined);
  }

  #tolerance(motion: Moment['motion'], rate: number, hasLeapt: boolean): number {
    if (hasLeapt) return exactMs;
    if (motion === 'stands') return restToleranceMs;
    return jumpThresholdMs(rate);
  }

  /** A file may end earlier than the device says; then its last picture stays. */
  get #lastMs(): number {
    const { duration } = this.#screen.video;
    return Math.max(0, (Number.isFinite(duration) ? duration * 1000 : Infinity) - 1);
  }

  /**
   * By how much longer the time of a file is than its film: the pictures of hours in a minute are
   * shown one by one, each at its time.
   */
  get #stretch(): number {
    const { duration } = this.#screen.video;
    if (!(duration > 0) || !Number.isFinite(duration)) return 1;
    const stretch = (this.file.toMs - this.file.fromMs) / (duration * 1000);
    return stretch > leastStretch ? stretch : 1;
  }

  #isOver(atMs: number): boolean {
    const mediaMs = (atMs - this.file.fromMs) / this.#stretch;
    return this.#screen.video.ended || mediaMs >= this.#lastMs;
  }

  #note(mediaMs: number): void {
    const passedMs = mediaMs - (this.#shownMs ?? mediaMs);
    const { paused, playbackRate } = this.#screen.video;
    if (!paused && playbackRate <= 1.06 && passedMs > 5 && passedMs < 500) {
      this.#frameMs = passedMs;
    }
    this.#shownMs = mediaMs;
  }

  async #explain(task: ScreenTask): Promise<void> {
    const { signal } = this.#ending;
    const found = await task.problemOf(this.file, signal);
    if (signal.aborted) return;
    this.problem = found ?? codecProblem;
    task.changed();
  }
}
