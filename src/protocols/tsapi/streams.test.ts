import { describe, expect, it } from 'vitest';
import credentials from './fixtures/channel-with-credentials.json';
import enumStatic from './fixtures/enum-channel-static-src.json';
import vodLive from './fixtures/vod-live.json';
import { readChannels, type Source } from './replies.ts';
import { streamTarget } from './stream-target.ts';
import { channelStreams } from './streams.ts';

function sourcesOf(reply: unknown): Source[] {
  return readChannels(JSON.stringify(reply), 'x')[0]?.src ?? [];
}

function source(src: string, rest: Partial<Source> = {}): Source {
  return { src, ...rest };
}

function listed(...sources: Source[]) {
  return channelStreams(1, sources, []).filter((stream) => stream.kind !== 'page');
}

const page = {
  id: 'page',
  kind: 'page',
  quality: 'main',
  target: '/watch?ch=1&showTitle=false&showPlayTime=true',
};

describe('channelStreams', () => {
  it('reads the documented list in spite of its wrong types and profile', () => {
    expect(channelStreams(1, sourcesOf(enumStatic), [])).toEqual([
      stream('main-rtmp', '/live/ch1main', 1920, 1080),
      stream('main-flv', '/live?port=1935&app=live&stream=ch1main', 1920, 1080),
      stream('main-hls', '/hls/ch1main/index.m3u8', 1920, 1080),
      stream('sub-rtmp', '/live/ch1sub', 640, 360),
      stream('sub-flv', '/live?port=1935&app=live&stream=ch1sub', 640, 360),
      stream('sub-hls', '/hls/ch1sub/index.m3u8', 640, 360),
      page,
    ]);
  });

  it('takes the live address where both lists name the same stream', () => {
    const streams = channelStreams(1, sourcesOf(enumStatic), sourcesOf(vodLive));
    expect(streams.map((one) => one.id)).toEqual([
      'main-rtmp',
      'main-flv',
      'main-hls',
      'sub-rtmp',
      'sub-flv',
      'sub-hls',
      'page',
    ]);
    expect(streams.find((one) => one.id === 'main-hls')?.target).toBe('/live/ch1main/index.m3u8');
    expect(streams.find((one) => one.id === 'sub-hls')).toMatchObject({ width: 640, height: 480 });
  });

  it('keeps what only one of the lists names', () => {
    const streams = channelStreams(
      1,
      [source('/hls/ch1main/index.m3u8'), source('/hls/ch1sub/index.m3u8')],
      [source('/live/ch1sub/index.m3u8')],
    );
    expect(streams.map((one) => one.target)).toEqual([
      '/live/ch1sub/index.m3u8',
      '/hls/ch1main/index.m3u8',
      page.target,
    ]);
  });

  it('offers the page of the vendor even where no stream is named', () => {
    expect(channelStreams(1, [], [])).toEqual([page]);
  });

  it.each([
    ['/hls/ch1main/index.m3u8', { protocol: 'flv', type: 'video/x-flv' }, 'hls'],
    ['/x/ch1main.flv?a=1', { protocol: 'hls' }, 'flv'],
    ['/live?app=live&stream=ch1main', { protocol: 'hls', type: 'application/x-mpegurl' }, 'flv'],
    ['rtmp://h/live/ch1main/index.m3u8', { protocol: 'hls' }, 'rtmp'],
    ['rtsp://h/stream1', {}, 'rtsp'],
    ['/video', { protocol: 'HLV', type: 'video/x-flv' }, 'hls'],
    ['/video', { protocol: 'new', type: 'video/x-flv' }, 'flv'],
    ['/video', { type: 'Application/vnd.apple.mpegurl; charset=utf-8' }, 'hls'],
    ['/video', { type: 'multipart/x-mixed-replace;boundary=b' }, 'mjpeg'],
  ])('sees in %s with %j a stream of kind %s', (src, rest, kind) => {
    expect(listed(source(src, rest)).map((one) => one.kind)).toEqual([kind]);
  });

  it.each([
    ['/storage/e/0/0/0/0/100.mp4', { protocol: 'hls' }],
    ['ws://h/live/ch1main.flv', { protocol: 'flv' }],
    ['javascript:alert(1)', { protocol: 'hls' }],
    ['file:///etc/passwd', { type: 'video/x-flv' }],
    ['data:video/x-flv;base64,AAAA', { type: 'video/x-flv' }],
    ['/video', { protocol: 'constructor', type: '__proto__' }],
    ['/video', {}],
    ['', { protocol: 'hls' }],
    ['http://[', { protocol: 'hls' }],
    [`/${'x'.repeat(3000)}.m3u8`, {}],
  ])('leaves out %s with %j', (src, rest) => {
    expect(listed(source(src, rest))).toEqual([]);
  });

  it.each([
    ['/live/ch1sub/index.m3u8', 'main', 'sub'],
    ['/live/ch1main/index.m3u8', 'sub', 'main'],
    ['/live?stream=ch12sub&app=live', undefined, 'sub'],
    ['/cam/1.m3u8', 'Sub', 'sub'],
    ['/cam/1.m3u8', 'third', 'main'],
    ['/cam/1.m3u8', undefined, 'main'],
  ])('takes %s with profile %s for the %s picture', (src, profile, quality) => {
    expect(listed(source(src, { profile })).map((one) => one.quality)).toEqual([quality]);
  });

  it('names a repeated address once and numbers different ones', () => {
    const first = source('http://a/1.m3u8');
    expect(listed(first, source('http://b/1.m3u8?auth=x'), source('/2.m3u8'))).toEqual([
      { id: 'main-hls', kind: 'hls', quality: 'main', target: '/1.m3u8' },
      { id: 'main-hls-2', kind: 'hls', quality: 'main', target: '/2.m3u8' },
    ]);
  });

  it('looks at no more addresses than a channel can have', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => source(`/${index}.m3u8`));
    expect(listed(...many)).toHaveLength(32);
  });
});

