const unfinished = -1;
const broken = -2;

/**
 * Finds where a JPEG ends by walking its segments (ITU-T T.81, annex B), so that a thumbnail inside
 * does not end it and no framing around it has to be believed. Reads on where it stopped.
 */
export class JpegWalker {
  #position = 2;
  #inScan = false;

  /** How far the picture has been understood. */
  get position(): number {
    return this.#position;
  }

  get inScan(): boolean {
    return this.#inScan;
  }

  restart(): void {
    this.#position = 2;
    this.#inScan = false;
  }

  /**
   * @param bytes begins with the SOI marker, and holds at least what it held at the last call
   * @returns length of the picture, -1 while its end has not come, -2 when it cannot be a picture
   */
  walk(bytes: Buffer): number {
    for (;;) {
      if (this.#inScan && !this.#leaveScan(bytes)) return unfinished;
      const position = this.#position;
      if (position + 2 > bytes.length) return unfinished;
      if (bytes[position] !== 0xff) return broken;
      const marker = bytes[position + 1] ?? 0;
      if (marker === 0xff) {
        this.#position += 1;
        continue;
      }
      if (marker === 0xd9) return position + 2;
      // A second SOI: the picture was cut short and this is the next one.
      if (marker === 0xd8 || marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd7)) return broken;
      if (position + 4 > bytes.length) return unfinished;
      const length = bytes.readUInt16BE(position + 2);
      if (length < 2 || length > longestSegment(marker)) return broken;
      if (position + 2 + length > bytes.length) return unfinished;
      this.#position = position + 2 + length;
      this.#inScan = marker === 0xda;
    }
  }

  /** Goes to the marker behind the entropy-coded bytes. */
  #leaveScan(bytes: Buffer): boolean {
    let at = this.#position;
    for (;;) {
      at = bytes.indexOf(0xff, at);
      if (at === -1) {
        this.#position = bytes.length;
        return false;
      }
      const next = bytes[at + 1];
      if (next === undefined) {
        this.#position = at;
        return false;
      }
      const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
      if (!isData) {
        this.#position = at;
        this.#inScan = false;
        return true;
      }
      at += 2;
    }
  }
}

/** Only applications and comments are long; a greater length elsewhere is damage (annex B.2). */
function longestSegment(marker: number): number {
  if (marker === 0xda) return 14;
  const isFree = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  return isFree ? 0xffff : 4096;
}
