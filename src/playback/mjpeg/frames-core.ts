import type { FramePacketHeader } from '../../api/frame-packet.ts';
import type { FrameNotice } from '../../api/frames.ts';
import type { SeenProblem } from '../../api/problem.ts';
import { CodecFeed } from '../webcodecs/codec-feed.ts';
import type { StreamSocket } from '../webcodecs/stream-line.ts';
import type { Decoding } from '../webcodecs/video-engine.ts';
import type { DecodePicture } from './decode-picture.ts';
import { Feed, type FeedClock } from './feed.ts';
import { decodeSize, type Size } from './fit-rectangles.ts';
import type { FrameNews, FrameOrder, FrameTrouble, Placement } from './frame-messages.ts';
import { FramesSocket, type SocketLike } from './frames-socket.ts';
import { PaintBatch, type ReadyPicture } from './paint-batch.ts';
import type { FeedKey, PictureFeed } from './picture-feed.ts';
import { SurfacePainter } from './surface-painter.ts';
import { type Tile, TileReporter } from './tile-reporter.ts';

export interface FramesCoreParts {
  readonly openSocket: () => SocketLike;
  readonly decode: DecodePicture;
  readonly openStream: (cameraId: string, streamId: string) => StreamSocket;
  readonly decoding: Decoding<VideoFrame>;
  /** Asked once, when the first video is opened. */
  readonly drawsInSoftware: () => boolean;
  readonly clock: FeedClock;
  readonly tell: (news: FrameNews) => void;
}

/** Everything that the frames worker does, but for being a worker. */
export class FramesCore {
  private readonly parts: FramesCoreParts;
  private readonly socket: FramesSocket;
  private readonly surfaces = new Map<string, SurfacePainter>();
  private readonly tiles = new Map<string, Tile>();
  private readonly feeds = new Map<FeedKey, PictureFeed>();
  private readonly reporter = new TileReporter();
  private readonly batch: PaintBatch;
  private software: boolean | undefined;

  constructor(parts: FramesCoreParts) {
    this.parts = parts;
    this.batch = new PaintBatch((feed, ready) => this.paint(feed, ready), {
      // A wall clock may step back, and pictures would wait for it to catch up.
      nowMs: () => performance.now(),
      start: (run, delayMs) => setTimeout(run, delayMs),
    });
    this.socket = new FramesSocket(parts.openSocket, {
      onPacket: (header, packet) => this.receive(header, packet),
      onNotice: (notice) => this.hear(notice),
      onLost: (trouble) => this.loseFeeds(trouble),
    });
  }

  obey(order: FrameOrder): void {
    switch (order.type) {
      case 'surface':
        this.surfaces.set(order.surface, new SurfacePainter(order.canvas));
        return;
      case 'surface-size':
        this.surfaces.get(order.surface)?.resize(order.width, order.height);
        this.redraw((tile) => tile.placement.surface === order.surface);
        return;
      case 'surface-gone':
        this.surfaces.delete(order.surface);
        return;
      case 'tiles':
        for (const name of order.removed) this.remove(name);
        for (const placement of order.placed) this.place(placement);
        return;
      case 'grab':
        void this.grab(order.tile, order.ticket);
        return;
      case 'retry': {
        const feed = this.feedOf(this.tiles.get(order.tile));
        if (feed instanceof CodecFeed) feed.retry();
        else this.socket.retry(order.tile);
        return;
      }
      case 'ping':
        this.parts.tell({ type: 'pong' });
        return;
      case 'renew':
        this.socket.renew();
        for (const feed of this.codecFeeds()) feed.retry();
        return;
    }
  }

  /** To be called a few times a second. */
  report(): void {
    for (const feed of this.codecFeeds()) feed.beat();
    const reports = this.reporter.collect(this.tiles.values(), (tile) => this.feedOf(tile));
    if (reports.length > 0) this.parts.tell({ type: 'reports', reports });
  }

  close(): void {
    this.socket.close();
    for (const key of this.feeds.keys()) this.closeFeed(key);
    this.tiles.clear();
  }

  private closeFeed(key: FeedKey): void {
    this.feeds.get(key)?.close();
    this.feeds.delete(key);
    this.batch.drop(key);
  }

  private async grab(tile: string, ticket: number): Promise<void> {
    let picture: Blob | null = null;
    try {
      picture = (await this.feedOf(this.tiles.get(tile))?.grab()) ?? null;
    } finally {
      this.parts.tell({ type: 'grabbed', ticket, picture });
    }
  }

  private place(placement: Placement): void {
    const tile = this.tiles.get(placement.tile);
    if (tile !== undefined) this.clear(tile.placement);
    if (tile !== undefined && sameStream(tile.placement, placement)) {
      tile.placement = placement;
      this.feedOf(tile)?.redraw();
    } else {
      // Of another stream nothing stays: its rhythm would hide that the new one stalls.
      if (tile !== undefined) this.leaveFeed(tile);
      this.tiles.set(placement.tile, { placement, feed: undefined });
    }
    this.reporter.forget(placement.tile);
    const { tile: name, cameraId, streamId, coding } = placement;
    if (coding === 'jpeg') this.socket.watch(name, cameraId, streamId);
    else this.joinVideo(name, cameraId, streamId);
  }

  /** One decoder serves every tile that shows the same stream. */
  private joinVideo(name: string, cameraId: string, streamId: string): void {
    this.socket.unwatch(name);
    const tile = this.tiles.get(name);
    if (tile === undefined || tile.feed !== undefined) return;
    const key = `${cameraId} ${streamId}`;
    tile.feed = key;
    const feed = this.feeds.get(key);
    if (feed === undefined) this.feeds.set(key, this.openVideo(key, cameraId, streamId));
    else feed.redraw();
  }

