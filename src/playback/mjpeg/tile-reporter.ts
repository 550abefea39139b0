import type { Size } from './fit-rectangles.ts';
import type { FrameTrouble, Placement, TileReport } from './frame-messages.ts';
import type { FeedKey, PictureFeed } from './picture-feed.ts';

/** What the frames worker knows of one tile. */
export interface Tile {
  placement: Placement;
  /** Its feed, which the proxy numbers anew on each socket. */
  feed: FeedKey | undefined;
  /** Size of the picture that is drawn there now. */
  shape?: Size | undefined;
  expectedIntervalMs?: number | undefined;
  trouble?: FrameTrouble | undefined;
  /** What its feed had come to when the socket was lost. */
  past?: TileReport | undefined;
}

const unreadableMeansTrouble = 5;
const unreadableProblem: FrameTrouble = {
  problem: { kind: 'malformed-reply', reason: 'not-a-picture' },
  attempt: 0,
};

/** Gathers what changed since the last time, so that a quiet wall sends nothing to its window. */
export class TileReporter {
  private readonly sent = new Map<string, string>();

  collect(tiles: Iterable<Tile>, feedOf: (tile: Tile) => PictureFeed | undefined): TileReport[] {
    const reports: TileReport[] = [];
    for (const tile of tiles) {
      const report = reportOf(tile, feedOf(tile));
      const mark = `${report.framesDrawn}|${report.lastPictureAtMs}|${JSON.stringify(report.trouble)}`;
      if (this.sent.get(report.tile) === mark) continue;
      this.sent.set(report.tile, mark);
      reports.push(report);
    }
    return reports;
  }

  forget(tile: string): void {
    this.sent.delete(tile);
  }

  remember(tile: Tile, feed: PictureFeed | undefined): void {
    if (feed !== undefined) tile.past = reportOf(tile, feed);
  }
}

function reportOf(tile: Tile, feed: PictureFeed | undefined): TileReport {
  const { past } = tile;
  return {
    tile: tile.placement.tile,
    lastPictureAtMs: feed?.lastPictureAtMs ?? past?.lastPictureAtMs,
    framesDrawn: (past?.framesDrawn ?? 0) + (feed?.framesDrawn ?? 0),
    width: feed?.shape?.width ?? past?.width ?? 0,
    height: feed?.shape?.height ?? past?.height ?? 0,
    framesPerSecond: feed?.framesPerSecond ?? past?.framesPerSecond,
    expectedIntervalMs: tile.expectedIntervalMs,
    ageMs: feed?.ageMs,
    trouble: tile.trouble ?? feed?.trouble ?? unreadableTrouble(feed?.unreadable ?? 0),
  };
}

/** What it means that so many pictures in a row could not be read. */
export function unreadableTrouble(unreadable: number): FrameTrouble | undefined {
  return unreadable >= unreadableMeansTrouble ? unreadableProblem : undefined;
}
