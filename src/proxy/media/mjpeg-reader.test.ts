import { describe, expect, it } from 'vitest';
import { framePacketHeaderBytes } from '../../api/frame-packet.ts';
import { largestFrameBytes, MjpegReader } from './mjpeg-reader.ts';
import {
  bareLines,
  lengthless,
  naked,
  type PartStyle,
  padded,
  part,
  picture,
  plain,
} from './test-pictures.ts';

function read(body: Buffer, chunkBytes = body.length) {
  const pictures: Buffer[] = [];
  const reader = new MjpegReader((packet) =>
    pictures.push(packet.subarray(framePacketHeaderBytes)),
  );
  for (let at = 0; at < body.length; at += chunkBytes)
    reader.push(body.subarray(at, at + chunkBytes));
  return { pictures, reader };
}

const pictures = [0, 1, 2, 3, 4].map((number) => picture(number, 700 + 300 * number));
const stream = (style: PartStyle, bodies = pictures) =>
  Buffer.concat(bodies.map((body) => part(style, body)));

const styles: readonly [string, PartStyle][] = [
  ['a padded length', padded],
  ['an exact length', plain],
  ['no length', lengthless],
  ['bare line feeds and a boundary of dashes', bareLines],
  ['no framing at all', naked],
  ['a length that is too small', { ...plain, header: (n) => [`Content-Length: ${n - 7}`] }],
  ['a length that is too large', { ...plain, header: (n) => [`Content-Length: ${n + 9}`] }],
  ['a length beyond belief', { ...plain, header: () => ['Content-Length: 999999999'] }],
  ['a length of megabytes', { ...plain, header: () => ['Content-Length: 3000000'] }],
];

describe('pictures with', () => {
  it.each(styles)('%s come out whole', (_name, style) => {
    for (const chunkBytes of [1, 7, 1000, 1_000_000]) {
      const body = Buffer.concat([stream(style), stream(style), Buffer.alloc(40_000, 0x20)]);
      expect(read(body, chunkBytes).pictures).toEqual([...pictures, ...pictures]);
    }
  });

  it('a boundary that changes midway come out whole', () => {
    const body = Buffer.concat([stream(plain), stream(bareLines), stream(lengthless)]);
    expect(read(body, 333).pictures).toHaveLength(15);
  });

  it('parts of text between them come out whole', () => {
    const text = Buffer.from(
      '--ipcamera\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nhello\r\n',
    );
    const body = Buffer.concat(pictures.map((body) => Buffer.concat([text, part(plain, body)])));
    expect(read(body, 100).pictures).toEqual(pictures);
  });

  it('a length are given as soon as their last byte has come', () => {
    const whole = part(plain, picture(1, 500));
    expect(read(whole.subarray(0, whole.length - 2)).pictures).toHaveLength(1);
    const without = part(lengthless, picture(1, 500));
    expect(read(without.subarray(0, without.length - 2)).pictures).toHaveLength(1);
  });

  it('a thumbnail inside end where they end', () => {
    const thumbnail = picture(9, 60);
    const segment = Buffer.alloc(4);
    segment.writeUInt16BE(0xffe1, 0);
    segment.writeUInt16BE(thumbnail.length + 2, 2);
    const [first] = pictures;
    const whole = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment,
      thumbnail,
      first?.subarray(2) ?? Buffer.alloc(0),
    ]);
    expect(read(stream(lengthless, [whole, whole]), 11).pictures).toEqual([whole, whole]);
  });
});

describe('a damaged picture', () => {
  const cut = (style: PartStyle) => {
    const bodies = pictures.map((body, index) =>
      part(style, index === 2 ? body.subarray(0, 400) : body),
    );
    return Buffer.concat(bodies);
  };

  it.each([
    ['with a length', plain],
    ['without a length', lengthless],
  ] as const)('that was cut short %s is left out', (_name, style) => {
    const { pictures: seen, reader } = read(cut(style), 97);
    expect(seen).toEqual(pictures.filter((_, index) => index !== 2));
    expect(reader.damaged).toBe(1);
  });

  it('of more than four megabytes is left out, and the next one is not', () => {
    const huge = Buffer.concat([
      picture(7, 100).subarray(0, -2),
      Buffer.alloc(largestFrameBytes, 1),
    ]);
    const body = Buffer.concat([
      part(lengthless, huge),
      Buffer.alloc(100_000, 1),
      stream(lengthless),
    ]);
    expect(read(body, 65_536).pictures.slice(-4)).toEqual(pictures.slice(-4));
  });
});

describe('what is no stream of pictures', () => {
  it.each([
    ['a page', '\n<!DOCTYPE html><html><body>Sign in</body></html>', 'html-page'],
    ['text without end', 'hello '.repeat(20_000), 'not-a-picture'],
  ])('%s is refused', (_name, text, reason) => {
    expect(() => read(Buffer.from(text), 1000)).toThrow(expect.objectContaining({ reason }));
  });

  it('a picture without end is refused, in bounded memory', () => {
    const head = picture(1, 10).subarray(0, -2);
    const body = Buffer.concat([head, Buffer.alloc(3 * largestFrameBytes, 1)]);
    expect(() => read(Buffer.concat([body, body, body]), 65_536)).toThrow();
  });

  it('noise after a picture is refused when it does not end', () => {
    const body = Buffer.concat([stream(plain), Buffer.alloc(largestFrameBytes + 70_000, 0x41)]);
    expect(() => read(body, 65_536)).toThrow(expect.objectContaining({ reason: 'not-a-picture' }));
  });
});
