import { describe, expect, it } from 'vitest';
import { loadClip } from './clip-files.ts';
import { type Clip, lengthPrefixed } from './flv-clip.ts';
import { mp4Head } from './mp4-writer.ts';

function writeMp4(...[clip, frames, size]: Parameters<typeof mp4Head>): Buffer {
  return Buffer.concat([mp4Head(clip, frames, size), ...frames.map(lengthPrefixed)]);
}

function clipOf(name: string): Clip {
  const clip = loadClip(name);
  if (clip === null) throw new TypeError(`the clip ${name} is missing`);
  return clip;
}

/** The content of a box below others, read by its length alone. */
function inside(file: Buffer, ...path: readonly string[]): Buffer {
  const [name, ...rest] = path;
  if (name === undefined) return file;
  for (let at = 0; at + 8 <= file.length; at += file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === name)
      return inside(file.subarray(at + 8, at + file.readUInt32BE(at)), ...rest);
  }
  return Buffer.alloc(0);
}

describe('mp4Head', () => {
  const clip = clipOf('ch1sub');
  const frames = clip.frames.slice(30, 75);
  const file = writeMp4(clip, frames, [640, 360]);
  const table = ['moov', 'trak', 'mdia', 'minf', 'stbl'] as const;

  it('leads to every picture by offset and size', () => {
    const sizes = inside(file, ...table, 'stsz');
    let at = inside(file, ...table, 'stco').readUInt32BE(8);
    expect(sizes.readUInt32BE(8)).toBe(45);
    for (const [index, frame] of frames.entries()) {
      const size = sizes.readUInt32BE(12 + index * 4);
      expect(file.subarray(at, at + size)).toEqual(Buffer.from(lengthPrefixed(frame)));
      at += size;
    }
    expect(at).toBe(file.length);
  });

  it('tells its length, its key pictures and its decoder', () => {
    const head = inside(file, 'moov', 'mvhd');
    expect(head.readUInt32BE(16) / head.readUInt32BE(12)).toBe(3);
    const keys = inside(file, ...table, 'stss');
    expect([1, 2, 3].map((entry) => keys.readUInt32BE(4 + entry * 4))).toEqual([1, 16, 31]);
    const described = inside(file, ...table, 'stsd').subarray(8);
    expect(described.toString('latin1', 4, 8)).toBe('avc1');
    expect(described.indexOf('avcC')).toBeGreaterThan(0);
  });
});
