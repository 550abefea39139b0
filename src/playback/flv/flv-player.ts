import mpegts from 'mpegts.js';
import { routes } from '../../api/routes.ts';
import type { PictureFit } from '../../domain/view.ts';
import { codecProblem } from '../codec-problem.ts';
import type { PictureProgress, Player, PlayerFailure, PlayerTask } from '../player.ts';
import { socketAddress } from '../socket-address.ts';
import { VideoScreen } from '../video-screen.ts';
import { flvLoaderClass } from './flv-loader.ts';
import { FlvSoundWatch } from './flv-sound-watch.ts';
import { followLiveEdge } from './live-edge.ts';

mpegts.LoggingControl.enableAll = false;

/** H.264 or H.265 in FLV over a socket, through a video element. */
export class FlvPlayer implements Player {
  readonly retriesItself = false;
  private readonly task: PlayerTask;
  private readonly screen: VideoScreen;
  private engine: mpegts.Player | null = null;
  private hasSound = false;
  private volume: number | null = null;
  private playsSound = false;

  constructor(task: PlayerTask) {
    this.task = task;
    this.screen = new VideoScreen(task.fit, () => followLiveEdge(this.screen.video));
  }

  mount(host: HTMLElement): void {
    this.screen.mount(host);
    this.screen.video.onerror = () => this.fail(mediaFailure(this.screen.video.error));
    this.open();
  }

  private open(): void {
    const url = socketAddress(
      routes.flv(this.task.cameraId, this.task.stream.id),
      window.location.origin,
    );
    const watch = new FlvSoundWatch(() => {
      this.hasSound = true;
      // Not in the middle of what the engine is about to be given.
      queueMicrotask(() => this.playWanted());
    });
    const engine = mpegts.createPlayer(
      { type: 'flv', isLive: true, hasAudio: this.playsSound, url },
      {
        // A loader of our own cannot be handed to a worker, and repacking FLV is cheap.
        enableWorker: false,
        enableStashBuffer: false,
        lazyLoad: false,
        deferLoadAfterSourceOpen: false,
        // Following the live edge is `followLiveEdge`'s job; two of them would fight.
        liveBufferLatencyChasing: false,
        liveSync: false,
        autoCleanupSourceBuffer: true,
        autoCleanupMaxBackwardDuration: 12,
        autoCleanupMinBackwardDuration: 6,
        customLoader: flvLoaderClass(
          (piece) => watch.push(piece),
          (problem) => this.fail({ problem, remedy: 'retry' }),
        ),
      },
    );
    this.engine = engine;
    engine.on(mpegts.Events.ERROR, (_type: string, detail: string, info: EngineFault) => {
      if (this.engine === engine) this.fail(engineFailure(detail, info));
    });
    engine.attachMediaElement(this.screen.video);
    engine.load();
  }

  unmount(): void {
    const { engine } = this;
    this.engine = null;
    this.screen.video.onerror = null;
    engine?.destroy();
    this.screen.unmount();
  }

  setFit(fit: PictureFit): void {
    this.screen.setFit(fit);
  }

  progress(): PictureProgress {
    return { ...this.screen.progress(), hasSound: this.hasSound };
  }

  hear(volume: number | null): void {
    this.volume = volume;
    this.screen.hear(volume);
    this.playWanted();
  }

  /** Sound is left out until somebody wants it, and then the stream has to begin anew. */
  private playWanted(): void {
    if (this.engine === null || this.playsSound || !this.hasSound || this.volume === null) return;
    this.playsSound = true;
    this.engine.destroy();
    this.open();
  }

  grab(): Promise<Blob | null> {
    return this.screen.grab();
  }

  still(): HTMLElement | null {
    return this.screen.still();
  }

  private fail(failure: PlayerFailure): void {
    if (this.engine === null) return;
    this.task.onFailure(failure);
  }
}

/** What mpegts.js says besides; an error of the media source keeps the number that the browser gave it. */
interface EngineFault {
  readonly code?: number;
}

/** What an error of the transmuxer means for the next try. */
function engineFailure(detail: string, { code }: EngineFault): PlayerFailure {
  const { ErrorDetails } = mpegts;
  const noBuffer =
    detail === ErrorDetails.MEDIA_MSE_ERROR && code === DOMException.NOT_SUPPORTED_ERR;
  if (noBuffer || detail === ErrorDetails.MEDIA_CODEC_UNSUPPORTED) {
    return { problem: codecProblem, remedy: 'other-player' };
  }
  if (
    detail === ErrorDetails.MEDIA_FORMAT_UNSUPPORTED ||
    detail === ErrorDetails.MEDIA_FORMAT_ERROR
  ) {
    return { problem: { kind: 'malformed-reply', reason: 'not-a-stream' }, remedy: 'retry' };
  }
  return { problem: { kind: 'malformed-reply', reason: 'unexpected-reply' }, remedy: 'retry' };
}

function mediaFailure(error: MediaError | null): PlayerFailure {
  const problem = error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED ? codecProblem : null;
  return problem === null
    ? { problem: { kind: 'malformed-reply', reason: 'not-a-stream' }, remedy: 'retry' }
    : { problem, remedy: 'other-player' };
}
