const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

/**
 * The check sum of ZIP (APPNOTE 4.4.7), piece after piece.
 * @param before what it was before this piece; 0 at first
 */
export function crc32(piece: Uint8Array, before = 0): number {
  let sum = ~before;
  for (let at = 0; at < piece.length; at += 1) {
    sum = (sum >>> 8) ^ (table[(sum ^ (piece[at] ?? 0)) & 0xff] ?? 0);
  }
  return ~sum >>> 0;
}
