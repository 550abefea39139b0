import type { WebSocket } from 'ws';
import { type FrameNotice, type FrameRequest, frameRequestSchema } from '../../api/frames.ts';
import type { Problem } from '../../api/problem.ts';
import type { Viewing } from '../access/viewing.ts';
import { Feed, type FeedViewer } from './feed.ts';
import type { FeedTable } from './feed-table.ts';
import { unknownStream } from './media-problem.ts';
import { type OutletOwner, SocketOutlet } from './socket-outlet.ts';

const mostTiles = 128;
/** Beyond this backlog a picture waits, and a newer one takes its place. A wall of 100 in step brings 3 MiB at once. */
const backlogLimitBytes = 4 * 1024 * 1024;

const invalid: Problem = { kind: 'invalid-input', reason: 'invalid-input' };

function parseRequest(message: string): FrameRequest | null {
  try {
    const parsed = frameRequestSchema.safeParse(JSON.parse(message));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * All pictures of one browser window over one socket. What waits for a slow window is the name of a
 * feed, never a picture: when there is room, the feed's newest picture of that moment goes out.
 */
export class FramesWindow implements FeedViewer, OutletOwner {
  readonly #table: FeedTable;
  readonly #outlet: SocketOutlet;
  readonly #viewing: Viewing;
  readonly #onGone: (window: FramesWindow) => void;
  readonly #tiles = new Map<string, { readonly feed: Feed; readonly closed: () => void }>();
  readonly #tilesOfFeed = new Map<Feed, number>();
  readonly #waiting = new Set<Feed>();
  framesSkipped = 0;

  constructor(
    socket: WebSocket,
    table: FeedTable,
    viewing: Viewing,
    onGone: (window: FramesWindow) => void,
  ) {
    this.#table = table;
    this.#viewing = viewing;
    this.#onGone = onGone;
    this.#outlet = new SocketOutlet(socket, this);
  }

  frame(feed: Feed, packet: Buffer): void {
    // Behind those that wait already, or the same late feeds of every burst would always lose.
    if (this.#outlet.backlogBytes < backlogLimitBytes && this.#waiting.size === 0) {
      this.#outlet.send(packet);
    } else if (packet === feed.latest) {
      if (this.#waiting.has(feed)) this.framesSkipped += 1;
      this.#waiting.add(feed);
    }
  }

  notice(_feed: Feed, text: string): void {
    this.#outlet.sendText(text);
  }

  drained(): void {
    for (const feed of this.#waiting) {
      if (this.#outlet.backlogBytes >= backlogLimitBytes) return;
      this.#waiting.delete(feed);
      if (feed.latest !== null) this.#outlet.send(feed.latest);
    }
  }

  text(message: string): void {
    const request = parseRequest(message);
    if (request === null) this.#outlet.closeWith(invalid);
    else if (request.type === 'unwatch') this.#clear(request.tile);
    else if (request.type === 'retry') this.#tiles.get(request.tile)?.feed.retry();
    else this.#watch(request.tile, request.cameraId, request.streamId);
  }

  gone(): void {
    for (const tile of [...this.#tiles.keys()]) this.#clear(tile);
    this.#onGone(this);
  }

  finish(): void {
    this.#outlet.finish();
  }

  #watch(tile: string, cameraId: string, streamId: string): void {
    if (!this.#tiles.has(tile) && this.#tiles.size >= mostTiles) {
      this.#tell({
        type: 'refused',
        tile,
        problem: { kind: 'busy', reason: 'too-many-connections' },
      });
      return;
    }
    const feed = this.#viewing.may(cameraId)
      ? this.#table.feedFor(cameraId, streamId)
      : unknownStream;
    if (!(feed instanceof Feed)) {
      this.#clear(tile);
      this.#tell({ type: 'refused', tile, problem: feed });
      return;
    }
    const before = this.#tilesOfFeed.get(feed) ?? 0;
    this.#tilesOfFeed.set(feed, before + 1);
    this.#clear(tile);
    this.#tiles.set(tile, { feed, closed: this.#viewing.opened(cameraId) });
    this.#tell({ type: 'feed', tile, feed: feed.number });
    if (before === 0) feed.add(this);
    else feed.repeatTo(this);
  }

  #clear(tile: string): void {
    const held = this.#tiles.get(tile);
    if (held === undefined) return;
    const { feed, closed } = held;
    this.#tiles.delete(tile);
    closed();
    const left = (this.#tilesOfFeed.get(feed) ?? 1) - 1;
    if (left > 0) {
      this.#tilesOfFeed.set(feed, left);
      return;
    }
    this.#tilesOfFeed.delete(feed);
    this.#waiting.delete(feed);
    feed.remove(this);
    this.#table.left(feed);
  }

  #tell(notice: FrameNotice): void {
    this.#outlet.sendText(JSON.stringify(notice));
  }
}
