import type { SeenProblem } from '../../api/problem.ts';
import { codecProblem } from '../codec-problem.ts';
import type { FeedClock } from '../mjpeg/feed.ts';
import type { Size } from '../mjpeg/fit-rectangles.ts';
import type { FrameTrouble } from '../mjpeg/frame-messages.ts';
import type { ReadyPicture } from '../mjpeg/paint-batch.ts';
import type { PictureFeed } from '../mjpeg/picture-feed.ts';
import { RateMeter } from '../rate-meter.ts';
import { FlvDemuxer } from './flv-demuxer.ts';
import { PictureDecoder } from './picture-decoder.ts';
import { PixelCopier } from './pixel-copier.ts';
import { StreamLine, type StreamSocket } from './stream-line.ts';
import type { Decoding } from './video-engine.ts';

export interface CodecFeedParts {
  readonly openSocket: () => StreamSocket;
  readonly decoding: Decoding<VideoFrame>;
  readonly clock: FeedClock;
  /** Whether the browser draws without a graphics processor. */
  readonly software: boolean;
  /** Takes the picture over, and closes it. */
  readonly show: (ready: ReadyPicture) => void;
  /** No further picture will come: this browser cannot. */
  readonly unplayable: (problem: SeenProblem) => void;
}

/** Arrivals of pictures that are still in the decoder; more are never under way. */
const mostArrivals = 1024;
const pictureQuality = 0.95;

/** One stream of H.264 or H.265: read from a socket, decoded once, shown in every tile that wants it. */
export class CodecFeed implements PictureFeed {
  private readonly parts: CodecFeedParts;
  private readonly rate = new RateMeter();
  private readonly line: StreamLine;
  private readonly decoder: PictureDecoder<VideoFrame>;
  private readonly copier: PixelCopier | null;
  private readonly arrivals = new Map<number, number>();
  private demuxer: FlvDemuxer | null = null;
  private newest: VideoFrame | null = null;
  private closed = false;
  readonly unreadable = 0;
  shape: Size | null = null;
  lastPictureAtMs: number | undefined;
  /** From the arrival of a picture in this window until it was drawn. */
  ageMs: number | undefined;
  framesDrawn = 0;
  trouble: FrameTrouble | undefined;

  constructor(parts: CodecFeedParts) {
    this.parts = parts;
    this.copier = parts.software ? new PixelCopier() : null;
    this.decoder = new PictureDecoder(parts.decoding, {
      frame: (frame) => this.take(frame),
      unplayable: () => this.giveUp(),
    });
    this.line = new StreamLine(parts.openSocket, {
      opened: () => this.begin(),
      data: (piece) => this.read(piece),
      lost: (trouble) => {
        this.trouble = trouble;
      },
    });
    this.line.connect();
  }

  get framesPerSecond(): number | undefined {
    return this.rate.framesPerSecond;
  }

  /** To be called a few times a second. */
  beat(): void {
    this.decoder.beat(this.parts.clock.nowMs());
  }

  retry(): void {
    this.line.retry();
  }

  redraw(): void {
    if (this.newest !== null) void this.show(this.newest);
  }

  async grab(): Promise<Blob | null> {
    const { newest } = this;
    if (newest === null) return null;
    const canvas = new OffscreenCanvas(newest.displayWidth, newest.displayHeight);
    canvas.getContext('2d', { alpha: false })?.drawImage(newest, 0, 0, canvas.width, canvas.height);
    return canvas.convertToBlob({ type: 'image/jpeg', quality: pictureQuality });
  }

  close(): void {
    this.closed = true;
    this.line.close();
    this.decoder.close();
    this.newest?.close();
    this.newest = null;
  }

  private begin(): void {
    this.decoder.restart();
    this.arrivals.clear();
    this.demuxer = new FlvDemuxer({
      setup: (setup) => this.decoder.setup(setup),
      picture: (picture) => {
        const nowMs = this.parts.clock.nowMs();
        if (this.arrivals.size >= mostArrivals) this.arrivals.clear();
        this.arrivals.set(picture.timestampUs, nowMs);
        this.decoder.picture(picture, nowMs);
      },
      foreign: () => this.giveUp(),
    });
  }

  private read(piece: Uint8Array<ArrayBuffer>): void {
    if (this.demuxer?.push(piece) !== false) return;
    this.line.giveUp({ kind: 'malformed-reply', reason: 'not-a-stream' });
  }

  private take(frame: VideoFrame): void {
    this.newest?.close();
    this.newest = frame;
    this.shape = { width: frame.displayWidth, height: frame.displayHeight };
    const nowMs = this.parts.clock.nowMs();
    this.lastPictureAtMs = nowMs;
    this.rate.mark(nowMs);
    this.trouble = undefined;
    this.line.proven();
    void this.show(frame);
  }

  private async show(frame: VideoFrame): Promise<void> {
    const { displayWidth: width, displayHeight: height, timestamp } = frame;
    const pixels = (await this.copier?.copy(frame)) ?? undefined;
    if (this.newest !== frame) return;
    const source = frame.clone();
    const arrivedAtMs = this.arrivals.get(timestamp);
    this.arrivals.delete(timestamp);
    this.parts.show({
      picture: { source, pixels, width, height, close: () => source.close() },
      shape: { width, height },
      painted: () => {
        this.framesDrawn += 1;
        if (arrivedAtMs !== undefined) this.ageMs = this.parts.clock.nowMs() - arrivedAtMs;
      },
    });
  }

  private giveUp(): void {
    if (this.closed) return;
    this.close();
    this.parts.unplayable(codecProblem);
  }
}
