import type { SeenProblem } from '../api/problem.ts';
import type { Stream } from '../domain/stream.ts';
import type { PictureFit } from '../domain/view.ts';
import type { Surface } from './surface.ts';

/** The ways to show a picture. */
export const playerNames = ['frames', 'image', 'webcodecs', 'flv', 'hls', 'page'] as const;
export type PlayerName = (typeof playerNames)[number];

/** How far a player has come. A picture counts when it differs from the one before. */
export interface PictureProgress {
  /** Epoch ms by this computer's clock. */
  readonly lastPictureAtMs?: number | undefined;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond?: number | undefined;
  /** Whether what is shown brings a sound along that `hear` can play. */
  readonly hasSound?: boolean | undefined;
  /** Usual time between two pictures, where the source says so. */
  readonly expectedIntervalMs?: number | undefined;
  /** What keeps it from more, while it goes on trying by itself. */
  readonly trouble?:
    | {
        readonly problem: SeenProblem;
        readonly attempt: number;
        readonly retryInMs?: number | undefined;
      }
    | undefined;
}

/** The end of a player: it has stopped, and whoever runs it decides what comes next. */
export interface PlayerFailure {
  readonly problem: SeenProblem;
  /** `other-player`: this one can never show the stream on this computer. */
  readonly remedy: 'retry' | 'other-player';
}

export interface PlayerTask {
  readonly cameraId: string;
  readonly stream: Stream;
  readonly fit: PictureFit;
  /** The name of its tile in this window; stays the same when the player changes. */
  readonly tile: string;
  /** The canvas under the tile; players that bring an element of their own leave it alone. */
  readonly surface: Surface;
  /** Called at most once, and never after `unmount`. */
  readonly onFailure: (failure: PlayerFailure) => void;
}

/** Shows one stream in one element. */
export interface Player {
  mount(host: HTMLElement): void;
  /** Lets go of the stream, the decoder and every element at once. */
  unmount(): void;
  setFit(fit: PictureFit): void;
  progress(): PictureProgress;
  /** The picture shown now at the stream's own resolution. */
  grab(): Promise<Blob | null>;
  /** A copy of the last picture, to stay in the tile until the next player shows its first. */
  still?(): HTMLElement | null;
  /**
   * Lets the person use what it shows, where that is more than a picture.
   * @param onLeave called once when the focus came back or nothing is left to use
   * @returns what ends it
   */
  engage?(onLeave: () => void): () => void;
  /**
   * Lets its sound be heard; it is silent at first.
   * @param volume 0 for silence to 1; null where nobody listens any more
   */
  hear?(volume: number | null): void;
  /** Cuts a wait of its own short, where it has one. */
  retryNow?(): void;
  /** Whether it retries by itself, so that silence is no reason to start it anew. */
  readonly retriesItself: boolean;
  /** Whether another player should have a try where this one, retrying, keeps failing. */
  readonly givesWay?: boolean;
}