describe('streamTarget', () => {
  it('drops hosts and accounts in every form that the document shows', () => {
    const targets = sourcesOf(credentials).map((one) => streamTarget(one.src)?.target);
    expect(targets).toEqual([
      '/live?port=1935&app=live&stream=ch7main',
      '/hls/ch7main/index.m3u8',
      '/live/ch7main',
      '/live?port=1935&app=live&stream=ch7sub',
    ]);
  });

  it.each([
    ['//elsewhere.invalid/a.m3u8', '/a.m3u8'],
    ['http://h//elsewhere.invalid/a.m3u8', '/elsewhere.invalid/a.m3u8'],
    ['http://h/\\elsewhere.invalid/a.m3u8', '/elsewhere.invalid/a.m3u8'],
    ['rtmp://h/\\/elsewhere.invalid', '/elsewhere.invalid'],
    ['live/../../a.m3u8', '/a.m3u8'],
    ['http://h/a b.m3u8?x=1&&y=%2F', '/a%20b.m3u8?x=1&y=%2F'],
    ['http://h/a.m3u8?author=me&%zz=1', '/a.m3u8?author=me&%zz=1'],
    ['http://h/a.m3u8?Token=t&session=s&password=p', '/a.m3u8'],
    ['http://h', '/'],
  ])('anchors %s to %s', (address, target) => {
    expect(streamTarget(address)?.target).toBe(target);
  });

  it('leaves no line break and no host in what remains', () => {
    const target = streamTarget('http://u:p@h:9/a\r\nHost: evil/b.m3u8#frag')?.target ?? '';
    expect(target).toMatch(/^\/[^\s#@]*$/);
    expect(new URL(target, 'http://registered.invalid').host).toBe('registered.invalid');
  });
});

function stream(id: string, target: string, width: number, height: number) {
  const [quality, kind] = id.split('-');
  return { id, kind, quality, target, width, height };
}
