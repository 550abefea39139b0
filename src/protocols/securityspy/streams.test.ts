import { describe, expect, it } from 'vitest';
import { cameraStreams, snapshotTarget } from './streams.ts';

const targetsOf = (number: number, size?: { width: number; height: number }) =>
  Object.fromEntries(cameraStreams(number, size).map(({ id, target }) => [id, target]));

describe('cameraStreams', () => {
  it('lists every way to see a camera, best first of each kind', () => {
    expect(Object.entries(targetsOf(3, { width: 1280, height: 720 }))).toEqual([
      ['main-h26x', '/++video?cameraNum=3&vcodec=h264'],
      ['main-mjpeg', '/++video?cameraNum=3&vcodec=jpeg'],
      ['sub-mjpeg', '/++video?cameraNum=3&width=640&height=360&fps=10&vcodec=jpeg'],
      ['main-hls', '/++hls_mediaplaylist?cameraNum=3&quality=2'],
      ['medium-hls', '/++hls_mediaplaylist?cameraNum=3&quality=1'],
      ['sub-hls', '/++hls_mediaplaylist?cameraNum=3&quality=0'],
      ['adaptive-hls', '/++hls?cameraNum=3'],
      ['main-rtsp', '/++stream?cameraNum=3&vcodec=h264&acodec=none'],
      ['page', '/++multiplex?cameras=3'],
      ['sub-h26x', '/++video?cameraNum=3&width=640&height=360&fps=10&vcodec=h264'],
    ]);
  });

  it('plays the best HLS of each quality unasked', () => {
    const hls = cameraStreams(0, undefined).filter(({ kind }) => kind === 'hls');
    expect(hls.find(({ quality }) => quality === 'main')?.id).toBe('main-hls');
    expect(hls.filter(({ quality }) => quality === 'sub').map(({ id }) => id)).toEqual(['sub-hls']);
  });

  it('serves RTSP on the port of the origin', () => {
    const rtsp = cameraStreams(0, undefined).find(({ kind }) => kind === 'rtsp');
    expect([rtsp?.id, rtsp?.codec, rtsp?.port]).toEqual(['main-rtsp', 'h264', undefined]);
  });

  it.each([
    [{ width: 3072, height: 2048 }, 640, 426],
    [{ width: 1080, height: 1920 }, 640, 1138],
    [{ width: 320, height: 240 }, 320, 240],
    [{ width: 1, height: 1 }, 2, 2],
    [{ width: 65_535, height: 1 }, 640, 2],
    [undefined, 640, 360],
  ])('keeps the shape of %j in the small picture', (size, width, height) => {
    const small = cameraStreams(0, size).filter(({ kind, quality }) => {
      return quality === 'sub' && kind !== 'hls';
    });
    expect(small.map((stream) => [stream.width, stream.height])).toEqual([
      [width, height],
      [width, height],
    ]);
  });

  it('claims no size of the full picture that the server does not know', () => {
    const main = cameraStreams(0, undefined).filter(({ quality }) => quality === 'main');
    expect(main.every(({ width, height }) => width === undefined && height === undefined)).toBe(
      true,
    );
  });

  it('asks for stills of camera 0 too', () => {
    expect(snapshotTarget(0)).toBe('/++image?cameraNum=0');
  });
});
