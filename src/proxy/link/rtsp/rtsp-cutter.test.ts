import { describe, expect, it } from 'vitest';
import { RtspCutter } from './rtsp-cutter.ts';

const packet = Buffer.from([0x24, 1, 0, 3, 0x52, 0x24, 0x0a]);
const sdp = 'v=0\r\nm=video 0 RTP/AVP 96\r\n';
const flow = Buffer.concat([
  Buffer.from(`RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: ${sdp.length}\r\n\r\n${sdp}`),
  packet,
  Buffer.from('\r\n\0'),
  Buffer.from('RTSP/1.0 200 OK\nCSeq: 4\nSession: 7;timeout=60\n\n'),
  packet,
  packet,
]);

function cut(pieces: readonly Buffer[]) {
  const messages: string[] = [];
  const packets: Buffer[] = [];
  const cutter = new RtspCutter({
    message: ({ line, headers, body }) =>
      messages.push([line, ...headers.map((pair) => pair.join('=')), body.toString()].join('|')),
    packets: (bytes) => packets.push(bytes),
  });
  for (const piece of pieces) cutter.push(piece);
  return { messages, packets: Buffer.concat(packets) };
}

describe('cutting a connection', () => {
  it.each([1, 2, 3, 7, 64, 4096])('gives the same, in pieces of %i bytes', (size) => {
    const pieces = [];
    for (let at = 0; at < flow.length; at += size) pieces.push(flow.subarray(at, at + size));
    expect(cut(pieces)).toEqual({
      messages: [
        `RTSP/1.0 200 OK|CSeq=2|Content-Length=${sdp.length}|${sdp}`,
        'RTSP/1.0 200 OK|CSeq=4|Session=7;timeout=60|',
      ],
      packets: Buffer.concat([packet, packet, packet]),
    });
  });

  it.each([
    ['a header without end', `RTSP/1.0 200 OK\r\nX: ${'x'.repeat(20_000)}`],
    ['a body that is too large', 'RTSP/1.0 200 OK\r\nContent-Length: 300000\r\n\r\n'],
    ['a body of no length', 'RTSP/1.0 200 OK\r\nContent-Length: -1\r\n\r\n'],
    ['another language', 'HTTP/1.1 200 OK\r\n\r\n'],
  ])('refuses %s', (_, text) => {
    expect(() => cut([Buffer.from(text)])).toThrow(
      expect.objectContaining({ reason: 'not-a-stream' }),
    );
  });
});
