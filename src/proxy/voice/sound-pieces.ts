import { largestSoundBytes } from '../../api/voice.ts';

/** 20 ms of G.711: less is gathered, for each message costs as much as its sound. */
const smallestSoundBytes = 160;

/** Cuts a body that comes in chunks of any size into pieces of 20 to 60 ms. */
export class SoundPieces {
  readonly #take: (piece: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);

  constructor(take: (piece: Buffer) => void) {
    this.#take = take;
  }

  push(chunk: Buffer): void {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (bytes.length >= smallestSoundBytes) {
      this.#take(bytes.subarray(0, largestSoundBytes));
      bytes = bytes.subarray(largestSoundBytes);
    }
    // A copy, so that a few bytes do not keep all of a large chunk.
    this.#rest = Buffer.from(bytes);
  }
}
