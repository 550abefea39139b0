import type { ChannelState, DeviceCamera, RecordingStatus } from '../../domain/camera.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import { featuresOf, permissionsOf } from './camera-fields.ts';
import { type Fields, fieldOf, integerField, switchField } from './fields.ts';
import { ptzCapabilities } from './ptz-features.ts';
import { soundOf } from './sound.ts';
import { cameraStreams, type PictureSize, snapshotTarget } from './streams.ts';

const anyCode = [-2_147_483_648, 2_147_483_647] as const;

/** The cameras of a server by their numbers. What has no number, or one that was there, is left out. */
export function cameras(reported: readonly Fields[]): DeviceCamera[] {
  const byNumber = new Map<number, Fields>();
  for (const camera of reported) {
    const number = integerField(camera, [0, 9999], 'number');
    if (number !== undefined && !byNumber.has(number)) byNumber.set(number, camera);
  }
  return [...byNumber]
    .sort(([one], [other]) => one - other)
    .map(([number, camera]) => toCamera(number, camera));
}

function toCamera(number: number, camera: Fields): DeviceCamera {
  const state = stateOf(camera);
  return {
    channel: String(number),
    name: fieldOf(camera, 'name')?.slice(0, 128) ?? '',
    state,
    recording: state === 'connected' ? recordingOf(camera) : undefined,
    capabilities: ptzCapabilities(featuresOf(camera), permissionsOf(camera)),
    streams: cameraStreams(number, sizeOf(camera)).filter((stream) => isNative(camera, stream)),
    snapshotTarget: snapshotTarget(number),
    ...soundOf(number, camera),
  };
}

/** Codes are not documented; their descriptions are words for people, of which some are certain. */
function stateOf(camera: Fields): ChannelState {
  const connected = switchField(camera, 'connected');
  if (connected === undefined) return 'unknown';
  if (connected) return 'connected';
  const description = fieldOf(camera, 'last-error-description') ?? '';
  const code = integerField(camera, anyCode, 'last-error') ?? 0;
  if (code === 0 && description === '') return 'connecting';
  if (/time[d\s-]*out/i.test(description)) return 'camera-timeout';
  if (/unauthori[sz]ed|authentication|password|log-?in\b/i.test(description)) {
    return 'camera-login-failed';
  }
  return 'no-response';
}

/**
 * Continuous capture that is armed records all the time, and with both captures disarmed nothing
 * does. Motion capture records now and then: whether it does at this moment, systemInfo does not say.
 */
function recordingOf(camera: Fields): RecordingStatus | undefined {
  const continuous = switchField(camera, 'cc-mode', 'mode-c');
  const onMotion = switchField(camera, 'mc-mode', 'mode-m');
  const takesFilm = switchField(camera, 'cc-movie') ?? true;
  if (continuous === true && takesFilm) return { streaming: true, recording: true };
  if (continuous === undefined || onMotion !== false) return undefined;
  return { streaming: true, recording: false };
}

/**
 * Of a camera that sends JPEG, whatever else the server offers would have to be encoded by the
 * server first, which costs it much and comes later. The name of that format is inferred.
 */
function isNative(camera: Fields, { kind }: DeviceStream): boolean {
  const isJpeg = /jpe?g/i.test(fieldOf(camera, 'video-format') ?? '');
  return !isJpeg || kind === 'mjpeg' || kind === 'page';
}

function sizeOf(camera: Fields): PictureSize | undefined {
  const width = integerField(camera, [1, 65_535], 'video-width', 'width');
  const height = integerField(camera, [1, 65_535], 'video-height', 'height');
  return width === undefined || height === undefined ? undefined : { width, height };
}
