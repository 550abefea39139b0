import type { CameraView } from '../../api/camera.ts';
import type { DeviceView } from '../../api/device.ts';
import type { CameraOffers } from '../../domain/camera.ts';
import { zoneText } from '../../domain/zone-text.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { CameraDescription } from '../store/store.ts';
import type { ActiveCamera, ActiveDevice } from './active-device.ts';

/** A device as the browser sees it: no password, no target of a stream. */
export function deviceView(device: ActiveDevice): DeviceView {
  const { row, status } = device;
  return {
    id: row.id,
    name: row.name,
    protocolId: row.protocolId,
    protocolName: device.protocol?.name ?? row.protocolId,
    address: shownAddress(row.origin, row.entryTarget),
    username: row.username,
    hasPassword: device.sealedPassword !== undefined,
    ...given('certificate', row.certificate),
    state: status.state,
    stateSinceMs: status.stateSinceMs,
    ...given('problem', status.problem),
    cameras: device.cameras.map(({ row: { id, name, number, enabled } }) => ({
      id,
      name,
      number,
      enabled,
    })),
    ...given('product', status.identity?.product),
    ...given('firmware', status.identity?.firmware),
    ...given('zone', zoneText(status.identity?.zone)),
    ...given('clockSkewMs', status.clockSkewMs),
    ...given('latencyMs', status.latencyMs),
    ...given('lastSeenMs', status.lastSeenMs),
  };
}

/** @param repackages whether the proxy's machine can turn RTSP into what a browser plays */
export function cameraView(
  device: ActiveDevice,
  camera: ActiveCamera,
  repackages = true,
): CameraView {
  const { row } = camera;
  const { capabilities, streams, snapshotTarget } = row.description;
  return {
    id: row.id,
    deviceId: row.deviceId,
    deviceName: device.row.name,
    number: row.number,
    name: row.name,
    state: camera.state,
    stateSinceMs: camera.stateSinceMs,
    ...given('notRecordingSinceMs', camera.notRecordingSinceMs),
    streams: streams.map(({ target: _, port: __, ...stream }) =>
      stream.kind === 'rtsp' && !repackages ? { ...stream, needs: 'ffmpeg' } : stream,
    ),
    hasSnapshot: snapshotTarget !== undefined,
    hasPictureSettings: device.protocol?.operations.readPictureSettings !== undefined,
    capabilities,
    offers: offersOf(device.protocol, row.description),
    ...given('zone', zoneText(device.status.identity?.zone)),
  };
}

/** What the protocol can do and this camera has. */
function offersOf(protocol: Protocol | undefined, description: CameraDescription): CameraOffers {
  const { capabilities: has, sound, loudspeaker } = description;
  const can = protocol?.operations ?? {};
  const listsFiles = can.listRecordedFiles !== undefined && can.recordedFileTarget !== undefined;
  const turns = has.panTilt || has.zoom || has.focus || has.iris;
  return {
    steering: turns && (can.movePtz ?? can.stepPtz) !== undefined,
    outputs: has.relayOutputs + has.auxOutputs > 0 && can.switchOutput !== undefined,
    inputs: has.digitalInputs > 0 && can.readInputs !== undefined,
    arming: can.readArming !== undefined,
    pictureChange: can.changePictureSettings !== undefined,
    sound: sound !== undefined,
    loudspeaker: loudspeaker !== undefined,
    exports: can.openExport !== undefined || listsFiles,
    exportsEncrypted: can.openExport !== undefined,
  };
}

/** The origin, with the typed path where there is one. */
function shownAddress(origin: string, entryTarget: string): string {
  return entryTarget === '/' ? origin : `${origin}${entryTarget}`;
}

/** Whether the protocol does anything with the path that a person typed. */
export function usesEntryTarget(protocol: Protocol): boolean {
  const typed = '/typed';
  return protocol.recognition.target(typed) === typed;
}

function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]: V });
}
