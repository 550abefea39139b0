import { describe, expect, it } from 'vitest';
import { jpegSize } from './jpeg-size.ts';

const start = [0xff, 0xd8];
const app0 = [0xff, 0xe0, 0x00, 0x04, 0x01, 0x02];
const huffman = [0xff, 0xc4, 0x00, 0x03, 0x00];
const frame = [0xff, 0xc0, 0x00, 0x0b, 0x08, 0x01, 0x68, 0x02, 0x80, 0x01, 0x01, 0x11, 0x00];

describe('jpegSize', () => {
  it('reads the frame header behind other segments', () => {
    const jpeg = new Uint8Array([...start, ...app0, ...huffman, 0xff, ...frame]);
    expect(jpegSize(jpeg)).toEqual({ width: 640, height: 360 });
  });

  it('reads a slice of a larger buffer', () => {
    const bytes = new Uint8Array([1, 2, 3, ...start, ...frame]);
    expect(jpegSize(bytes.subarray(3))).toEqual({ width: 640, height: 360 });
  });

  it.each([
    ['HTML', [...new TextEncoder().encode('<html><body></body></html>')]],
    ['nothing', []],
    ['a picture that ends before its frame header', [...start, ...app0]],
    ['a segment of impossible length', [...start, 0xff, 0xe0, 0xff, 0xff, 0, 0, 0, 0, 0, 0]],
    [
      'a picture of no height',
      [...start, ...frame.map((byte, i) => (i === 5 || i === 6 ? 0 : byte))],
    ],
  ])('finds no size in %s', (_name, bytes) => {
    expect(jpegSize(new Uint8Array(bytes))).toBeNull();
  });
});
