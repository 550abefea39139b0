import { BitReader, withoutEmulationPrevention } from './bit-reader.ts';

const withChroma = new Set([100, 110, 122, 144, 244]);
const mostSequenceSets = 31;
const mostPictureSets = 255;

/** AVCDecoderConfigurationRecord (ISO/IEC 14496-15 section 5.3.3.1). */
export function avcConfiguration(sets: readonly (readonly Buffer[])[]): Buffer {
  const sequence = (sets[0] ?? []).slice(0, mostSequenceSets);
  const picture = (sets[1] ?? []).slice(0, mostPictureSets);
  const [, profile = 0, compatibility = 0, level = 0] = sequence[0] ?? [];
  return Buffer.concat([
    Buffer.from([1, profile, compatibility, level, 0xff, 0xe0 | sequence.length]),
    ...sequence.flatMap(withLength),
    Buffer.from([picture.length]),
    ...picture.flatMap(withLength),
    withChroma.has(profile) ? chromaOf(sequence[0]) : Buffer.alloc(0),
  ]);
}

/** A parameter set with its length before it. */
export function withLength(unit: Buffer): [Buffer, Buffer] {
  return [Buffer.from([unit.length >> 8, unit.length & 0xff]), unit];
}

/** What the record of the high profiles says besides (H.264 section 7.3.2.1.1). */
function chromaOf(sequenceSet: Buffer | undefined): Buffer {
  const bits = new BitReader(withoutEmulationPrevention(sequenceSet ?? Buffer.alloc(0)));
  bits.skip(32);
  bits.golomb();
  const format = bits.golomb();
  if (format === 3) bits.skip(1);
  const luma = bits.golomb();
  const chroma = bits.golomb();
  return Buffer.from([0xfc | (format & 3), 0xf8 | (luma & 7), 0xf8 | (chroma & 7), 0]);
}
