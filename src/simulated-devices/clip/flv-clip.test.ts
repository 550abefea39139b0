import { describe, expect, it } from 'vitest';
import { loadClip } from './clip-files.ts';
import { clipCodec, flvHeader, flvVideoTag, nalUnits, readFlvClip } from './flv-clip.ts';

const names = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((channel) => [
  `ch${channel}main`,
  `ch${channel}sub`,
]);

describe('the clips of the repository', () => {
  it.each(names)('%s loops over exactly a minute with a key picture each second', (name) => {
    const clip = loadClip(name);
    expect(clip?.framesPerSecond).toBe(15);
    expect(clip?.frames).toHaveLength(900);
    expect(clip?.frames.flatMap(({ key }, index) => (key ? [index] : []))).toEqual(
      Array.from({ length: 60 }, (_, second) => second * 15),
    );
    expect(clip?.parameterSets.map((set) => (set[0] ?? 0) & 31)).toEqual([7, 8]);
  });

  it('is null for a name without a clip', () => {
    expect(loadClip('ch99main')).toBeNull();
  });
});

describe('readFlvClip', () => {
  const body = Uint8Array.of(0x17, 1, 0, 0, 0, 0, 0, 0, 2, 0x65, 0x88);
  const configuration = Uint8Array.of(
    0x17,
    0,
    0,
    0,
    0,
    1,
    0x4d,
    0,
    31,
    0xff,
    0xe1,
    0,
    1,
    0x67,
    1,
    0,
    1,
    0x68,
  );

  it('reads back what flvVideoTag writes, with timestamps beyond 24 bits', () => {
    const file = Buffer.concat([
      flvHeader,
      flvVideoTag(configuration, 0),
      flvVideoTag(body, 0x0123_4567),
    ]);
    const clip = readFlvClip(file);
    expect(clip?.parameterSets).toEqual(
      [Uint8Array.of(0x67), Uint8Array.of(0x68)].map((set) => Buffer.from(set)),
    );
    expect(clip?.frames[0]?.timestampMs).toBe(0x0123_4567);
    expect(clip?.frames.flatMap(nalUnits).map((unit) => [...unit])).toEqual([[0x65, 0x88]]);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another format', Buffer.from('RIFF and then some more')],
    ['a file that ends in its header', Buffer.from(flvHeader)],
    ['pictures without a configuration', Buffer.concat([flvHeader, flvVideoTag(body, 0)])],
    [
      'a picture cut short',
      Buffer.concat([flvHeader, flvVideoTag(configuration, 0)]).subarray(0, 25),
    ],
  ])('is null for %s', (_, file) => {
    expect(readFlvClip(file)).toBeNull();
  });
});

describe('readFlvClip with H.265', () => {
  const enhanced = (head: number, rest: readonly number[]): Uint8Array =>
    Uint8Array.of(head, 0x68, 0x76, 0x63, 0x31, ...rest);
  const array = (type: number, unit: readonly number[]): number[] => [
    type,
    0,
    1,
    0,
    unit.length,
    ...unit,
  ];
  const record = [
    ...Array.from({ length: 22 }, () => 0),
    3,
    ...array(0x20, [0x40, 1]),
    ...array(0x21, [0x42, 1, 9]),
    ...array(0x22, [0x44]),
  ];

  it('reads parameter sets and pictures with and without a composition time', () => {
    const clip = readFlvClip(
      Buffer.concat([
        flvHeader,
        flvVideoTag(enhanced(0x90, record), 0),
        flvVideoTag(enhanced(0x91, [0, 0, 0, 0, 0, 0, 2, 0x26, 1]), 0),
        flvVideoTag(enhanced(0xa3, [0, 0, 0, 2, 2, 1]), 40),
      ]),
    );
    expect(clip === null ? null : clipCodec(clip)).toBe('h265');
    expect(clip?.parameterSets.map((set) => [...set])).toEqual([[0x40, 1], [0x42, 1, 9], [0x44]]);
    expect(clip?.frames.map(({ key }) => key)).toEqual([true, false]);
    expect(clip?.frames.flatMap(nalUnits).map((unit) => [...unit])).toEqual([
      [0x26, 1],
      [2, 1],
    ]);
  });

  it('is null for a codec that is not named hvc1', () => {
    const other = Uint8Array.of(0x90, 0x61, 0x76, 0x30, 0x31, ...record);
    expect(readFlvClip(Buffer.concat([flvHeader, flvVideoTag(other, 0)]))).toBeNull();
  });
});
