const reportsPerSecond = 15;
/** What is softer than this shows as nothing. */
const softestDecibels = -54;

/** Measures how loud a flow of samples is, a few times a second. */
export class Loudness {
  readonly #samplesPerReport: number;
  readonly #tell: (level: number) => void;
  #squares = 0;
  #count = 0;

  /** @param tell given 0 for silence to 1 for as loud as can be, as ears count */
  constructor(samplesPerSecond: number, tell: (level: number) => void) {
    this.#samplesPerReport = samplesPerSecond / reportsPerSecond;
    this.#tell = tell;
  }

  add(sample: number): void {
    this.#squares += sample * sample;
    this.#count += 1;
    if (this.#count < this.#samplesPerReport) return;
    this.#tell(levelOf(Math.sqrt(this.#squares / this.#count)));
    this.#squares = 0;
    this.#count = 0;
  }
}

function levelOf(effective: number): number {
  // A sine wave at full scale has an effective value 3 dB below 1.
  const decibels = 20 * Math.log10(Math.max(1e-9, effective * Math.SQRT2));
  return Math.min(1, Math.max(0, 1 - decibels / softestDecibels));
}
