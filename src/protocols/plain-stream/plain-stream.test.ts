import { describe, expect, it } from 'vitest';
import { fakeLink, toPeek } from '../fake-link.ts';
import { sources } from './fixtures/sources.ts';
import { nameFromTarget } from './name-from-target.ts';
import { operations } from './operations.ts';
import { recognition } from './recognition.ts';

const entryTarget = '/live/gate.cgi?camera=2';
const at = (everything: { contentType?: string; text?: string; status?: number }) =>
  fakeLink({ entryTarget, everything });

describe('listCameras', () => {
  it.each([
    ['ffmpegMjpeg', 'mjpeg'],
    ['motionMjpeg', 'mjpeg'],
    ['silentMjpeg', 'mjpeg'],
    ['flv', 'flv'],
    ['playlist', 'hls'],
    ['rtsp', 'rtsp'],
    ['snapshot', 'jpeg'],
  ] as const)('plays %s as %s', async (source, kind) => {
    const [camera, ...others] = await operations.listCameras(at(sources[source]));
    expect(others).toEqual([]);
    expect(camera).toMatchObject({ channel: '1', name: 'gate', state: 'connected' });
    const codec = kind === 'rtsp' ? { codec: 'h264' } : {};
    expect(camera?.streams).toEqual([
      { id: `main-${kind}`, kind, quality: 'main', target: entryTarget, ...codec },
    ]);
    expect(camera?.snapshotTarget).toBe(kind === 'jpeg' ? entryTarget : undefined);
  });

  it.each([
    [sources.page, 'malformed-reply', 'html-page'],
    [sources.transportStream, 'unsupported', 'not-supported'],
    [{ text: '{"code":0}' }, 'malformed-reply', 'not-a-stream'],
    [{ text: '' }, 'malformed-reply', 'empty-reply'],
    [{ status: 401 }, 'unauthorized', 'login-refused'],
    [{ status: 403 }, 'forbidden', 'no-permission'],
    [{ status: 404 }, 'rejected', 'not-found'],
    [{ status: 302 }, 'rejected', 'redirected'],
    [{ status: 503 }, 'rejected', 'server-error'],
  ])('says what stands at the address instead: %j', async (answer, kind, reason) => {
    const failure = { name: 'DeviceError', kind, reason };
    await expect(operations.listCameras(at(answer))).rejects.toMatchObject(failure);
    await expect(operations.identify(at(answer))).rejects.toMatchObject(failure);
  });
});

describe('recognition', () => {
  it.each([
    ['ffmpegMjpeg', 'multipart/x-mixed-replace'],
    ['flv', 'FLV'],
    ['playlist', '#EXTM3U'],
    ['rtsp', 'RTSP'],
    ['snapshot', 'JPEG'],
  ] as const)('names what it saw of %s', (source, evidence) => {
    expect(recognition.judge(toPeek(sources[source]))).toEqual({ confidence: 0.6, evidence });
  });

  it('looks at the address that was typed', () => {
    expect(recognition.target(entryTarget)).toBe(entryTarget);
  });

  it.each([204, 302, 401, 404, 500])('believes no answer with status %i', (status) => {
    expect(recognition.judge(toPeek({ ...sources.motionMjpeg, status }))).toBeNull();
  });

  it('offers nothing that no browser plays', () => {
    expect(recognition.judge(toPeek(sources.transportStream))).toBeNull();
  });
});

describe('nameFromTarget', () => {
  it.each([
    ['/live/gate.flv', 'gate'],
    ['/hls/north_yard/index.m3u8', 'north yard'],
    ['/cameras/Loading%20bay/video.mjpg', 'Loading bay'],
    ['/axis-cgi/mjpg/video.cgi?camera=1&pwd=secret', ''],
    ['/cam/%E0%A4%A/1.jpg', ''],
    ['/%E7%8E%84%E5%85%B3/live', '玄关'],
    ['/', ''],
    ['', ''],
  ])('%s gives %j', (target, name) => {
    expect(nameFromTarget(target)).toBe(name);
  });
});
