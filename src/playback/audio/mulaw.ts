/**
 * G.711 µ-law (ITU-T G.711, table 2; RFC 3551 section 4.5.14): a byte holds a sign, three bits of
 * segment and four of step, all inverted. In units of the recommendation the largest value is 8031.
 */
const bias = 33;
const largestInput = 8158;
/** The recommendation counts in 14 bits; a full sample of sound is 1. */
const fullScale = 8192;

function decoded(code: number): number {
  const bits = ~code & 0xff;
  const segment = (bits >> 4) & 7;
  const size = ((2 * (bits & 0x0f) + bias) << segment) - bias;
  return (bits & 0x80 ? -size : size) / fullScale;
}

const table = Float32Array.from({ length: 256 }, (_, code) => decoded(code));

/** @returns -1..1 */
export function mulawToSample(code: number): number {
  return table[code & 0xff] ?? 0;
}

/** @param sample -1..1; what is louder is clipped */
export function sampleToMulaw(sample: number): number {
  const size = Math.min(largestInput, Math.floor(Math.abs(sample) * fullScale)) + bias;
  const segment = 26 - Math.clz32(size);
  const step = (size >> (segment + 1)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | step) & 0xff;
}
