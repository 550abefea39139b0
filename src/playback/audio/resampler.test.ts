import { describe, expect, it } from 'vitest';
import { Resampler } from './resampler.ts';

function tone(hertz: number, rate: number, seconds = 0.5): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, at) =>
    Math.sin((2 * Math.PI * hertz * at) / rate),
  );
}

function changed(input: Float32Array, from: number, to: number): number[] {
  const out: number[] = [];
  const resampler = new Resampler(from, to);
  for (const sample of input) resampler.push(sample, (made) => out.push(made));
  return out;
}

/** Amplitude of one frequency (Goertzel), past the beginning in which the kernel fills. */
function amplitude(samples: readonly number[], hertz: number, rate: number): number {
  const steady = samples.slice(Math.floor(samples.length / 4), -Math.floor(samples.length / 8));
  let real = 0;
  let imaginary = 0;
  steady.forEach((sample, at) => {
    const angle = (2 * Math.PI * hertz * at) / rate;
    real += sample * Math.cos(angle);
    imaginary += sample * Math.sin(angle);
  });
  return (2 * Math.hypot(real, imaginary)) / steady.length;
}

describe('a change of rate', () => {
  it.each([
    [8000, 48_000],
    [8000, 44_100],
    [48_000, 8000],
    [44_100, 8000],
    [16_000, 8000],
    [8000, 8000],
  ])('from %i to %i keeps tones where they are, and as loud', (from, to) => {
    for (const hertz of [300, 440, 1000, 2500]) {
      const out = changed(tone(hertz, from), from, to);
      expect(out.length / to).toBeCloseTo(0.5, 2);
      expect(amplitude(out, hertz, to)).toBeGreaterThan(0.97);
      expect(amplitude(out, hertz, to)).toBeLessThan(1.03);
    }
  });

  it('lets nothing fold down from above 4 kHz', () => {
    for (const hertz of [5000, 6500, 12_000]) {
      const out = changed(tone(hertz, 48_000), 48_000, 8000);
      expect(Math.max(...out.slice(200).map(Math.abs)), String(hertz)).toBeLessThan(0.02);
    }
  });

  it('leaves no ghost of a tone above what the camera sent', () => {
    const out = changed(tone(1000, 8000), 8000, 48_000);
    expect(amplitude(out, 7000, 48_000)).toBeLessThan(0.005);
    expect(amplitude(out, 9000, 48_000)).toBeLessThan(0.005);
  });

  it('is the same when it is asked for its output as when it is given its input', () => {
    const input = tone(700, 8000);
    const pushed = changed(input, 8000, 44_100);
    const resampler = new Resampler(8000, 44_100);
    let at = 0;
    const pulled = pushed.map(() => resampler.pull(() => input[at++] ?? 0));
    expect(pulled).toEqual(pushed);
  });

  it('passes a steady value', () => {
    const out = changed(new Float32Array(4000).fill(0.5), 8000, 48_000).slice(1000);
    expect(Math.max(...out)).toBeCloseTo(0.5, 5);
    expect(Math.min(...out)).toBeCloseTo(0.5, 5);
  });
});
