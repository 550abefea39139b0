import type { DeviceStream, StreamQuality } from '../../domain/stream.ts';
import type { Endpoint, QueryValue } from '../protocol.ts';
import {
  hlsMaster,
  hlsPlaylist,
  liveH26x,
  liveJpeg,
  liveRtsp,
  multiplexPage,
  stillImage,
} from './endpoints-live.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const usualSize: PictureSize = { width: 1920, height: 1080 };
const subWidth = 640;
const subFramesPerSecond = 10;

/** Path and query of a row, its parameters in the order given. */
export function target({ path }: Endpoint, query: Readonly<Record<string, QueryValue>>): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return `${path}?${pairs.join('&')}`;
}

/**
 * Every way to see a camera. Whichever of the HLS streams of one quality stands first is the one
 * that is played unasked; the others are what is left when it fails.
 * @param size undefined where the server does not know it yet
 */
export function cameraStreams(cameraNum: number, size: PictureSize | undefined): DeviceStream[] {
  const small = subSize(size ?? usualSize);
  const fps = subFramesPerSecond;
  const hls = (id: string, quality: StreamQuality, level: 0 | 1 | 2): DeviceStream => ({
    id,
    kind: 'hls',
    quality,
    target: target(hlsPlaylist, { cameraNum, quality: level }),
  });
  return [
    {
      id: 'main-h26x',
      kind: 'h26x',
      quality: 'main',
      ...size,
      codec: 'h264',
      target: target(liveH26x, { cameraNum, vcodec: 'h264' }),
    },
    {
      id: 'main-mjpeg',
      kind: 'mjpeg',
      quality: 'main',
      ...size,
      target: target(liveJpeg, { cameraNum, vcodec: 'jpeg' }),
    },
    {
      id: 'sub-mjpeg',
      kind: 'mjpeg',
      quality: 'sub',
      ...small,
      framesPerSecond: fps,
      target: target(liveJpeg, { cameraNum, ...small, fps, vcodec: 'jpeg' }),
    },
    hls('main-hls', 'main', 2),
    hls('medium-hls', 'main', 1),
    hls('sub-hls', 'sub', 0),
    {
      id: 'adaptive-hls',
      kind: 'hls',
      quality: 'main',
      target: target(hlsMaster, { cameraNum }),
    },
    {
      id: 'main-rtsp',
      kind: 'rtsp',
      quality: 'main',
      ...size,
      codec: 'h264',
      // Served on the port of HTTP, so it has none of its own. vcodec counts only before acodec.
      target: target(liveRtsp, { cameraNum, vcodec: 'h264', acodec: 'none' }),
    },
    {
      id: 'page',
      kind: 'page',
      quality: 'main',
      target: target(multiplexPage, { cameras: cameraNum }),
    },
    {
      id: 'sub-h26x',
      kind: 'h26x',
      quality: 'sub',
      ...small,
      framesPerSecond: fps,
      codec: 'h264',
      target: target(liveH26x, { cameraNum, ...small, fps, vcodec: 'h264' }),
    },
  ];
}

export function snapshotTarget(cameraNum: number): string {
  return target(stillImage, { cameraNum });
}

/** The picture at the width of a tile, in its own shape; encoders want even numbers. */
function subSize({ width, height }: PictureSize): PictureSize {
  const share = Math.min(1, subWidth / width);
  const even = (pixels: number) => Math.max(2, 2 * Math.round((pixels * share) / 2));
  return { width: even(width), height: even(height) };
}
