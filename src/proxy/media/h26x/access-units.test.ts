import { describe, expect, it } from 'vitest';
import type { FlvTag } from '../flv-reader.ts';
import { seeded, upTo } from '../test-pictures.ts';
import { AccessUnits } from './access-units.ts';
import {
  clipTags,
  clipUnits,
  h265Pictures,
  payloadOf,
  withLengths,
  withStartCodes,
} from './test-units.ts';

/** What ffmpeg writes into an MP4 of the same stream, tagged `hvc1`. */
const hevcRecord =
  '0101600000009000000000001ef000fcfdf8f800000f03a00001001840010c01ffff0160000003009000000300000300' +
  '1e968090a10001002a42010101600000030090000003000003001ea0142061f26596a4932bc05a020000030002000003' +
  '000a10a2000100074401c172b46240';

function read(bodies: readonly Buffer[]): FlvTag[] {
  const units = new AccessUnits();
  return bodies.flatMap((body, index) => units.read(body, index * 40));
}

describe('access units of H.264', () => {
  it.each([
    ['start codes', withStartCodes],
    ['lengths', withLengths],
  ])('with %s become the tags that the clip has itself', (_name, frame) => {
    const pictures = 120;
    const tags = read(clipUnits(pictures).map(frame));
    const clip = clipTags(pictures + 1);
    expect(tags.map(payloadOf)).toEqual(clip.map(payloadOf));
    expect(tags.map(({ isKeyFrame }) => isKeyFrame)).toEqual(
      clip.map(({ isKeyFrame }) => isKeyFrame),
    );
    expect(tags.filter(({ isConfiguration }) => isConfiguration)).toHaveLength(1);
  });

  it('before the first parameter sets are left out', () => {
    const [key, ...rest] = clipUnits(4).map(withStartCodes);
    const tags = read([...rest, key as Buffer]);
    expect(tags.map(({ isConfiguration }) => isConfiguration)).toEqual([true, false]);
  });

  it('may bring their parameter sets in a part of their own', () => {
    const [first = []] = clipUnits(1);
    const tags = read([first.slice(0, 1), first.slice(1, 2), first.slice(2)].map(withStartCodes));
    expect(tags.map(({ isKeyFrame }) => isKeyFrame)).toEqual([false, true]);
  });

  it('announce a new configuration when the parameter sets change', () => {
    const [first = []] = clipUnits(1);
    const other = first.map((unit, index) => (index === 0 ? Buffer.from(unit) : unit));
    other[0]?.writeUInt8(0x29, 3);
    const tags = read([first, first, other].map(withStartCodes));
    expect(tags.map(({ isConfiguration }) => isConfiguration)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });
});

describe('access units of H.265', () => {
  it('are written under their four letters, with the record of ISO/IEC 14496-15', () => {
    const tags = read(h265Pictures());
    expect(tags).toHaveLength(11);
    expect(tags[0] && payloadOf(tags[0]).toString('hex')).toBe(hevcRecord);
    expect(tags[0]?.bytes.toString('latin1', 11, 16)).toBe('\x90hvc1');
    expect(tags.flatMap(({ isKeyFrame }, at) => (isKeyFrame ? [at] : []))).toEqual([1, 6]);
  });

  it('take over when a camera is set to the other codec', () => {
    const tags = read([...clipUnits(2).map(withStartCodes), ...h265Pictures()]);
    expect(tags.filter(({ isConfiguration }) => isConfiguration)).toHaveLength(2);
    expect(tags).toHaveLength(3 + 11);
  });
});

it('ten thousand damaged access units neither crash nor grow', () => {
  const random = seeded(5);
  const sound = [
    ...clipUnits(12).map(withStartCodes),
    ...clipUnits(12).map(withLengths),
    ...h265Pictures(),
  ];
  let read = 0;
  for (let run = 0; run < 10_000; run += 1) {
    const units = new AccessUnits();
    const worse = Buffer.from(sound[run % sound.length] as Buffer);
    for (let n = 1 + upTo(random, 20); n > 0; n -= 1)
      worse[upTo(random, Math.min(worse.length, 200))] = upTo(random, 256);
    const tags = units.read(worse.subarray(0, 1 + upTo(random, worse.length)), run);
    for (const { bytes } of tags) expect(bytes.length).toBeLessThan(2 * worse.length + 400);
    read += tags.length;
  }
  expect(read).toBeGreaterThan(500);
});
