import { readUint24 } from '../webcodecs/byte-reader.ts';

const fileHeaderBytes = 13;
const tagHeaderBytes = 11;
const backPointerBytes = 4;
const audioTag = 8;
/** Adobe FLV 10.1 annex E.4.2.1, SoundFormat: what a browser has a decoder for. */
const playableFormats = new Set([2, 10]);

/**
 * Looks for sound in a passing FLV stream. mpegts.js must be told beforehand whether there is any:
 * it waits for sound that never comes, and fails at a coding that it does not know, such as G.711.
 */
export class FlvSoundWatch {
  readonly #onFound: () => void;
  #skip = fileHeaderBytes;
  #header = new Uint8Array(0);
  #isOver = false;

  /** @param onFound called once when sound has come that can be played */
  constructor(onFound: () => void) {
    this.#onFound = onFound;
  }

  push(piece: Uint8Array): void {
    let at = 0;
    while (!this.#isOver && at < piece.length) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, piece.length - at);
        this.#skip -= skipped;
        at += skipped;
        continue;
      }
      const wanted = tagHeaderBytes + 1 - this.#header.length;
      const more = piece.subarray(at, at + wanted);
      this.#header = joined(this.#header, more);
      at += more.length;
      if (this.#header.length > tagHeaderBytes) this.#judge(this.#header);
    }
  }

  /** @param header of a tag, and the first byte of what it holds */
  #judge(header: Uint8Array): void {
    this.#header = new Uint8Array(0);
    // One byte of the body has been read already.
    this.#skip = readUint24(header, 1) + backPointerBytes - 1;
    if (((header[0] ?? 0) & 0x1f) !== audioTag) return;
    this.#isOver = true;
    if (playableFormats.has((header[tagHeaderBytes] ?? 0) >> 4)) this.#onFound();
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
