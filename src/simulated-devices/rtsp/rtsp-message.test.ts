import { describe, expect, it } from 'vitest';
import { interleave } from './interleaved.ts';
import { RtspReader, writeReply } from './rtsp-message.ts';
import { readTransport } from './transport-header.ts';

const options = Buffer.from('OPTIONS * RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: me\r\n\r\n');

describe('RtspReader', () => {
  it('finds requests and packets however the bytes are cut', () => {
    const bytes = Buffer.concat([
      options,
      interleave(1, Buffer.from('\r\n\r\n$')),
      Buffer.from(
        'SET_PARAMETER rtsp://a/h264 RTSP/1.0\r\nCSeq:2\r\nContent-Length: 4\r\n\r\n$abc',
      ),
      options,
    ]);
    const reader = new RtspReader();
    const found = [...bytes].flatMap((byte) => reader.push(Buffer.of(byte)));
    expect(found.map((item) => (item.kind === 'request' ? item.method : item.kind))).toEqual([
      'OPTIONS',
      'packet',
      'SET_PARAMETER',
      'OPTIONS',
    ]);
    expect(new RtspReader().push(bytes)).toEqual(found);
  });

  it.each([
    ['no RTSP', 'GET / HTTP/1.0\r\n\r\n'],
    ['a header without a name', 'OPTIONS * RTSP/1.0\r\n: 1\r\n\r\n'],
    ['a body without end', 'OPTIONS * RTSP/1.0\r\nContent-Length: 99999999\r\n\r\n'],
    ['a head without end', 'O'.repeat(9000)],
  ])('is broken by %s', (_, text) => {
    expect(new RtspReader().push(Buffer.from(text))).toEqual([{ kind: 'broken' }]);
  });
});

describe('writeReply', () => {
  it('puts the number first and measures the body in bytes', () => {
    expect(writeReply({ status: 200, headers: { Session: '1' }, body: 'é' }, '7')).toBe(
      'RTSP/1.0 200 OK\r\nCSeq: 7\r\nSession: 1\r\nContent-Length: 2\r\n\r\né',
    );
  });
});

describe('readTransport', () => {
  it.each([
    ['RTP/AVP;unicast;client_port=6300-6301', { kind: 'udp', rtpPort: 6300, rtcpPort: 6301 }],
    ['RTP/AVP/UDP;unicast;client_port=6300', { kind: 'udp', rtpPort: 6300, rtcpPort: 6301 }],
    ['RTP/AVP/TCP;unicast', { kind: 'interleaved', channel: null }],
    ['RTP/AVP/TCP;unicast;interleaved=2-3', { kind: 'interleaved', channel: 2 }],
    [
      'RTP/AVP;multicast;client_port=6300-6301,RTP/AVP/TCP;unicast;interleaved=0-1',
      { kind: 'interleaved', channel: 0 },
    ],
    ['RTP/AVP;multicast;client_port=6300-6301', null],
    ['RTP/AVP;unicast;client_port=0-1', null],
    ['RTP/AVP;unicast', null],
    ['RAW/RAW/UDP;unicast', null],
    ['', null],
  ])('reads %s', (header, expected) => {
    expect(readTransport(header)).toEqual(expected);
  });
});
