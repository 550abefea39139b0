import { describe, expect, it } from 'vitest';
import { mulawToSample, sampleToMulaw } from './mulaw.ts';

/** ITU-T G.711 (11/88), table 2a: the code of a positive value without its sign, and its value. */
const valuesOfTable2 = [
  [0b1000_0000, 8031],
  [0b1000_1111, 4191],
  [0b1001_1111, 2079],
  [0b1010_1111, 1023],
  [0b1011_1111, 495],
  [0b1100_1111, 231],
  [0b1101_1111, 99],
  [0b1110_1111, 33],
  [0b1111_1110, 2],
  [0b1111_1111, 0],
] as const;
/** The same table: each decision value, and the code of what lies just above and just below. */
const decisionsOfTable2 = [
  [4063, 0b1000_1111, 0b1001_0000],
  [2015, 0b1001_1111, 0b1010_0000],
  [991, 0b1010_1111, 0b1011_0000],
  [479, 0b1011_1111, 0b1100_0000],
  [223, 0b1100_1111, 0b1101_0000],
  [95, 0b1101_1111, 0b1110_0000],
  [31, 0b1110_1111, 0b1111_0000],
  [1, 0b1111_1110, 0b1111_1111],
] as const;
const unit = 8192;
const negative = (code: number) => code & 0x7f;

describe('G.711 µ-law', () => {
  it.each(valuesOfTable2)('code %i is the value %i of the recommendation', (code, value) => {
    expect(mulawToSample(code) * unit).toBe(value);
    expect(Math.abs(mulawToSample(negative(code)) * unit + value)).toBe(0);
  });

  it.each(decisionsOfTable2)('decides at %i as the recommendation does', (value, above, below) => {
    expect(sampleToMulaw(value / unit)).toBe(above);
    expect(sampleToMulaw((value - 0.5) / unit)).toBe(below);
    expect(sampleToMulaw(-value / unit)).toBe(negative(above));
  });

  it('gives every code back but the second zero', () => {
    const changed = Array.from({ length: 256 }, (_, code) => code).filter(
      (code) => sampleToMulaw(mulawToSample(code)) !== code,
    );
    expect(changed).toEqual([0x7f]);
  });

  it('clips what is too loud', () => {
    expect([2, 1, -1, -2].map(sampleToMulaw)).toEqual([0x80, 0x80, 0x00, 0x00]);
  });
});
