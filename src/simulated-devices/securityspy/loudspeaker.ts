import { loudestHertz } from './loudest-frequency.ts';
import { fromMuLaw } from './mu-law.ts';

const bytesPerSecond = 8000;
const keptSeconds = 5;

/** What G.711 was sent to a camera: its last seconds, and when it came. */
export class Loudspeaker {
  readonly #now: () => number;
  #heard: Buffer = Buffer.alloc(0);
  #bytes = 0;
  #firstAtMs: number | null = null;
  #lastAtMs: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  get heard(): Buffer {
    return this.#heard;
  }

  get report() {
    const samples = Array.from(this.#heard.subarray(-bytesPerSecond), fromMuLaw);
    return {
      bytes: this.#bytes,
      firstAtMs: this.#firstAtMs,
      lastAtMs: this.#lastAtMs,
      hertz: loudestHertz(samples),
    };
  }

  play(bytes: Buffer): void {
    this.#bytes += bytes.length;
    this.#firstAtMs ??= this.#now();
    this.#lastAtMs = this.#now();
    const all = Buffer.concat([this.#heard, bytes]);
    this.#heard = Buffer.from(all.subarray(Math.max(0, all.length - keptSeconds * bytesPerSecond)));
  }
}
