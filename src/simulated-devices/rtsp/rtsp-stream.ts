import { ClipBroadcast } from '../clip/clip-broadcast.ts';
import { ClipClock } from '../clip/clip-clock.ts';
import type { Clip } from '../clip/flv-clip.ts';
import { RtpForm } from './rtp-form.ts';

/** A clip that plays under an address of the server, once for all who watch. */
export class RtspStream {
  readonly clip: Clip;
  readonly broadcast: ClipBroadcast;
  readonly #form: RtpForm;
  readonly #clock: ClipClock;
  readonly #now: () => number;

  constructor(clip: Clip, now: () => number) {
    this.clip = clip;
    this.#now = now;
    this.#form = new RtpForm(clip);
    this.#clock = new ClipClock(clip);
    this.broadcast = new ClipBroadcast(clip, this.#form, now);
  }

  freeze(frozen: boolean): void {
    const key = this.#clock.keyBefore(this.#clock.numberAt(this.#now()));
    this.#form.freeze(frozen ? (this.#clock.at(key)?.frame ?? null) : null);
  }
}
