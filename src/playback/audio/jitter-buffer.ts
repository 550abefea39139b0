/** How much is gathered before sound begins: what a network and a busy window may be late. */
const cushionMs = 150;
/** More than this is the past: it is left out, down to the cushion. */
const mostMs = 400;
/** From here on sound runs a little faster, which nobody hears, instead of growing older. */
const hurryMs = 250;
const hurry = 1.01;

/** Evens out the arrival of samples. What is late is silence; what piles up is left out. */
export class JitterBuffer {
  readonly #samples: Float32Array;
  readonly #cushion: number;
  readonly #hurryFrom: number;
  #first = 0;
  #count = 0;
  #isFlowing = false;
  /** How often it ran empty. */
  underruns = 0;
  samplesLeftOut = 0;

  constructor(samplesPerSecond: number) {
    const samplesIn = (ms: number) => Math.round((samplesPerSecond * ms) / 1000);
    this.#samples = new Float32Array(samplesIn(mostMs));
    this.#cushion = samplesIn(cushionMs);
    this.#hurryFrom = samplesIn(hurryMs);
  }

  get length(): number {
    return this.#count;
  }

  /** Whether sound comes out of it now, and not silence. */
  get isFlowing(): boolean {
    return this.#isFlowing;
  }

  /** How much faster than real time it wants to be read. */
  get pace(): number {
    return this.#isFlowing && this.#count > this.#hurryFrom ? hurry : 1;
  }

  add(sample: number): void {
    const size = this.#samples.length;
    if (this.#count === size) this.#leaveOut(size - this.#cushion);
    this.#samples[(this.#first + this.#count) % size] = sample;
    this.#count += 1;
    if (this.#count >= this.#cushion) this.#isFlowing = true;
  }

  /** An arrow, so that it can be handed on without garbage. */
  readonly next = (): number => {
    if (!this.#isFlowing) return 0;
    if (this.#count === 0) {
      this.#isFlowing = false;
      this.underruns += 1;
      return 0;
    }
    const sample = this.#samples[this.#first] ?? 0;
    this.#first = (this.#first + 1) % this.#samples.length;
    this.#count -= 1;
    return sample;
  };

  #leaveOut(count: number): void {
    this.#first = (this.#first + count) % this.#samples.length;
    this.#count -= count;
    this.samplesLeftOut += count;
  }
}
