import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modulo32, nalPayloads, rtpPacket, stampPacket } from './rtp-packets.ts';

/** Puts fragments together again, as a receiver does (RFC 6184, 5.8). */
function reassemble(payloads: readonly Uint8Array[]): number[][] {
  const units: number[][] = [];
  for (const payload of payloads) {
    const [indicator = 0, header = 0] = payload;
    if ((indicator & 0x1f) !== 28) {
      units.push([...payload]);
    } else {
      if ((header & 0x80) !== 0) units.push([(indicator & 0xe0) | (header & 0x1f)]);
      units.at(-1)?.push(...payload.subarray(2));
    }
  }
  return units;
}

const unit = fc
  .tuple(fc.integer({ min: 1, max: 23 }), fc.uint8Array({ minLength: 1, maxLength: 400 }))
  .map(([type, rest]) => Uint8Array.of(0x60 | type, ...rest));

describe('nalPayloads', () => {
  it('keeps within the size and gives every unit back', () => {
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 3, max: 200 }),
        (units, most) => {
          const payloads = nalPayloads(units, most);
          expect(Math.max(...payloads.map(({ length }) => length))).toBeLessThanOrEqual(most);
          expect(reassemble(payloads)).toEqual(units.map((one) => [...one]));
        },
      ),
    );
  });

  it('marks the first and the last fragment of a key picture of importance 3', () => {
    const payloads = nalPayloads([Uint8Array.of(0x65, 1, 2, 3, 4, 5)], 4);
    expect(payloads.map((one) => [...one])).toEqual([
      [0x7c, 0x85, 1, 2],
      [0x7c, 0x05, 3, 4],
      [0x7c, 0x45, 5],
    ]);
  });

  it('sends a small unit as it is', () => {
    const small = Uint8Array.of(0x68, 0xee, 0x3c, 0x80);
    expect(nalPayloads([small], 4)).toEqual([small]);
  });
});

describe('rtpPacket', () => {
  it('writes version, marker, type and timestamp, and takes number and source when it is sent', () => {
    const packet = rtpPacket(
      { payloadType: 99, marker: true, timestamp: 2 ** 32 + 5 },
      Uint8Array.of(9),
    );
    expect([...packet]).toEqual([0x80, 0x80 | 99, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 9]);
    expect([...stampPacket(packet, 65_537, 0xdeadbeef)]).toEqual([
      0x80,
      0x80 | 99,
      0,
      1,
      0,
      0,
      0,
      5,
      0xde,
      0xad,
      0xbe,
      0xef,
      9,
    ]);
    expect(packet[3]).toBe(0);
  });

  it('wraps what does not fit 32 bits', () => {
    expect(modulo32(2 ** 32)).toBe(0);
    expect(modulo32(-1)).toBe(2 ** 32 - 1);
  });
});
