import { type FramePacketHeader, framePacketHeaderBytes } from '../../api/frame-packet.ts';
import { RateMeter } from '../rate-meter.ts';
import type { DecodedPicture, DecodePicture } from './decode-picture.ts';
import type { Size } from './fit-rectangles.ts';
import { jpegSize } from './jpeg-size.ts';
import type { ReadyPicture } from './paint-batch.ts';
import type { PictureFeed } from './picture-feed.ts';

export interface FeedClock {
  /** Epoch ms, as the window reads it too: it judges the age of a picture by its own clock. */
  readonly nowMs: () => number;
}

export interface FeedViewer {
  /** How large the feed must be decoded for everybody who watches it. */
  readonly sizeFor: (picture: Size) => Size;
  /** Takes the picture over, and closes it. */
  readonly show: (ready: ReadyPicture) => void;
}

/**
 * One stream of JPEG pictures. Keeps the newest picture only:
 * one is decoded at a time, and what arrives meanwhile replaces what waits.
 */
export class Feed implements PictureFeed {
  private readonly decode: DecodePicture;
  private readonly clock: FeedClock;
  private readonly viewer: FeedViewer;
  private readonly rate = new RateMeter();
  private newest: Uint8Array<ArrayBuffer> | null = null;
  private newestHeader: FramePacketHeader | null = null;
  private newestAtMs = 0;
  private waiting = false;
  private decoding = false;
  private closed = false;
  shape: Size | null = null;
  /** When the newest picture that could be read arrived: one that nobody can read shows nothing. */
  lastPictureAtMs: number | undefined;
  ageMs: number | undefined;
  framesDrawn = 0;
  /** Pictures in a row that no decoder could read. */
  unreadable = 0;

  constructor(decode: DecodePicture, clock: FeedClock, viewer: FeedViewer) {
    this.decode = decode;
    this.clock = clock;
    this.viewer = viewer;
  }

  get framesPerSecond(): number | undefined {
    return this.rate.framesPerSecond;
  }

  /** The newest JPEG as it came. */
  async grab(): Promise<Blob | null> {
    return this.newest === null ? null : new Blob([this.newest], { type: 'image/jpeg' });
  }

  offer(header: FramePacketHeader, packet: ArrayBuffer): void {
    // Repeated bytes say that the source is alive, not that its picture is: they change no clock.
    if (header.repeated || packet.byteLength <= framePacketHeaderBytes) return;
    const nowMs = this.clock.nowMs();
    this.newestAtMs = nowMs;
    this.rate.mark(nowMs);
    this.newest = new Uint8Array(packet, framePacketHeaderBytes);
    this.newestHeader = header;
    this.redraw();
  }

  redraw(): void {
    if (this.newest === null) return;
    this.waiting = true;
    if (!this.decoding) void this.drain();
  }

  close(): void {
    this.closed = true;
    this.newest = null;
    this.waiting = false;
  }

  private async drain(): Promise<void> {
    this.decoding = true;
    while (this.waiting && this.newest !== null) {
      this.waiting = false;
      await this.showOne(this.newest, this.newestHeader, this.newestAtMs);
    }
    this.decoding = false;
  }

  private async showOne(
    jpeg: Uint8Array<ArrayBuffer>,
    header: FramePacketHeader | null,
    arrivedAtMs: number,
  ): Promise<void> {
    const shape = jpegSize(jpeg);
    const picture = shape === null ? null : await this.read(jpeg, this.viewer.sizeFor(shape));
    if (shape === null || picture === null) {
      this.unreadable += 1;
      return;
    }
    if (this.closed) {
      picture.close();
      return;
    }
    this.unreadable = 0;
    this.shape = shape;
    this.lastPictureAtMs = arrivedAtMs;
    const painted = () => {
      this.framesDrawn += 1;
      if (header !== null) this.ageMs = this.clock.nowMs() - header.receivedAtMs;
    };
    this.viewer.show({ picture, shape, painted });
  }

  private async read(jpeg: Uint8Array<ArrayBuffer>, size: Size): Promise<DecodedPicture | null> {
    try {
      return await this.decode(jpeg, size);
    } catch {
      // A broken picture is skipped; a row of them is reported as `unreadable`.
      return null;
    }
  }
}
