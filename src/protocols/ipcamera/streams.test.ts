import { describe, expect, it } from 'vitest';
import { parseParameters } from '../parsing/parameters.ts';
import { fixedCamera, numberedStreamsCamera, ptzCamera } from './fixtures/cameras.ts';
import { streamsOf } from './streams.ts';

const streams = (text: string) => streamsOf(parseParameters(text, 'x'));
const targets = (text: string) => streams(text).map(({ id, port, target }) => [id, port, target]);

describe('streamsOf', () => {
  it('lists MJPEG on its port, the H.264 streams that are on, and stills', () => {
    expect(streams(ptzCamera)).toEqual([
      {
        id: 'main-mjpeg',
        kind: 'mjpeg',
        quality: 'main',
        width: 1280,
        height: 720,
        target: '/',
        port: 8008,
      },
      {
        id: 'main-rtsp',
        kind: 'rtsp',
        quality: 'main',
        width: 1920,
        height: 1080,
        codec: 'h264',
        target: '/h264',
        port: 554,
      },
      {
        id: 'sub-rtsp',
        kind: 'rtsp',
        quality: 'sub',
        width: 640,
        height: 480,
        codec: 'h264',
        target: '/h264_2',
        port: 554,
      },
      { id: 'main-jpeg', kind: 'jpeg', quality: 'main', target: '/cgi-bin/jpg/image.cgi' },
    ]);
  });

  it('leaves out what is disabled', () => {
    expect(targets(fixedCamera)).toEqual([
      ['main-rtsp', 554, '/h264'],
      ['main-jpeg', undefined, '/cgi-bin/jpg/image.cgi'],
    ]);
    const withoutRtsp = ptzCamera.replace('RTSP.Enabled=yes', 'RTSP.Enabled=no');
    expect(streams(withoutRtsp).map(({ kind }) => kind)).toEqual(['mjpeg', 'jpeg']);
  });

  it('knows all four of a quad model', () => {
    const quad = ptzCamera.replace('720p,1080p,vga,disable', 'vga,1080p,720p,cif,qcif');
    expect(targets(quad).slice(1, 5)).toEqual([
      ['main-rtsp', 554, '/h264'],
      ['sub-rtsp', 554, '/h264_2'],
      ['sub-rtsp-2', 554, '/h264_3'],
      ['sub-rtsp-3', 554, '/h264_4'],
    ]);
    expect(streams(quad)[3]).toMatchObject({ width: undefined, codec: 'h264' });
  });

  it('takes paths, codecs and ports from a device that names them', () => {
    expect(targets(numberedStreamsCamera)).toEqual([
      ['main-mjpeg', 8080, '/'],
      ['main-rtsp', 8554, '/stream1'],
      ['sub-rtsp', 8554, '/gate/low'],
      ['main-jpeg', undefined, '/cgi-bin/jpg/image.cgi'],
    ]);
    expect(streams(numberedStreamsCamera).map(({ codec }) => codec)).toEqual([
      undefined,
      'h265',
      'h264',
      undefined,
    ]);
  });

  it('numbers the streams of a device that only tells their encoders', () => {
    const text = 'root.Image.I0.Appearance.Stream.S0.EncodeType=H.264\n';
    expect(targets(text)[1]).toEqual(['main-rtsp', 554, '/stream1']);
  });

  it('falls back to the one stream that every other model has', () => {
    expect(targets('root.Brand.Brand=x\n')).toEqual([
      ['main-mjpeg', 8008, '/'],
      ['main-rtsp', 554, '/h264'],
      ['main-jpeg', undefined, '/cgi-bin/jpg/image.cgi'],
    ]);
  });

  it.each([
    'rtsp://guard:FIXTURESECRET@192.0.2.9/stream1',
    '//192.0.2.9/stream1',
    '../stream1',
    'a/../b',
    'stream 1',
    'stream1?auth=FIXTURESECRET',
  ])('follows no path such as %s', (path) => {
    const text = `root.Network.RTSP.Stream1=${path}\nroot.Network.RTSP.Stream2=stream2\n`;
    expect(targets(text)[1]).toEqual(['main-rtsp', 554, '/stream2']);
    expect(JSON.stringify(streams(text))).not.toMatch(/FIXTURESECRET|192\.0\.2/);
  });

  it.each(['0', '65536', 'x', ''])('keeps to the usual port where it says %j', (port) => {
    const text = `root.Network.RTSP.Port=${port}\nroot.Network.MJPEG.Port=${port}\n`;
    expect(streams(text).map((one) => one.port)).toEqual([8008, 554, undefined]);
  });
});
