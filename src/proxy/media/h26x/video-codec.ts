import type { VideoCodec } from '../../../domain/stream.ts';
import { avcConfiguration } from './avc-configuration.ts';
import { hevcConfiguration } from './hevc-configuration.ts';

/** What of a codec matters for repacking it. */
export interface CodecTraits {
  readonly typeOf: (unit: Buffer) => number;
  /** Types of the parameter sets, all of which a decoder needs first, in their usual order. */
  readonly parameterSets: readonly number[];
  /** Whether the unit is a slice of a picture. */
  readonly isSlice: (type: number) => boolean;
  /** Whether a decoder can begin at a picture that has such a slice. */
  readonly isKey: (type: number) => boolean;
  /** Marks where pictures begin or end; of no use where each has a tag of its own. */
  readonly isDelimiter: (type: number) => boolean;
  /** The record of ISO/IEC 14496-15 that holds the parameter sets. */
  readonly configuration: (sets: readonly (readonly Buffer[])[]) => Buffer;
}

/** Unit types of ITU-T H.264 table 7-1 and H.265 table 7-1. */
export const codecTraits: Readonly<Record<VideoCodec, CodecTraits>> = {
  h264: {
    typeOf: (unit) => (unit[0] ?? 0) & 0x1f,
    parameterSets: [7, 8],
    isSlice: (type) => type >= 1 && type <= 5,
    isKey: (type) => type === 5,
    isDelimiter: (type) => type >= 9 && type <= 12,
    configuration: avcConfiguration,
  },
  h265: {
    typeOf: (unit) => ((unit[0] ?? 0) >> 1) & 0x3f,
    parameterSets: [32, 33, 34],
    isSlice: (type) => type <= 31,
    isKey: (type) => type >= 16 && type <= 21,
    isDelimiter: (type) => type >= 35 && type <= 38,
    configuration: hevcConfiguration,
  },
};

/**
 * The codec of units among which is a sequence parameter set. Nothing else is asked: what a device
 * writes into the header of a part is its own affair, and no H.265 set reads as one of H.264.
 */
export function codecOf(units: readonly Buffer[]): VideoCodec | undefined {
  for (const unit of units) {
    const first = unit[0] ?? 0;
    if (first === 0x42 && unit[1] === 0x01) return 'h265';
    // The first bit is always zero, and a parameter set is never unimportant (H.264 section 7.4.1).
    if ((first & 0x9f) === 7 && (first & 0x60) !== 0) return 'h264';
  }
  return undefined;
}
