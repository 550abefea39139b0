const bytesPerSecond = 8000;
const keptSeconds = 5;

/** The last seconds of G.711 that were sent to a camera. */
export class Loudspeaker {
  #heard: Buffer = Buffer.alloc(0);

  get heard(): Buffer {
    return this.#heard;
  }

  play(bytes: Buffer): void {
    const all = Buffer.concat([this.#heard, bytes]);
    this.#heard = Buffer.from(all.subarray(Math.max(0, all.length - keptSeconds * bytesPerSecond)));
  }
}
