import { withLength } from './avc-configuration.ts';
import { BitReader, withoutEmulationPrevention } from './bit-reader.ts';

const setTypes = [32, 33, 34] as const;
const profileBytes = 12;
/** Header of the unit and the byte of counts before the profile. */
const profileAt = 3;

/** HEVCDecoderConfigurationRecord (ISO/IEC 14496-15 section 8.3.3.1). */
export function hevcConfiguration(sets: readonly (readonly Buffer[])[]): Buffer {
  const bare = withoutEmulationPrevention(sets[1]?.[0] ?? Buffer.alloc(0));
  const profile = Buffer.alloc(profileBytes);
  profile.set(bare.subarray(profileAt, profileAt + profileBytes));
  const { subLayers, nested, chroma, luma8, chroma8 } = readSequenceSet(bare);
  const arrays = setTypes.flatMap((type, index) => {
    const units = sets[index] ?? [];
    return [
      Buffer.from([0x80 | type, units.length >> 8, units.length & 0xff]),
      ...units.flatMap(withLength),
    ];
  });
  return Buffer.concat([
    Buffer.from([1]),
    profile,
    // No statement on segmentation and parallelism: all their bits but the reserved ones are zero.
    Buffer.from([0xf0, 0, 0xfc, 0xfc | chroma, 0xf8 | luma8, 0xf8 | chroma8, 0, 0]),
    Buffer.from([((subLayers & 7) << 3) | (nested << 2) | 3, setTypes.length]),
    ...arrays,
  ]);
}

/** The few fields of a sequence parameter set that the record repeats (H.265 section 7.3.2.2.1). */
function readSequenceSet(bare: Uint8Array) {
  const bits = new BitReader(bare);
  bits.skip(16 + 4);
  const subLayersLess1 = bits.bits(3);
  const nested = bits.bits(1);
  bits.skip(profileBytes * 8);
  skipSubLayers(bits, subLayersLess1);
  bits.golomb();
  const chroma = bits.golomb() & 3;
  if (chroma === 3) bits.skip(1);
  bits.golomb();
  bits.golomb();
  if (bits.bits(1) === 1) for (let edge = 0; edge < 4; edge += 1) bits.golomb();
  const luma8 = bits.golomb() & 7;
  const chroma8 = bits.golomb() & 7;
  return { subLayers: subLayersLess1 + 1, nested, chroma, luma8, chroma8 };
}

/** Profiles of lower frame rates, which say nothing new (H.265 section 7.3.3). */
function skipSubLayers(bits: BitReader, subLayersLess1: number): void {
  if (subLayersLess1 === 0) return;
  const present = Array.from({ length: subLayersLess1 }, () => [bits.bits(1), bits.bits(1)]);
  bits.skip(2 * (8 - subLayersLess1));
  for (const [profile, level] of present) bits.skip((profile ? 88 : 0) + (level ? 8 : 0));
}
