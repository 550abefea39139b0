const longestPrefix = 32;

/** Reads the bits of a parameter set. Beyond its end all bits are zero: a cut set is no crash. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  skip(bits: number): void {
    this.#at += bits;
  }

  bits(count: number): number {
    let value = 0;
    for (let n = 0; n < count; n += 1) value = value * 2 + this.#bit();
    return value;
  }

  /** An unsigned Exp-Golomb number (ITU-T H.264 section 9.1). */
  golomb(): number {
    let zeros = 0;
    while (zeros < longestPrefix && this.#bit() === 0) zeros += 1;
    return 2 ** zeros - 1 + this.bits(zeros);
  }

  #bit(): number {
    const byte = this.#bytes[this.#at >> 3] ?? 0;
    const bit = (byte >> (7 - (this.#at & 7))) & 1;
    this.#at += 1;
    return bit;
  }
}

/** Takes out the bytes that keep start codes from appearing inside a unit (H.264 section 7.4.1). */
export function withoutEmulationPrevention(unit: Uint8Array): Uint8Array {
  const bare: number[] = [];
  let zeros = 0;
  for (const byte of unit) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    bare.push(byte);
  }
  return Uint8Array.from(bare);
}
