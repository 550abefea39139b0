import type { Size } from './fit-rectangles.ts';
import type { FrameTrouble } from './frame-messages.ts';

/** The number that the proxy gave a feed, or our own name of one that has a connection of its own. */
export type FeedKey = number | string;

/** One stream in the frames worker, whatever the number of tiles that show it. */
export interface PictureFeed {
  /** Size of the newest picture as it was sent. */
  readonly shape: Size | null;
  /** When the newest readable picture came, epoch ms of this computer. */
  readonly lastPictureAtMs: number | undefined;
  readonly ageMs: number | undefined;
  readonly framesDrawn: number;
  readonly framesPerSecond: number | undefined;
  /** Pictures in a row that no decoder could read. */
  readonly unreadable: number;
  /** What it runs into by itself, where it has a connection of its own. */
  readonly trouble?: FrameTrouble | undefined;
  /** Shows the newest picture again, after the place that it is shown at has changed. */
  redraw(): void;
  /** The newest picture at its own size. */
  grab(): Promise<Blob | null>;
  close(): void;
}
