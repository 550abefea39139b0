/** Zero crossings of the kernel on each side, at the lower of the two rates. */
const crossings = 12;
const phases = 128;
/** Of the lower rate's own limit: what lies above is damped before it can fold back. */
const passband = 0.92;

/**
 * Changes the rate of a flow of samples: a windowed sinc, so that a tone stays that one tone.
 * Makes no garbage, since it runs where the sound is made.
 */
export class Resampler {
  /** Input samples between two output samples; may be changed a little while it runs. */
  step: number;
  readonly #taps: number;
  /** One row of taps for each phase. */
  readonly #kernel: Float32Array;
  readonly #history: Float32Array;
  #newest = 0;
  #due = 1;

  constructor(inputRate: number, outputRate: number) {
    this.step = inputRate / outputRate;
    const lower = Math.min(1, outputRate / inputRate);
    const half = Math.ceil(crossings / lower);
    this.#taps = 2 * half;
    this.#kernel = kernelOf(half, lower * passband);
    this.#history = new Float32Array(this.#taps);
  }

  /** The next output sample; asks for as many input samples as it needs. */
  pull(next: () => number): number {
    while (this.#due >= 1) {
      this.#take(next());
      this.#due -= 1;
    }
    return this.#make();
  }

  /** Takes an input sample and gives away the output samples that it completes. */
  push(sample: number, give: (sample: number) => void): void {
    this.#take(sample);
    this.#due -= 1;
    while (this.#due < 1) give(this.#make());
  }

  #take(sample: number): void {
    this.#newest = (this.#newest + 1) % this.#taps;
    this.#history[this.#newest] = sample;
  }

  #make(): number {
    const row = Math.min(phases - 1, Math.max(0, Math.round(this.#due * phases))) * this.#taps;
    let sum = 0;
    for (let tap = 0, at = this.#newest; tap < this.#taps; tap += 1) {
      at = at + 1 === this.#taps ? 0 : at + 1;
      sum += (this.#kernel[row + tap] ?? 0) * (this.#history[at] ?? 0);
    }
    this.#due += this.step;
    return sum;
  }
}

function kernelOf(half: number, cutoff: number): Float32Array {
  const taps = 2 * half;
  const kernel = new Float32Array(phases * taps);
  for (let phase = 0; phase < phases; phase += 1) {
    let sum = 0;
    for (let tap = 0; tap < taps; tap += 1) {
      const distance = tap - (half - 1) - phase / phases;
      const value = sinc(distance * cutoff) * hann(distance / half);
      kernel[phase * taps + tap] = value;
      sum += value;
    }
    // Every phase passes a steady value as it is.
    for (let tap = 0; tap < taps; tap += 1) {
      kernel[phase * taps + tap] = (kernel[phase * taps + tap] ?? 0) / sum;
    }
  }
  return kernel;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** @param share of the way from the middle to the edge */
function hann(share: number): number {
  return Math.abs(share) >= 1 ? 0 : 0.5 + 0.5 * Math.cos(Math.PI * share);
}
