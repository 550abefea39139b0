import type { VideoCodec } from '../../../domain/stream.ts';
import type { FlvTag } from '../flv-reader.ts';
import { configurationTag, pictureTag } from './flv-writer.ts';
import { joinByLength, unitsByLength, unitsByStartCode } from './nal-units.ts';
import { codecOf, codecTraits } from './video-codec.ts';

type Cut = (bytes: Buffer) => Buffer[];

/** Lengths first: they must fill the body exactly, which start codes never do by chance. */
const cuts: readonly Cut[] = [unitsByLength, unitsByStartCode];
/** A set is a few dozen bytes; its length must fit into two. */
const longestSet = 0xffff;

/**
 * Turns access units, one after the other as a device sends them, into FLV tags. How they are framed
 * and what codec they are shows at the first parameter sets; before those nothing can be decoded.
 */
export class AccessUnits {
  #cut: Cut | undefined;
  #codec: VideoCodec | undefined;
  #sets = new Map<number, readonly Buffer[]>();
  #record: Buffer | null = null;

  /** The tags of one access unit: a configuration where it is new, and the picture. */
  read(bytes: Buffer, atMs: number): FlvTag[] {
    const units = this.#units(bytes);
    const codec = this.#codec;
    if (codec === undefined) return [];
    const traits = codecTraits[codec];
    const types = units.map(traits.typeOf);
    const isSet = (type: number) => traits.parameterSets.includes(type);
    for (const wanted of traits.parameterSets) {
      const found = units.filter(
        (unit, index) => types[index] === wanted && unit.length <= longestSet,
      );
      if (found.length > 0)
        this.#sets.set(
          wanted,
          found.map((unit) => Buffer.from(unit)),
        );
    }
    const tags = this.#configure(codec, atMs);
    if (this.#record === null || !types.some(traits.isSlice)) return tags;
    const picture = units.filter((_, index) => {
      const type = types[index] ?? 0;
      return !isSet(type) && !traits.isDelimiter(type);
    });
    tags.push(pictureTag(codec, atMs, joinByLength(picture), types.some(traits.isKey)));
    return tags;
  }

  #units(bytes: Buffer): Buffer[] {
    if (this.#cut !== undefined) {
      const units = this.#cut(bytes);
      this.#learn(codecOf(units));
      return units;
    }
    for (const cut of cuts) {
      const units = cut(bytes);
      const codec = codecOf(units);
      if (codec === undefined) continue;
      this.#cut = cut;
      this.#learn(codec);
      return units;
    }
    return [];
  }

  /** A camera may be set to another codec while it sends. */
  #learn(codec: VideoCodec | undefined): void {
    if (codec === undefined || codec === this.#codec) return;
    this.#codec = codec;
    this.#sets.clear();
    this.#record = null;
  }

  #configure(codec: VideoCodec, atMs: number): FlvTag[] {
    const traits = codecTraits[codec];
    const sets = traits.parameterSets.map((type) => this.#sets.get(type) ?? []);
    if (sets.some(({ length }) => length === 0)) return [];
    const record = traits.configuration(sets);
    if (this.#record?.equals(record) === true) return [];
    this.#record = record;
    return [configurationTag(codec, atMs, record)];
  }
}
