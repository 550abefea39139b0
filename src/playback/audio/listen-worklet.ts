import { JitterBuffer } from './jitter-buffer.ts';
import { Loudness } from './loudness.ts';
import { mulawToSample } from './mulaw.ts';
import { Resampler } from './resampler.ts';
import { listenProcessor, mulawRate, type WorkletReport } from './worklet-messages.ts';

/** Plays µ-law that comes as messages, each an ArrayBuffer, and says how loud it is. */
class ListenProcessor extends AudioWorkletProcessor {
  readonly #buffer = new JitterBuffer(mulawRate);
  readonly #resampler = new Resampler(mulawRate, sampleRate);
  readonly #usualStep = this.#resampler.step;
  readonly #loudness = new Loudness(sampleRate, (level) => this.#report(level));

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      for (const code of new Uint8Array(data)) this.#buffer.add(mulawToSample(code));
    };
  }

  process(_inputs: Float32Array[][], [output = []]: Float32Array[][]): boolean {
    const [channel] = output;
    if (channel === undefined) return true;
    this.#resampler.step = this.#usualStep * this.#buffer.pace;
    for (let at = 0; at < channel.length; at += 1) {
      const sample = this.#resampler.pull(this.#buffer.next);
      channel[at] = sample;
      this.#loudness.add(sample);
    }
    return true;
  }

  #report(level: number): void {
    this.port.postMessage({ level, isFlowing: this.#buffer.isFlowing } satisfies WorkletReport);
  }
}

registerProcessor(listenProcessor, ListenProcessor);