  private openVideo(key: string, cameraId: string, streamId: string): CodecFeed {
    const { decoding, clock } = this.parts;
    this.software ??= this.parts.drawsInSoftware();
    return new CodecFeed({
      openSocket: () => this.parts.openStream(cameraId, streamId),
      decoding,
      clock,
      software: this.software,
      show: (ready) => this.batch.add(key, ready),
      unplayable: (problem) => this.endVideo(key, streamId, problem),
    });
  }

  private endVideo(key: string, streamId: string, problem: SeenProblem): void {
    for (const tile of [...this.watchers(key)]) {
      tile.feed = undefined;
      this.parts.tell({ type: 'unplayable', tile: tile.placement.tile, streamId, problem });
    }
    this.closeFeed(key);
  }

  private remove(name: string): void {
    const tile = this.tiles.get(name);
    if (tile === undefined) return;
    this.clear(tile.placement);
    this.tiles.delete(name);
    this.reporter.forget(name);
    this.socket.unwatch(name);
    this.leaveFeed(tile);
  }

  private hear(notice: FrameNotice): void {
    if (notice.type === 'phase') {
      for (const tile of this.watchers(notice.feed)) {
        tile.expectedIntervalMs = notice.expectedIntervalMs ?? tile.expectedIntervalMs;
        tile.trouble = troubleOf(notice, tile.trouble);
      }
      return;
    }
    const tile = this.tiles.get(notice.tile);
    if (tile === undefined || tile.placement.coding !== 'jpeg') return;
    if (notice.type === 'refused') {
      // The proxy names a feed as it hears of a tile: this one may still have the feed before.
      this.leaveFeed(tile);
      tile.trouble = { problem: notice.problem, attempt: 0 };
      return;
    }
    this.leaveFeed(tile);
    tile.trouble = undefined;
    tile.feed = notice.feed;
    const feed = this.feeds.get(notice.feed);
    if (feed === undefined) this.feeds.set(notice.feed, this.createFeed(notice.feed));
    else feed.redraw();
  }

  private receive(header: FramePacketHeader, packet: ArrayBuffer): void {
    const feed = this.feeds.get(header.feed);
    if (feed instanceof Feed) feed.offer(header, packet);
  }

  private createFeed(number: number): Feed {
    return new Feed(this.parts.decode, this.parts.clock, {
      sizeFor: (picture) => this.largestSize(number, picture),
      show: (ready) => this.batch.add(number, ready),
    });
  }

  private largestSize(feed: number, picture: Size): Size {
    let largest: Size = { width: 1, height: 1 };
    for (const { placement } of this.watchers(feed)) {
      const size = decodeSize(picture, placement.rectangle, placement.fit);
      if (size.width > largest.width) largest = size;
    }
    return largest;
  }

  private paint(feed: FeedKey, { picture, shape }: ReadyPicture): void {
    for (const tile of this.watchers(feed)) {
      const { surface, rectangle, fit } = tile.placement;
      const painter = this.surfaces.get(surface);
      if (tile.shape?.width !== shape.width || tile.shape.height !== shape.height) {
        painter?.clear(rectangle);
        tile.shape = shape;
      }
      painter?.draw(picture, shape, rectangle, fit);
    }
  }

  private loseFeeds(trouble: FrameTrouble): void {
    for (const tile of this.tiles.values()) {
      if (tile.placement.coding !== 'jpeg') continue;
      tile.trouble = trouble;
      this.reporter.remember(tile, this.feedOf(tile));
      tile.feed = undefined;
    }
    for (const key of this.feeds.keys()) if (typeof key === 'number') this.closeFeed(key);
  }

  private leaveFeed(tile: Tile): void {
    const number = tile.feed;
    tile.feed = undefined;
    if (number === undefined || !this.watchers(number).next().done) return;
    this.closeFeed(number);
  }

  private clear(placement: Placement): void {
    this.surfaces.get(placement.surface)?.clear(placement.rectangle);
  }

  private redraw(applies: (tile: Tile) => boolean): void {
    for (const tile of this.tiles.values()) if (applies(tile)) this.feedOf(tile)?.redraw();
  }

  private feedOf(tile: Tile | undefined): PictureFeed | undefined {
    return tile?.feed === undefined ? undefined : this.feeds.get(tile.feed);
  }

  private *codecFeeds(): Generator<CodecFeed> {
    for (const feed of this.feeds.values()) if (feed instanceof CodecFeed) yield feed;
  }

  private *watchers(feed: FeedKey): Generator<Tile> {
    for (const tile of this.tiles.values()) if (tile.feed === feed) yield tile;
  }
}

function sameStream(a: Placement, b: Placement): boolean {
  return a.cameraId === b.cameraId && a.streamId === b.streamId && a.coding === b.coding;
}

/** Trouble stands until pictures flow again; a mere new try does not make it go away. */
function troubleOf(
  notice: Extract<FrameNotice, { type: 'phase' }>,
  before: FrameTrouble | undefined,
): FrameTrouble | undefined {
  if (notice.phase === 'live') return undefined;
  const problem = notice.problem ?? before?.problem;
  if (problem === undefined) return undefined;
  return {
    problem,
    attempt: notice.attempt ?? before?.attempt ?? 0,
    retryInMs: notice.retryInMs,
  };
}
