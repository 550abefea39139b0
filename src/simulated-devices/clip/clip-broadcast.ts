import { ClipClock, type TimedFrame } from './clip-clock.ts';
import type { Clip } from './flv-clip.ts';

/** One receiver of a live stream, whatever carries it. */
export interface ClipViewer {
  send(bytes: Uint8Array): void;
  /** Bytes that were sent to it and have not left yet. */
  waitingBytes(): number;
  cutOff(): void;
}

/** How a stream is written. `timestampMs` is small at the start and grows across loops. */
export interface ClipForm {
  /** What a viewer gets before its first picture. */
  greeting(timestampMs: number): readonly Uint8Array[];
  picture(timed: TimedFrame, timestampMs: number): Uint8Array;
}

/** A viewer that leaves this much unread is cut off. */
export const mostWaitingBytes = 2 * 1024 * 1024;

/** Plays a clip in step with the wall clock to any number of viewers; ticks only while there are any. */
export class ClipBroadcast {
  readonly #form: ClipForm;
  readonly #clock: ClipClock;
  readonly #now: () => number;
  /** Timestamps count from here, so that they stay small and grow across loops. */
  readonly #zeroMs: number;
  readonly #viewers = new Set<ClipViewer>();
  /** Joined while held: they still need the header. */
  readonly #ungreeted = new Set<ClipViewer>();
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;
  #held = false;

  constructor(clip: Clip, form: ClipForm, now: () => number) {
    this.#form = form;
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

  /** Sends the greeting and the pictures since the last key picture. */
  join(viewer: ClipViewer): void {
    const number = this.#clock.numberAt(this.#now());
    if (this.#viewers.size === 0) this.#sent = number;
    this.#viewers.add(viewer);
    if (this.#held) this.#ungreeted.add(viewer);
    else this.#greet(viewer);
    if (this.#timer === undefined && !this.#held) this.#wait();
  }

  #greet(viewer: ClipViewer): void {
    this.#ungreeted.delete(viewer);
    const first = this.#clock.keyBefore(this.#sent);
    const startMs = this.#timestamp(this.#clock.epochMsOf(first));
    for (const bytes of this.#form.greeting(startMs)) viewer.send(bytes);
    for (const timed of this.#clock.between(first, this.#sent)) viewer.send(this.#write(timed));
  }

  leave(viewer: ClipViewer): void {
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

  #write(timed: TimedFrame): Uint8Array {
    return this.#form.picture(timed, this.#timestamp(timed.epochMs));
  }

  #wait(): void {
    const delayMs = this.#clock.epochMsOf(this.#sent + 1) - this.#now();
    this.#timer = setTimeout(() => this.#tick(), Math.max(1, delayMs));
  }

  #tick(): void {
    this.#timer = undefined;
    const due = this.#clock.numberAt(this.#now());
    for (const timed of this.#clock.between(this.#sent + 1, due))
      this.#sendToAll(this.#write(timed));
    this.#sent = Math.max(this.#sent, due);
    if (this.#viewers.size > 0) this.#wait();
  }

  #sendToAll(bytes: Uint8Array): void {
    for (const viewer of [...this.#viewers]) {
      if (viewer.waitingBytes() > mostWaitingBytes) {
        this.leave(viewer);
        viewer.cutOff();
      } else {
        viewer.send(bytes);
      }
    }
  }
}
