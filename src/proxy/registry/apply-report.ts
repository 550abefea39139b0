import { type ChannelState, type DeviceCamera, noCapabilities } from '../../domain/camera.ts';
import type { DeviceErrorKind } from '../../domain/device-error.ts';
import type { CameraDescription, CameraRow } from '../store/store.ts';
import type { ActiveCamera, DeviceStatus } from './active-device.ts';
import type { CheckReport } from './check-device.ts';
import { cleanFact, cleanName } from './clean-name.ts';
import { deviceProblem } from './device-error-of.ts';

/** Four times the largest recorder that we know of; a device must not fill our memory with names. */
const mostCameras = 1024;

export interface Condition {
  readonly status: DeviceStatus;
  readonly cameras: readonly ActiveCamera[];
}

export interface ApplyContext {
  readonly deviceId: string;
  /** For cameras to which the device gives no name. */
  readonly deviceName: string;
  readonly nowMs: number;
  readonly newCameraId: () => string;
  /** A number that no camera has yet; another one at each call. */
  readonly newNumber: () => number;
}

/** The condition of a device after it answered, or failed to. Keeps what has not changed. */
export function applyReport(
  before: Condition,
  report: CheckReport,
  context: ApplyContext,
): Condition {
  return report.kind === 'answered'
    ? applyAnswer(before, report, context)
    : applyFailure(before, report, context.nowMs);
}

function applyAnswer(
  before: Condition,
  report: Extract<CheckReport, { kind: 'answered' }>,
  context: ApplyContext,
): Condition {
  const { nowMs } = context;
  const told = new Map(
    report.cameras.slice(0, mostCameras).map((camera) => [camera.channel, camera]),
  );
  const known = before.cameras.map((camera) => {
    const heard = told.get(camera.row.channel);
    told.delete(camera.row.channel);
    // A channel that the device no longer names keeps its place on the walls.
    return heard ? hear(camera, heard, nowMs) : inState(camera, 'unused', nowMs);
  });
  const added = [...told.values()].map((camera) => addCamera(camera, context));
  const cameras = [...known, ...added];
  const state = cameras.every(isWell) ? 'online' : 'partly-online';
  const identity = report.identity ? cleanIdentity(report.identity) : before.status.identity;
  return {
    cameras,
    status: {
      state,
      stateSinceMs: before.status.state === state ? before.status.stateSinceMs : nowMs,
      identity,
      clockSkewMs: report.clockSkewMs ?? before.status.clockSkewMs,
      latencyMs: report.latencyMs,
      lastSeenMs: nowMs,
    },
  };
}

function applyFailure(
  before: Condition,
  report: Extract<CheckReport, { kind: 'failed' }>,
  nowMs: number,
): Condition {
  const { kind } = report.error;
  const state = stateByKind[kind] ?? 'offline';
  const silent = state === 'login-refused' ? 'unknown' : 'no-response';
  return {
    cameras:
      state === 'partly-online'
        ? before.cameras
        : before.cameras.map((camera) => inState(camera, silent, nowMs)),
    status: {
      ...before.status,
      state,
      stateSinceMs: before.status.state === state ? before.status.stateSinceMs : nowMs,
      problem: deviceProblem(report.error),
      latencyMs: undefined,
    },
  };
}

/** A device that refuses this one request is not away. */
const stateByKind: Partial<Record<DeviceErrorKind, DeviceStatus['state']>> = {
  unauthorized: 'login-refused',
  forbidden: 'partly-online',
  busy: 'partly-online',
};

function isWell(camera: ActiveCamera): boolean {
  return !camera.row.enabled || ['connected', 'unknown', 'unused'].includes(camera.state);
}

function inState(camera: ActiveCamera, state: ChannelState, nowMs: number): ActiveCamera {
  return camera.state === state ? camera : { row: camera.row, state, stateSinceMs: nowMs };
}

function hear(camera: ActiveCamera, heard: DeviceCamera, nowMs: number): ActiveCamera {
  const description = descriptionOf(heard);
  const same = JSON.stringify(description) === JSON.stringify(camera.row.description);
  const row: CameraRow = same ? camera.row : { ...camera.row, description };
  const stays = camera.state === heard.state;
  return {
    row,
    state: heard.state,
    stateSinceMs: stays ? camera.stateSinceMs : nowMs,
    notRecordingSinceMs: notRecordingSince(heard, camera.notRecordingSinceMs, nowMs),
  };
}

function addCamera(heard: DeviceCamera, context: ApplyContext): ActiveCamera {
  const number = context.newNumber();
  return {
    row: {
      id: context.newCameraId(),
      deviceId: context.deviceId,
      channel: heard.channel,
      number,
      name: cleanName(heard.name) || cleanName(`${context.deviceName} ${heard.channel}`),
      enabled: heard.state !== 'unused',
      description: descriptionOf(heard),
    },
    state: heard.state,
    stateSinceMs: context.nowMs,
    notRecordingSinceMs: notRecordingSince(heard, undefined, context.nowMs),
  };
}

function notRecordingSince(
  heard: DeviceCamera,
  since: number | undefined,
  nowMs: number,
): number | undefined {
  const { recording } = heard;
  if (!recording?.streaming || recording.recording) return undefined;
  return recording.failedSinceMs ?? since ?? nowMs;
}

function descriptionOf(heard: DeviceCamera): CameraDescription {
  return {
    capabilities: { ...noCapabilities, ...heard.capabilities },
    streams: heard.streams,
    ...(heard.snapshotTarget === undefined ? {} : { snapshotTarget: heard.snapshotTarget }),
    ...(heard.sound && { sound: heard.sound }),
    ...(heard.loudspeaker && { loudspeaker: heard.loudspeaker }),
  };
}

function cleanIdentity(identity: NonNullable<DeviceStatus['identity']>): DeviceStatus['identity'] {
  return {
    ...identity,
    product: cleanFact(identity.product),
    firmware: cleanFact(identity.firmware),
    siteName: cleanFact(identity.siteName),
    serial: cleanFact(identity.serial),
  };
}
