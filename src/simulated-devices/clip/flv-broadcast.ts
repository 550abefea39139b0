import { ClipClock, type TimedFrame } from './clip-clock.ts';
import { type Clip, flvHeader, flvVideoTag } from './flv-clip.ts';

/** One receiver of a live FLV stream, whatever carries it. */
export interface FlvViewer {
  send(bytes: Uint8Array): void;
  /** Bytes that were sent to it and have not left yet. */
  waitingBytes(): number;
  cutOff(): void;
}

/** A viewer that leaves this much unread is cut off. */
export const mostWaitingBytes = 2 * 1024 * 1024;

/** Plays a clip in step with the wall clock to any number of viewers; ticks only while there are any. */
export class FlvBroadcast {
  readonly #clip: Clip;
  readonly #clock: ClipClock;
  readonly #now: () => number;
  /** Timestamps count from here, so that they stay small and grow across loops. */
  readonly #zeroMs: number;
  readonly #viewers = new Set<FlvViewer>();
  /** Joined while held: they still need the header. */
  readonly #ungreeted = new Set<FlvViewer>();
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;
  #held = false;

  constructor(clip: Clip, now: () => number) {
    this.#clip = clip;
    this.#clock = new ClipClock(clip);
    this.#now = now;
    this.#zeroMs = this.#clock.epochMsOf(this.#clock.keyBefore(this.#clock.numberAt(now())));
  }

  get viewers(): number {
    return this.#viewers.size;
  }

  /** While held, sockets stay open and nothing is sent. */
  hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (held) return;
    const key = this.#clock.keyBefore(this.#clock.numberAt(this.#now()));
    this.#sent = Math.max(this.#sent, key - 1);
    for (const viewer of [...this.#ungreeted]) this.#greet(viewer);
    if (this.#viewers.size > 0) this.#wait();
  }

  /** Sends the header, the decoder configuration, and the pictures since the last key picture. */
  join(viewer: FlvViewer): void {
    const number = this.#clock.numberAt(this.#now());
    if (this.#viewers.size === 0) this.#sent = number;
    this.#viewers.add(viewer);
    if (this.#held) this.#ungreeted.add(viewer);
    else this.#greet(viewer);
    if (this.#timer === undefined && !this.#held) this.#wait();
  }

  #greet(viewer: FlvViewer): void {
    this.#ungreeted.delete(viewer);
    const first = this.#clock.keyBefore(this.#sent);
    const startMs = this.#timestamp(this.#clock.epochMsOf(first));
    viewer.send(flvHeader);
    viewer.send(flvVideoTag(this.#clip.configuration, startMs));
    for (const timed of this.#clock.between(first, this.#sent)) viewer.send(this.#tag(timed));
  }

  leave(viewer: FlvViewer): void {
    this.#viewers.delete(viewer);
    this.#ungreeted.delete(viewer);
    if (this.#viewers.size > 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  cutAllOff(): void {
    for (const viewer of [...this.#viewers]) {
      this.leave(viewer);
      viewer.cutOff();
    }
  }

  #timestamp(epochMs: number): number {
    return Math.max(0, epochMs - this.#zeroMs);
  }

  #tag({ frame, epochMs }: TimedFrame): Uint8Array {
    return flvVideoTag(frame.body, this.#timestamp(epochMs));
  }

  #wait(): void {
    const delayMs = this.#clock.epochMsOf(this.#sent + 1) - this.#now();
    this.#timer = setTimeout(() => this.#tick(), Math.max(1, delayMs));
  }

  #tick(): void {
    this.#timer = undefined;
    const due = this.#clock.numberAt(this.#now());
    for (const timed of this.#clock.between(this.#sent + 1, due)) this.#sendToAll(this.#tag(timed));
    this.#sent = Math.max(this.#sent, due);
    if (this.#viewers.size > 0) this.#wait();
  }

  #sendToAll(tag: Uint8Array): void {
    for (const viewer of [...this.#viewers]) {
      if (viewer.waitingBytes() > mostWaitingBytes) {
        this.leave(viewer);
        viewer.cutOff();
      } else {
        viewer.send(tag);
      }
    }
  }
}
