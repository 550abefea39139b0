import { afterEach, describe, expect, it, vi } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { reply } from '../link/test-server.ts';
import { anchored, readPlaylist } from './hls-playlist.ts';
import { SegmentNames } from './segment-names.ts';
import { segmentType } from './segment-type.ts';
import { type HubBench, hubBench } from './test-hub.ts';
import { seeded, upTo } from './test-pictures.ts';

const opened: HubBench[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(opened.splice(0).map((bench) => bench.close()));
});

const names = new Map<string, string>();
const place = {
  target: '/live/ch1/index.m3u8?token=1',
  quality: 'main',
  isOwnHost: (hostname: string) => hostname === '10.0.0.5',
  nameOf: (target: string) => {
    const name = names.get(target) ?? `n${names.size}.ts`;
    names.set(target, name);
    return name;
  },
} as const;

const media = (...lines: string[]) =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    '#EXT-X-TARGETDURATION:4',
    '#EXT-X-MEDIA-SEQUENCE:70',
    ...lines,
    '',
  ].join('\n');
const segments = media('#EXTINF:4.000,', 'a.ts', '#EXTINF:3.960,', '/live/ch1/b.ts?x=1');

describe('a playlist', () => {
  it('is written anew with our own names and nothing of the device', () => {
    names.clear();
    const read = readPlaylist(
      segments.replace('#EXTINF:3.960,', '#EXT-X-DISCONTINUITY\n#EXTINF:3.960,<b>'),
      place,
    );
    expect(read).toEqual({
      kind: 'media',
      targetSeconds: 4,
      firstSequence: 70,
      text: '#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:70\n#EXTINF:4.000,\nn0.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:3.960,\nn1.ts\n',
    });
    expect([...names.keys()]).toEqual(['/live/ch1/a.ts', '/live/ch1/b.ts?x=1']);
  });

  it('keeps the initialisation of fragmented MP4, the end, and a discontinuity at the start', () => {
    names.clear();
    const read = readPlaylist(
      media(
        '#EXT-X-MAP:URI="init.mp4"',
        '#EXT-X-DISCONTINUITY',
        '#EXTINF:4,',
        'a.m4s',
        '#EXTINF:4,',
        'b.m4s',
        '#EXT-X-ENDLIST',
      ),
      place,
    );
    expect(read.kind === 'media' ? read.text.split('\n').slice(4) : []).toEqual([
      '#EXT-X-DISCONTINUITY',
      '#EXT-X-MAP:URI="n0.ts"',
      '#EXTINF:4.000,',
      'n1.ts',
      '#EXTINF:4.000,',
      'n2.ts',
      '#EXT-X-ENDLIST',
      '',
    ]);
  });

  it('of a live stream keeps its last segments and their numbers', () => {
    const many = Array.from({ length: 100 }, (_, n) => `#EXTINF:1,\ns${n}.ts`);
    const read = readPlaylist(media(...many), place);
    const text = read.kind === 'media' ? read.text : '';
    expect(text.match(/#EXTINF/g)).toHaveLength(64);
    expect(text).toContain('#EXT-X-MEDIA-SEQUENCE:106\n');
  });

  it('that lies about its target duration is put right', () => {
    const read = readPlaylist(media('#EXTINF:9.5,', 'a.ts'), place);
    expect(read).toMatchObject({ targetSeconds: 10 });
  });

  it('of variants leads to the one that fits the quality', () => {
    const master =
      '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900\nbig/i.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=100\nsmall.m3u8\n';
    expect(readPlaylist(master, place)).toEqual({ kind: 'master', target: '/live/ch1/big/i.m3u8' });
    const sub = readPlaylist(master, { ...place, quality: 'sub' });
    expect(sub).toEqual({ kind: 'master', target: '/live/ch1/small.m3u8' });
  });

  it('may name its own host, at any port, and is still read from the registered origin', () => {
    expect(anchored('http://10.0.0.5:8080/x/a.ts?y', place)).toBe('/x/a.ts?y');
    expect(anchored('https://u:p@10.0.0.5/a.ts', place)).toBe('/a.ts');
    expect(anchored('../b.ts', place)).toBe('/live/b.ts');
  });
});

const foreign = [
  'http://evil.example/a.ts',
  'https://evil.example:443/a.ts',
  '//evil.example/a.ts',
  '\\\\evil.example\\a.ts',
  'http:\\\\evil.example/a.ts',
  'http://10.0.0.5@evil.example/a.ts',
  'http://10.0.0.5.evil.example/a.ts',
  'http://169.254.169.254/latest/meta-data',
  'http://127.0.0.1/a.ts',
  'http://[::1]/a.ts',
  'http://2130706433/a.ts',
  'file:///etc/passwd',
  'ftp://10.0.0.5/a.ts',
  'javascript:alert(1)',
  'data:video/mp2t;base64,AAAA',
  'blob:http://10.0.0.5/1',
  'ws://10.0.0.5/a',
  'gopher://10.0.0.5/a',
  'http://',
  `/${'a'.repeat(3000)}.ts`,
];

describe('a malicious playlist', () => {
  it.each(foreign)('that names %s is refused', (name) => {
    expect(() => anchored(name, place)).toThrow(DeviceError);
    expect(() => readPlaylist(media('#EXTINF:4,', name), place)).toThrow(DeviceError);
    expect(() =>
      readPlaylist(media(`#EXT-X-MAP:URI="${name}"`, '#EXTINF:4,', 'a.ts'), place),
    ).toThrow(DeviceError);
    const master = `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=900\n${name}\n`;
    expect(() => readPlaylist(master, place)).toThrow(DeviceError);
  });

  it.each([
    ['is a page', '<!DOCTYPE html><p>Sign in', 'html-page'],
    ['is text', 'hello', 'not-a-stream'],
    ['is empty', '', 'not-a-stream'],
    [
      'has too many lines',
      media(...Array.from({ length: 6000 }, () => '#EXTINF:1,\na.ts')),
      'too-large',
    ],
    [
      'is encrypted',
      media('#EXT-X-KEY:METHOD=AES-128,URI="http://evil.example/k"', '#EXTINF:4,', 'a.ts'),
      'not-supported',
    ],
    ['has ranges', media('#EXTINF:4,', '#EXT-X-BYTERANGE:10@0', 'a.ts'), 'not-supported'],
  ])('that %s is refused', (_name, text, reason) => {
    expect(() => readPlaylist(text, place)).toThrow(expect.objectContaining({ reason }));
  });

  it('mutated ten thousand times leads nowhere else and never fails untyped', () => {
    const random = seeded(3);
    const whole = segments + segments.replace('a.ts', 'http://10.0.0.5/q.ts');
    const outcomes = { read: 0, refused: 0, other: 0 };
    const lines = /^(#EXTM3U|#EXT-X-[A-Z-]+(:[\w".,=:-]+)?|#EXTINF:\d+\.\d{3},|n\d+\.ts|)$/;
    for (let run = 0; run < 10_000; run += 1) {
      const bytes = Buffer.from(whole);
      for (let n = 1 + upTo(random, 6); n > 0; n -= 1)
        bytes[upTo(random, bytes.length)] = upTo(random, 128);
      try {
        const read = readPlaylist(bytes.toString('latin1'), place);
        const isOurs =
          read.kind === 'master' || read.text.split('\n').every((line) => lines.test(line));
        outcomes[isOurs ? 'read' : 'other'] += 1;
      } catch (error) {
        outcomes[error instanceof DeviceError ? 'refused' : 'other'] += 1;
      }
    }
    expect(outcomes.other).toBe(0);
    expect(outcomes.read + outcomes.refused).toBe(10_000);
    expect(outcomes.read).toBeGreaterThan(100);
  });
});

describe('names of segments', () => {
  it('are kept, opaque and few', () => {
    const own = new SegmentNames();
    const first = own.nameOf('/live/a.m4s?secret=1');
    expect(first).toMatch(/^[\w-]{16}\.m4s$/);
    expect(own.nameOf('/live/a.m4s?secret=1')).toBe(first);
    expect(own.nameOf('/live/a.m4s?secret=1', 7)).not.toBe(first);
    expect(own.nameOf('/live/a.m4s?secret=1', 7)).toBe(own.nameOf('/live/a.m4s?secret=1', 7));
    for (let n = 0; n < 4096; n += 1) own.nameOf(`/s${n}.ts`);
    expect(own.targetOf(first)).toBeUndefined();
    expect(own.targetOf(own.nameOf('/s4000.ts'))).toBe('/s4000.ts');
  });
});

const ts = Buffer.alloc(376);
ts[0] = 0x47;
ts[188] = 0x47;

describe('a segment', () => {
  it.each([
    [ts, 'video/mp2t'],
    [Buffer.from('\0\0\0\x18ftypmp42'), 'video/mp4'],
    [Buffer.from('\0\0\0\x18moof'), 'video/mp4'],
    [Buffer.from([0xff, 0xf1, 0x50]), 'audio/aac'],
  ])('is known by its bytes', (bytes, type) => {
    expect(segmentType(bytes)).toBe(type);
  });

  it.each(['<svg onload=x>', 'GIF89a', '\x89PNG', 'MZ', '#EXTM3U', ''])(
    'that is %j is refused',
    (text) => {
      expect(() => segmentType(Buffer.from(text, 'latin1'))).toThrow(DeviceError);
    },
  );
});

describe('an HLS stream', () => {
  async function bench() {
    const at = await hubBench((socket, request) => {
      const isPlaylist = request.includes('.m3u8');
      socket.write(
        isPlaylist ? reply(segments, 'text/plain') : reply(ts, 'text/vnd.trolltech.linguist'),
      );
    });
    opened.push(at);
    return at;
  }
  const namesIn = (text: string) =>
    text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  it('costs the device one request for each file, however many play it', async () => {
    const at = await bench();
    const texts = await Promise.all(
      Array.from({ length: 50 }, () => at.hub.hlsPlaylist('camera', 'hls')),
    );
    expect(new Set(texts).size).toBe(1);
    const [first = '', second = ''] = namesIn(texts[0] ?? '');
    const got = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        at.hub.hlsSegment('camera', 'hls', n % 2 ? first : second),
      ),
    );
    expect(got[0]).toEqual({ bytes: ts, contentType: 'video/mp2t' });
    await at.hub.hlsSegment('camera', 'hls', first);
    expect(at.server.requests).toHaveLength(3);
    expect(texts[0]).not.toMatch(/^a\.ts/m);
  });

  it('flows while segments come, not by its playlist alone, and not after a failure', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const at = await bench();
    const [first = '', second = ''] = namesIn(await at.hub.hlsPlaylist('camera', 'hls'));
    expect(at.hub.picturesFlow('device-1')).toBe(false);
    await at.hub.hlsSegment('camera', 'hls', first);
    expect(at.hub.picturesFlow('device-1')).toBe(true);
    expect(at.hub.picturesFlow('device-2')).toBe(false);
    vi.advanceTimersByTime(9999);
    expect(at.hub.picturesFlow('device-1')).toBe(true);
    vi.advanceTimersByTime(1);
    await at.hub.hlsSegment('camera', 'hls', first);
    expect(at.hub.picturesFlow('device-1')).toBe(false);
    await at.hub.hlsSegment('camera', 'hls', second);
    expect(at.hub.picturesFlow('device-1')).toBe(true);
    await at.server.close();
    await expect(at.hub.hlsPlaylist('camera', 'hls')).rejects.toBeInstanceOf(DeviceError);
    expect(at.hub.picturesFlow('device-1')).toBe(false);
  });

  it('never shows an old segment for a new one of the same file name', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    let sequence = 70;
    let round = 0;
    const at = await hubBench((socket, request) => {
      const playlist = segments.replace(':70', `:${sequence}`);
      const isPlaylist = request.includes('.m3u8');
      socket.write(isPlaylist ? reply(playlist) : reply(Buffer.concat([ts, Buffer.from([round])])));
    });
    opened.push(at);
    const newest = async () => {
      vi.advanceTimersByTime(2001);
      const [name = ''] = namesIn(await at.hub.hlsPlaylist('camera', 'hls'));
      return (await at.hub.hlsSegment('camera', 'hls', name)).bytes.at(-1);
    };
    const seen: (number | undefined)[] = [];
    // The window turns on to the same files, stands still, and begins anew after a restart.
    for (const next of [70, 72, 72, 0, 70]) {
      sequence = next;
      round += 1;
      seen.push(await newest());
    }
    expect(seen).toEqual([1, 2, 2, 4, 5]);
  });

  it('gives nothing for a name it did not write', async () => {
    const at = await bench();
    await at.hub.hlsPlaylist('camera', 'hls');
    for (const name of ['a.ts', '../a.ts', '/live/ch1/b.ts?x=1', '', '__proto__']) {
      await expect(at.hub.hlsSegment('camera', 'hls', name)).rejects.toMatchObject({
        reason: 'not-found',
      });
    }
    await expect(at.hub.hlsPlaylist('camera', 'main')).rejects.toMatchObject({
      reason: 'not-supported',
    });
    await expect(at.hub.hlsPlaylist('nobody', 'hls')).rejects.toMatchObject({
      reason: 'not-found',
    });
    expect(at.server.requests).toHaveLength(1);
  });
});
