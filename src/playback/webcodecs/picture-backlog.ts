import type { EncodedPicture } from './flv-demuxer.ts';

interface Waiting {
  readonly picture: EncodedPicture;
  readonly arrivedAtMs: number;
}

/** Behind by more than this, a picture is history. */
const lateMs = 1000;
/** A decoder that has yet to show its first picture is still getting ready. */
const lateAtFirstMs = 5000;
/** Ten seconds of a fast camera; whoever joins a stream gets all since its last key frame at once. */
const mostPictures = 600;
const mostBytes = 8 * 1024 * 1024;

/**
 * Encoded pictures that the decoder has no room for yet. Each builds on the one before, so none may
 * be left out but from one key frame to the next.
 */
export class PictureBacklog {
  private waiting: Waiting[] = [];
  private bytes = 0;
  private needsKey = true;
  private started = false;
  dropped = 0;

  get length(): number {
    return this.waiting.length;
  }

  add(picture: EncodedPicture, nowMs: number): void {
    if (this.needsKey && !picture.isKey) {
      this.dropped += 1;
      return;
    }
    this.needsKey = false;
    this.waiting.push({ picture, arrivedAtMs: nowMs });
    this.bytes += picture.data.length;
    const oldest = this.waiting[0]?.arrivedAtMs ?? nowMs;
    const late = nowMs - oldest > (this.started ? lateMs : lateAtFirstMs);
    if (late || this.waiting.length > mostPictures || this.bytes > mostBytes) this.skip();
  }

  take(): EncodedPicture | undefined {
    const next = this.waiting.shift();
    if (next !== undefined) this.bytes -= next.picture.data.length;
    return next?.picture;
  }

  /** Pictures are being shown: from now on what waits too long is given up. */
  hurry(): void {
    this.started = true;
  }

  /** Nothing before the next key frame is of use, be it here already or to come. */
  restart(): void {
    const key = this.waiting.findIndex(({ picture }) => picture.isKey);
    this.drop(key === -1 ? this.waiting.length : key);
  }

  clear(): void {
    this.drop(this.waiting.length);
    this.started = false;
  }

  /** Goes on at the newest key frame, or at the next one to come. */
  private skip(): void {
    const key = this.waiting.findLastIndex(({ picture }) => picture.isKey);
    this.drop(key > 0 ? key : this.waiting.length);
  }

  private drop(count: number): void {
    for (const { picture } of this.waiting.splice(0, count)) this.bytes -= picture.data.length;
    this.dropped += count;
    if (this.waiting.length === 0) this.needsKey = true;
  }
}
