import { Loudness } from './loudness.ts';
import { sampleToMulaw } from './mulaw.ts';
import { Resampler } from './resampler.ts';
import { mulawRate, talkProcessor, type WorkletReport } from './worklet-messages.ts';

/** 20 ms. */
const frameBytes = mulawRate / 50;

/** Turns what the microphone hears into µ-law, an ArrayBuffer of 20 ms at a time. */
class TalkProcessor extends AudioWorkletProcessor {
  readonly #resampler = new Resampler(sampleRate, mulawRate);
  readonly #loudness = new Loudness(mulawRate, (level) => this.#report(level));
  #frame = new Uint8Array(frameBytes);
  #filled = 0;

  process([input = []]: Float32Array[][]): boolean {
    const [channel] = input;
    if (channel === undefined) return true;
    for (const sample of channel) this.#resampler.push(sample, this.#give);
    return true;
  }

  readonly #give = (sample: number): void => {
    this.#loudness.add(sample);
    this.#frame[this.#filled] = sampleToMulaw(sample);
    this.#filled += 1;
    if (this.#filled < frameBytes) return;
    this.port.postMessage(this.#frame.buffer, [this.#frame.buffer]);
    this.#frame = new Uint8Array(frameBytes);
    this.#filled = 0;
  };

  #report(level: number): void {
    this.port.postMessage({ level, isFlowing: true } satisfies WorkletReport);
  }
}

registerProcessor(talkProcessor, TalkProcessor);
