import { describe, expect, it } from 'vitest';
import { seeded, upTo } from '../test-pictures.ts';
import { PartReader } from './part-reader.ts';
import { clipUnits, multipart, type PartLook, withStartCodes } from './test-units.ts';

const bodies = clipUnits(20).map(withStartCodes);
const usual: PartLook = {
  boundary: 'wall',
  type: 'video/h264',
  newline: '\r\n',
  hasLength: true,
};
const line = 'multipart/x-mixed-replace; boundary=wall';

function read(body: Buffer, chunkBytes: number, contentType = line): Buffer[] {
  const parts: Buffer[] = [];
  const reader = new PartReader(contentType, (part) => parts.push(Buffer.from(part.body)));
  for (let at = 0; at < body.length; at += chunkBytes) {
    reader.push(body.subarray(at, at + chunkBytes));
  }
  return parts;
}

describe('PartReader', () => {
  it.each([
    ['as it should be', {}, line],
    ['with bare line feeds', { newline: '\n' }, line],
    ['without a type', { type: null }, line],
    ['with dashes in the declared boundary', {}, `${line.replace('wall', '--wall')}`],
    ['with a quoted boundary', {}, 'multipart/x-mixed-replace;boundary="wall"'],
    ['with another boundary than declared', { boundary: 'other' }, line],
    ['without a declared boundary', {}, 'multipart/x-mixed-replace'],
  ] satisfies [string, Partial<PartLook>, string][])(
    'cuts a body %s',
    (_name, look, contentType) => {
      const body = multipart(bodies, { ...usual, ...look });
      for (const chunkBytes of [1, 17, 1400, 1_000_000]) {
        expect(read(body, chunkBytes, contentType)).toEqual(bodies);
      }
    },
  );

  it('hands a part over as soon as its length has come, without waiting for the next', () => {
    const body = multipart(bodies.slice(0, 1), usual);
    expect(read(body.subarray(0, -2), 100)).toEqual(bodies.slice(0, 1));
  });

  it('cuts at the boundary where parts have no length', () => {
    const body = multipart(bodies, { ...usual, hasLength: false });
    expect(read(Buffer.concat([body, Buffer.from('--wall\r\n')]), 700)).toEqual(bodies);
  });

  it.each(['9000', '3000000', '99999999'])(
    'believes the boundary, not a length of %s',
    (length) => {
      const text = multipart(bodies, usual).toString('latin1');
      const lying = Buffer.from(text.replace(/Length: \d+/g, `Length: ${length}`), 'latin1');
      expect(read(Buffer.concat([lying, Buffer.from('--wall\r\n')]), 700).slice(-15)).toEqual(
        bodies.slice(-15),
      );
    },
  );

  it('goes on at the next boundary after damage', () => {
    const body = multipart(bodies, usual);
    const at = body.indexOf('Content-Length', 9000);
    const damaged = Buffer.concat([body.subarray(0, at), Buffer.alloc(90, 1), body.subarray(at)]);
    expect(read(damaged, 512).length).toBeGreaterThanOrEqual(bodies.length - 1);
  });

  it.each([
    ['a page', Buffer.from('<html><body>Sign in</body></html>'), 'html-page'],
    ['no multipart body', Buffer.alloc(100_000, 7), 'not-a-stream'],
    [
      'parts of five megabytes',
      multipart(Array<Buffer>(4).fill(Buffer.alloc(5_000_000, 7)), { ...usual, hasLength: false }),
      'too-large',
    ],
    [
      'a part without end',
      Buffer.concat([Buffer.from('--wall\r\n\r\n'), Buffer.alloc(20_000_000, 7)]),
      'not-a-stream',
    ],
  ])('refuses %s', (_name, body, reason) => {
    expect(() => read(body, 65_536)).toThrow(expect.objectContaining({ reason }));
  });

  it('survives ten thousand damaged bodies', () => {
    const random = seeded(21);
    const whole = multipart(bodies.slice(10), usual);
    const outcomes = new Map<string, number>();
    for (let run = 0; run < 10_000; run += 1) {
      const worse = Buffer.from(whole);
      for (let n = 1 + upTo(random, 30); n > 0; n -= 1)
        worse[upTo(random, worse.length)] = upTo(random, 256);
      let outcome = 'read';
      try {
        read(worse, 1 + upTo(random, 4000));
      } catch (error) {
        outcome = error instanceof Error ? error.name : 'other';
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].filter((name) => name !== 'DeviceError')).toEqual(['read']);
  });
});
