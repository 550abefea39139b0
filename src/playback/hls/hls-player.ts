import Hls, { type ErrorData } from 'hls.js/light';
import { type Problem, problemSchema } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import type { PictureFit } from '../../domain/view.ts';
import { codecProblem } from '../codec-problem.ts';
import type { PictureProgress, Player, PlayerFailure, PlayerTask } from '../player.ts';
import { VideoScreen } from '../video-screen.ts';
import { hlsConfig } from './hls-config.ts';

/** H.264 in HLS segments: by MSE where there is any, else by the browser itself. */
export class HlsPlayer implements Player {
  readonly retriesItself = false;
  private readonly task: PlayerTask;
  private readonly screen: VideoScreen;
  private engine: Hls | null = null;
  private recovered = false;
  private ended = false;
  private hasSound = false;

  constructor(task: PlayerTask) {
    this.task = task;
    this.screen = new VideoScreen(task.fit, () => undefined);
  }

  mount(host: HTMLElement): void {
    const { video } = this.screen;
    const playlist = routes.hlsPlaylist(this.task.cameraId, this.task.stream.id);
    this.screen.mount(host);
    if (!Hls.isSupported()) {
      video.onerror = () => this.fail({ problem: brokenStream, remedy: 'retry' });
      video.src = playlist;
      return;
    }
    const engine = new Hls(hlsConfig);
    this.engine = engine;
    engine.on(Hls.Events.ERROR, (_event, data) => this.judge(data));
    engine.on(Hls.Events.BUFFER_CREATED, (_event, { tracks }) => {
      this.hasSound = tracks.audio !== undefined || tracks.audiovideo !== undefined;
    });
    engine.attachMedia(video);
    engine.loadSource(playlist);
  }

  unmount(): void {
    this.ended = true;
    this.screen.video.onerror = null;
    this.engine?.destroy();
    this.engine = null;
    this.screen.unmount();
  }

  setFit(fit: PictureFit): void {
    this.screen.setFit(fit);
  }

  progress(): PictureProgress {
    return { ...this.screen.progress(), hasSound: this.hasSound };
  }

  hear(volume: number | null): void {
    this.screen.hear(volume);
  }

  grab(): Promise<Blob | null> {
    return this.screen.grab();
  }

  still(): HTMLElement | null {
    return this.screen.still();
  }

  private judge(data: ErrorData): void {
    if (!data.fatal) return;
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR && !this.recovered && !isCodecFault(data)) {
      this.recovered = true;
      this.engine?.recoverMediaError();
      return;
    }
    this.fail(hlsFailure(data));
  }

  private fail(failure: PlayerFailure): void {
    if (this.ended) return;
    this.ended = true;
    this.task.onFailure(failure);
  }
}

const brokenStream: Problem = { kind: 'malformed-reply', reason: 'not-a-stream' };

type FaultFacts = Pick<ErrorData, 'type' | 'details'> & {
  readonly networkDetails?: unknown;
};

/** What a fatal error of hls.js means for the next try. */
function hlsFailure(data: FaultFacts): PlayerFailure {
  if (isCodecFault(data)) {
    return { problem: codecProblem, remedy: 'other-player' };
  }
  if (data.type !== Hls.ErrorTypes.NETWORK_ERROR) return { problem: brokenStream, remedy: 'retry' };
  const problem = problemOfReply(data.networkDetails) ?? {
    kind: 'unreachable',
    reason: 'connection-lost',
  };
  return { problem, remedy: 'retry' };
}

function isCodecFault({ details }: FaultFacts): boolean {
  return (
    details === Hls.ErrorDetails.MANIFEST_INCOMPATIBLE_CODECS_ERROR ||
    details === Hls.ErrorDetails.BUFFER_ADD_CODEC_ERROR ||
    details === Hls.ErrorDetails.BUFFER_INCOMPATIBLE_CODECS_ERROR
  );
}

/** The proxy answers every failed request with a Problem. */
function problemOfReply(request: unknown): Problem | null {
  if (!(request instanceof XMLHttpRequest) || request.status < 400) return null;
  try {
    const parsed = problemSchema.safeParse(JSON.parse(String(request.response)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Something else than our proxy answered; the failure stands without its words.
    return null;
  }
}
