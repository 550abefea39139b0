import { type CameraCapabilities, type DeviceCamera, noCapabilities } from '../../domain/camera.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import { legacyEndpoint } from './endpoints.ts';
import { mostPresets, ptzFeature } from './ptz-features.ts';
import type { ReportedCamera } from './system-info.ts';

const smallWidth = 320;
/** 4:3, as every size in the document. */
const usualHeight = 240;
const smallFramesPerSecond = 10;

/** A camera of which nothing is known but that the server has it, and the buttons of its page. */
export function foundCamera(number: number, ptz: number): DeviceCamera {
  return {
    channel: String(number),
    name: '',
    state: 'connected',
    capabilities: capabilitiesOf(ptz),
    ...waysToSee(number, {}),
  };
}

export function listedCamera(reported: ReportedCamera): DeviceCamera {
  const { number, name, connected, ptz } = reported;
  const state = connected ? 'connected' : 'no-response';
  return {
    channel: String(number),
    name,
    state: connected === undefined ? 'unknown' : state,
    capabilities: capabilitiesOf(ptz),
    ...waysToSee(number, reported),
  };
}

function capabilitiesOf(mask: number): CameraCapabilities {
  const has = (bit: number) => (mask & bit) !== 0;
  return {
    ...noCapabilities,
    panTilt: has(ptzFeature.panTilt),
    home: has(ptzFeature.home),
    zoom: has(ptzFeature.zoom),
    presets: has(ptzFeature.presets) ? mostPresets : 0,
  };
}

interface Size {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

function waysToSee(
  number: number,
  { width, height }: Size,
): Pick<DeviceCamera, 'streams' | 'snapshotTarget'> {
  const { livePage, stillPicture, jpegVideo, mpeg4Video } = legacyEndpoint;
  const camera = `cameraNum=${number}`;
  const known = width !== undefined && height !== undefined;
  const small = {
    width: smallWidth,
    height: known ? Math.max(1, Math.round((smallWidth * height) / width)) : usualHeight,
  };
  const size = known ? { width, height } : {};
  const snapshotTarget = `${stillPicture.path}?${camera}`;
  const streams: readonly DeviceStream[] = [
    {
      id: 'main-mjpeg',
      kind: 'mjpeg',
      quality: 'main',
      ...size,
      target: `${jpegVideo.path}?${camera}`,
    },
    {
      id: 'sub-mjpeg',
      kind: 'mjpeg',
      quality: 'sub',
      ...small,
      framesPerSecond: smallFramesPerSecond,
      target:
        `${jpegVideo.path}?${camera}&width=${small.width}&height=${small.height}` +
        `&req_fps=${smallFramesPerSecond}`,
    },
    {
      id: 'main-mp4v',
      kind: 'mp4v',
      quality: 'main',
      ...size,
      target: `${mpeg4Video.path}?codec=mp4v&${camera}`,
    },
    { id: 'main-jpeg', kind: 'jpeg', quality: 'main', ...size, target: snapshotTarget },
    { id: 'page', kind: 'page', quality: 'main', target: `${livePage.path}?${camera}` },
  ];
  return { streams, snapshotTarget };
}
