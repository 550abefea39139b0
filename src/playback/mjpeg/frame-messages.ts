import type { SeenProblem } from '../../api/problem.ts';
import type { PictureFit } from '../../domain/view.ts';
import type { Rectangle } from './fit-rectangles.ts';

/** Single pictures over the window's own socket, or video over a socket of its stream. */
export type StreamCoding = 'jpeg' | 'video';

/** Which stream a tile shows, and where on which surface. */
export interface Placement {
  readonly tile: string;
  readonly surface: string;
  readonly cameraId: string;
  readonly streamId: string;
  readonly coding: StreamCoding;
  readonly rectangle: Rectangle;
  readonly fit: PictureFit;
}

/** From the window to its frames worker. */
export type FrameOrder =
  | { readonly type: 'surface'; readonly surface: string; readonly canvas: OffscreenCanvas }
  | {
      readonly type: 'surface-size';
      readonly surface: string;
      readonly width: number;
      readonly height: number;
    }
  | { readonly type: 'surface-gone'; readonly surface: string }
  | {
      readonly type: 'tiles';
      readonly placed: readonly Placement[];
      readonly removed: readonly string[];
    }
  | { readonly type: 'grab'; readonly tile: string; readonly ticket: number }
  | { readonly type: 'retry'; readonly tile: string }
  | { readonly type: 'renew' }
  | { readonly type: 'ping' };

/** Why no pictures come, and when the next try is due; the worker or the proxy does the trying. */
export interface FrameTrouble {
  readonly problem: SeenProblem;
  readonly attempt: number;
  readonly retryInMs?: number | undefined;
}

/** What became of one tile. Sent at most four times a second, and only for tiles that changed. */
export interface TileReport {
  readonly tile: string;
  /** When the newest readable picture that differs from the one before arrived, epoch ms of this computer. */
  readonly lastPictureAtMs?: number | undefined;
  readonly framesDrawn: number;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond?: number | undefined;
  readonly expectedIntervalMs?: number | undefined;
  /**
   * Age of the newest picture when it was drawn: since it reached the proxy, by the proxy's clock;
   * of video, which carries no such date, since it reached this window.
   */
  readonly ageMs?: number | undefined;
  readonly trouble?: FrameTrouble | undefined;
}

/** From the frames worker to its window. */
export type FrameNews =
  | { readonly type: 'reports'; readonly reports: readonly TileReport[] }
  /** The browser has no decoder for what the tile should show. */
  | {
      readonly type: 'unplayable';
      readonly tile: string;
      readonly streamId: string;
      readonly problem: SeenProblem;
    }
  /** Still there. */
  | { readonly type: 'pong' }
  | { readonly type: 'grabbed'; readonly ticket: number; readonly picture: Blob | null };
