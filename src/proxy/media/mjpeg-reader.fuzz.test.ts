import { describe, expect, it } from 'vitest';
import { framePacketHeaderBytes } from '../../api/frame-packet.ts';
import { MjpegReader } from './mjpeg-reader.ts';
import {
  bareLines,
  lengthless,
  naked,
  padded,
  part,
  picture,
  plain,
  type Random,
  seeded,
  upTo,
} from './test-pictures.ts';

const streams = 10_000;
const picturesPerStream = 10;
const damagedPicture = 3;
const picturesUntilSound = 3;
const styles = [padded, plain, lengthless, bareLines, naked];

type Operator = (bytes: Buffer, random: Random) => Buffer;

const splice = (bytes: Buffer, at: number, removed: number, added: Uint8Array) =>
  Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
const noise = (random: Random, length: number) =>
  Buffer.from(Array.from({ length }, () => upTo(random, 256)));
const retouch = (bytes: Buffer, pattern: RegExp, by: (random: Random) => string, random: Random) =>
  Buffer.from(
    bytes.toString('latin1').replace(pattern, () => by(random)),
    'latin1',
  );

/** Each takes the bytes of one part and gives them back worse. */
const operators: Readonly<Record<string, Operator>> = {
  flipBytes: (bytes, random) => {
    const worse = Buffer.from(bytes);
    for (let n = 1 + upTo(random, 20); n > 0; n -= 1)
      worse[upTo(random, worse.length)] = upTo(random, 256);
    return worse;
  },
  removeRange: (bytes, random) =>
    splice(bytes, upTo(random, bytes.length), 1 + upTo(random, 400), noise(random, 0)),
  insertNoise: (bytes, random) =>
    splice(bytes, upTo(random, bytes.length), 0, noise(random, 1 + upTo(random, 400))),
  repeatRange: (bytes, random) => {
    const from = upTo(random, bytes.length);
    return splice(bytes, upTo(random, bytes.length), 0, bytes.subarray(from, from + 300));
  },
  zeroRange: (bytes, random) => {
    const worse = Buffer.from(bytes);
    const from = upTo(random, worse.length);
    return worse.fill(0, from, Math.min(worse.length, from + 300));
  },
  cutTail: (bytes, random) => bytes.subarray(0, upTo(random, bytes.length)),
  cutHead: (bytes, random) => bytes.subarray(upTo(random, bytes.length)),
  wrongLength: (bytes, random) =>
    retouch(bytes, /length: *\d+/i, (r) => `length: ${upTo(r, 9000)}`, random),
  hugeLength: (bytes, random) => retouch(bytes, /length: *\d+/i, () => 'length: 4000000', random),
  otherBoundary: (bytes, random) =>
    retouch(bytes, /^-+\w*/, (r) => `--${upTo(r, 1e6).toString(36)}`, random),
  strayMarkers: (bytes, random) =>
    splice(bytes, upTo(random, bytes.length), 0, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xd9])),
  insertPage: (bytes, random) =>
    splice(bytes, upTo(random, bytes.length), 0, Buffer.from('<html><body>busy</body></html>')),
};
const operatorNames = Object.keys(operators);

interface Outcome {
  readonly survived: boolean;
  readonly sound: boolean;
}

function runOne(seed: number): Outcome {
  const random = seeded(seed);
  const style = styles[upTo(random, styles.length)] ?? plain;
  const bodies = Array.from({ length: picturesPerStream }, (_, number) =>
    picture(seed * 100 + number, 60 + upTo(random, 900), random),
  );
  const parts = bodies.map((body) => part(style, body));
  const operator = operators[operatorNames[seed % operatorNames.length] ?? ''];
  const victim = parts[damagedPicture];
  if (operator === undefined || victim === undefined) return { survived: false, sound: false };
  parts[damagedPicture] = operator(victim, random);
  // A live stream goes on and so brings the bytes that a wrong length waits for: 32 KiB at most for
  // a part, 64 KiB for a segment where no part tells where the next picture begins.
  const body = Buffer.concat([...parts, Buffer.alloc(style === naked ? 70_000 : 40_000, 0x20)]);
  const seen = new Set<string>();
  const reader = new MjpegReader((packet) =>
    seen.add(packet.toString('latin1', framePacketHeaderBytes)),
  );
  for (let at = 0; at < body.length; ) {
    const chunkBytes = 1 + upTo(random, 5000);
    reader.push(body.subarray(at, at + chunkBytes));
    at += chunkBytes;
  }
  const after = bodies.slice(damagedPicture + picturesUntilSound);
  const before = bodies.slice(0, damagedPicture);
  const sound = [...before, ...after].every((one) => seen.has(one.toString('latin1')));
  return { survived: true, sound };
}

describe('ten thousand damaged streams', () => {
  it('bring every picture before the damage, and every one from the third after it', () => {
    let survived = 0;
    const unsound: number[] = [];
    for (let seed = 0; seed < streams; seed += 1) {
      const outcome = runOne(seed);
      if (outcome.survived) survived += 1;
      if (!outcome.sound) unsound.push(seed);
    }
    expect(operatorNames.length).toBeGreaterThanOrEqual(8);
    expect(survived).toBe(streams);
    expect(unsound).toEqual([]);
  }, 60_000);

  it('cost no more when they come byte by byte', () => {
    const random = seeded(5);
    const body = Buffer.concat(
      Array.from({ length: 4 }, (_, n) => part(lengthless, picture(n, 60_000, random))),
    );
    let pictures = 0;
    const reader = new MjpegReader(() => {
      pictures += 1;
    });
    const startedMs = performance.now();
    for (let at = 0; at < body.length; at += 1) reader.push(body.subarray(at, at + 1));
    expect(pictures).toBe(4);
    // 240,000 pushes; anything quadratic would take minutes.
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});
