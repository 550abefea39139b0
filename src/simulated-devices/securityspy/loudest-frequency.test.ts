import { expect, it } from 'vitest';
import { loudestHertz } from './loudest-frequency.ts';
import { fromMuLaw, muLaw } from './mu-law.ts';

const tone = (hertz: number, size = 8000, count = 8000): number[] =>
  Array.from({ length: count }, (_, i) =>
    fromMuLaw(muLaw(size * Math.sin((2 * Math.PI * hertz * i) / 8000))),
  );

it.each([60, 330, 440, 1000, 2345, 3400])('finds %i Hz in µ-law', (hertz) => {
  expect(loudestHertz(tone(hertz))).toBe(hertz);
});

it('finds the louder of two', () => {
  const quiet = tone(700, 2000);
  expect(loudestHertz(tone(1200).map((sample, i) => sample + (quiet[i] ?? 0)))).toBe(1200);
});

it.each([
  ['silence', tone(440, 0)],
  ['a whisper', tone(440, 20)],
  ['less than a tenth of a second', tone(440, 8000, 799)],
])('finds nothing in %s', (_, samples) => {
  expect(loudestHertz(samples)).toBeNull();
});

it('reads µ-law as it is written', () => {
  for (const sample of [0, 8, -8, 1000, -1000, 32_124, -32_124])
    expect(Math.abs(fromMuLaw(muLaw(sample)) - sample)).toBeLessThanOrEqual(
      4 + Math.abs(sample) / 16,
    );
});
