import { describe, expect, it } from 'vitest';
import { collectGarbage } from '../test-site/collect-garbage.ts';
import { FlvReader } from './flv-reader.ts';
import { largestFrameBytes, MjpegReader } from './mjpeg-reader.ts';

const mebibyte = 1024 * 1024;
const startOfPicture = Buffer.from('ffd8ffe000040000ffda00040000', 'hex');
const startOfVideo = Buffer.concat([
  Buffer.from('464c5601010000000900000000', 'hex'),
  // A tag of a hair less than four mebibytes, which never ends.
  Buffer.from('093fffff00000000000000', 'hex'),
]);

interface Reader {
  push(chunk: Uint8Array): void;
}

/** Feeds a reader with one thing that never ends, as long as it takes it. */
function starve(reader: Reader, beginning: Buffer): void {
  reader.push(beginning);
  const chunk = Buffer.alloc(64 * 1024, 1);
  for (let sent = 0; sent < largestFrameBytes - mebibyte / 8; sent += chunk.length) {
    reader.push(chunk);
  }
}

describe('trust: the memory that the streams of one device hold', () => {
  it.each<readonly [string, () => Reader, Buffer]>([
    ['pictures', () => new MjpegReader(() => undefined), startOfPicture],
    ['video', () => new FlvReader({ header: () => undefined, tag: () => undefined }), startOfVideo],
  ])('is four mebibytes each and a little, for %s', async (_, make, beginning) => {
    await collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    const readers = Array.from({ length: 8 }, make);
    for (const reader of readers) starve(reader, beginning);
    await collectGarbage();
    const held = process.memoryUsage().arrayBuffers - before;
    // Enough that the readers have not been collected as well.
    expect(held).toBeGreaterThan(readers.length * 3.8 * mebibyte);
    expect(held).toBeLessThan(readers.length * 4.6 * mebibyte);
  });
});
