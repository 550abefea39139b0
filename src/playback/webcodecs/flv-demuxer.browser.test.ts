import { describe, expect, it } from 'vitest';
import { type EncodedPicture, FlvDemuxer, type VideoSetup } from './flv-demuxer.ts';
import { fetchClip } from './test-clip.ts';

const clip = await fetchClip();

function demux(file: Uint8Array<ArrayBuffer>, pieceBytes: number) {
  const setups: VideoSetup[] = [];
  const pictures: EncodedPicture[] = [];
  let foreign = 0;
  const demuxer = new FlvDemuxer({
    setup: (setup) => setups.push(setup),
    picture: (picture) => pictures.push(picture),
    foreign: () => {
      foreign += 1;
    },
  });
  let sound = true;
  for (let at = 0; at < file.length && sound; at += pieceBytes) {
    sound = demuxer.push(file.subarray(at, at + pieceBytes));
  }
  return { setups, pictures, foreign, sound };
}

const header = Uint8Array.from([0x46, 0x4c, 0x56, 1, 1, 0, 0, 0, 9, 0, 0, 0, 0]);

function fileOf(...bodies: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const tags = bodies.flatMap((body, index) => [
    ...[9, 0, body.length >> 8, body.length & 255, 0, 0, index * 40, 1, 0, 0, 0],
    ...body,
    ...[0, 0, 0, 0],
  ]);
  return Uint8Array.from([...header, ...tags]);
}

const hvc1 = [0x68, 0x76, 0x63, 0x31];
/** The beginning of a record as x265 and ffmpeg make it: Main profile, level 3.0. */
const hevcRecord = [1, 1, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 30, 0xf0, 0, 0xfc, 0xfd, 0xf8, 0xf8];

describe('FlvDemuxer', () => {
  it.each([1, 7, 4096, 1_000_000])('reads a clip in pieces of %i bytes', (pieceBytes) => {
    const { setups, pictures, sound } = demux(clip, pieceBytes);
    expect(sound).toBe(true);
    expect(setups.map(({ codec }) => codec)).toEqual(['avc1.4D401F']);
    expect(setups[0]?.description.length).toBe(0x2f - 5);
    expect(pictures).toHaveLength(900);
    expect(pictures[0]).toMatchObject({ isKey: true, timestampUs: 0 });
    expect(pictures[15]?.timestampUs).toBe(1_000_000);
    expect(pictures.filter(({ isKey }) => isKey).length).toBeGreaterThan(10);
    // Each holds units with their lengths before them, which fill it exactly.
    for (const { data } of pictures) {
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      let at = 0;
      while (at < data.length) at += 4 + view.getUint32(at);
      expect(at).toBe(data.length);
    }
  });

  it('reads H.265 under its four letters, with and without composition time', () => {
    const record = [...hevcRecord, 0, 0, 15, 0];
    const file = fileOf(
      [0x90, ...hvc1, ...record],
      [0x91, ...hvc1, 0, 0, 80, 1, 2, 3],
      [0xa3, ...hvc1, 4, 5, 6],
    );
    const { setups, pictures } = demux(file, 9);
    expect(setups.map(({ codec }) => codec)).toEqual(['hvc1.1.6.L30.90']);
    const startMs = 2 ** 24;
    expect(pictures).toEqual([
      { isKey: true, timestampUs: (startMs + 40 + 80) * 1000, data: Uint8Array.from([1, 2, 3]) },
      { isKey: false, timestampUs: (startMs + 80) * 1000, data: Uint8Array.from([4, 5, 6]) },
    ]);
  });

  it('reads H.265 under the number that it once had', () => {
    const { setups } = demux(fileOf([0x1c, 0, 0, 0, 0, ...hevcRecord, 0, 0, 15, 0]), 100);
    expect(setups).toHaveLength(1);
  });

  it.each([
    ['Sorenson video', [0x12, 0, 0, 0, 0, 0]],
    ['AV1', [0x91, 0x61, 0x76, 0x30, 0x31, 0, 0, 0, 0]],
    ['a record that is none', [0x17, 0, 0, 0, 0, 9]],
  ])('says that %s is foreign', (_name, body) => {
    expect(demux(fileOf(body), 100)).toMatchObject({ foreign: 1, sound: true, pictures: [] });
  });

  it.each([
    ['a page', new TextEncoder().encode('<!doctype html><title>x</title>')],
    [
      'a tag of sixteen megabytes',
      Uint8Array.from([...header, 9, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0]),
    ],
    ['a tag of another type', Uint8Array.from([...header, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('stops at %s', (_name, file) => {
    expect(demux(file, 5).sound).toBe(false);
  });

  it('neither crashes nor hangs on ten thousand damaged files', () => {
    const start = clip.slice(0, 12_000);
    let seed = 7;
    const random = (limit: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return seed % limit;
    };
    let stopped = 0;
    let read = 0;
    for (let run = 0; run < 10_000; run += 1) {
      const worse = start.slice();
      for (let n = 1 + random(12); n > 0; n -= 1) worse[random(worse.length)] = random(256);
      const { sound, pictures } = demux(worse, 200 + random(6000));
      if (!sound) stopped += 1;
      read += pictures.length;
    }
    expect(stopped).toBeGreaterThan(0);
    expect(read).toBeGreaterThan(10_000);
  });
});
