import { describe, expect, it } from 'vitest';
import { JitterBuffer } from './jitter-buffer.ts';

const perSecond = 8000;
const perMs = perSecond / 1000;

/** Reads and writes by a clock of its own, a millisecond at a time. */
class Clock {
  readonly buffer = new JitterBuffer(perSecond);
  readonly heard: number[] = [];
  #nextSample = 1;

  /** @param arrivals milliseconds of sound that arrive, by the millisecond at which they do */
  run(ms: number, arrivals: (atMs: number) => number): this {
    for (let atMs = 0; atMs < ms; atMs += 1) {
      for (let left = arrivals(atMs) * perMs; left > 0; left -= 1) {
        this.buffer.add(this.#nextSample);
        this.#nextSample += 1;
      }
      for (let read = 0; read < perMs; read += 1) this.heard.push(this.buffer.next());
    }
    return this;
  }

  get silentMs(): number {
    return this.heard.filter((sample) => sample === 0).length / perMs;
  }
}

const every = (ms: number) => (atMs: number) => (atMs % ms === 0 ? ms : 0);

describe('the buffer of sound', () => {
  it.each([20, 40, 100])('begins once 150 ms have come, in chunks of %i ms', (chunkMs) => {
    const clock = new Clock().run(3000, every(chunkMs));
    expect(clock.silentMs).toBeGreaterThanOrEqual(150 - chunkMs);
    expect(clock.silentMs).toBeLessThanOrEqual(150);
    const sound = clock.heard.filter((sample) => sample !== 0);
    expect(sound).toEqual(sound.map((_, at) => at + 1));
    expect(clock.buffer.underruns).toBe(0);
  });

  it('rides over arrivals that are up to 100 ms late', () => {
    let seed = 7;
    const late = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % 100;
    };
    const due = Array.from({ length: 250 }, (_, chunk) => chunk * 40 + late());
    const clock = new Clock().run(10_000, (atMs) => 40 * due.filter((ms) => ms === atMs).length);
    expect(clock.buffer.underruns).toBeLessThanOrEqual(1);
  });

  it('is silent while nothing comes, and then gathers its cushion anew', () => {
    const gap = (atMs: number) => (atMs < 1000 || atMs >= 2000 ? every(20)(atMs) : 0);
    const clock = new Clock().run(4000, gap);
    expect(clock.buffer.underruns).toBe(1);
    expect(clock.silentMs).toBeGreaterThan(1000);
    expect(clock.silentMs).toBeLessThan(1200);
    expect(clock.heard.at(-1)).not.toBe(0);
  });

  it('catches up with a burst instead of staying behind', () => {
    const burst = (atMs: number) => every(20)(atMs) + (atMs === 500 ? 2000 : 0);
    const clock = new Clock().run(1000, burst);
    expect(clock.buffer.samplesLeftOut).toBeGreaterThan(1500 * perMs);
    expect(clock.buffer.length).toBeLessThanOrEqual(400 * perMs);
  });

  it('wants to be read faster before it has to leave anything out', () => {
    const clock = new Clock().run(200, every(20));
    expect(clock.buffer.pace).toBe(1);
    for (let more = 0; more < 120 * perMs; more += 1) clock.buffer.add(1);
    expect(clock.buffer.pace).toBeGreaterThan(1);
    expect(clock.buffer.pace).toBeLessThan(1.02);
    expect(clock.buffer.samplesLeftOut).toBe(0);
  });

  it('never holds more than 400 ms, whatever comes', () => {
    const buffer = new JitterBuffer(perSecond);
    for (let sample = 0; sample < 100_000; sample += 1) buffer.add(0.5);
    expect(buffer.length).toBeLessThanOrEqual(400 * perMs);
  });
});
