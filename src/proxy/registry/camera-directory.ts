import type { CameraId } from '../../domain/camera.ts';
import type { DeviceStream } from '../../domain/stream.ts';
import type { CameraStanding } from '../access/authorize.ts';
import type { DeviceConnection } from '../link/device-connection.ts';
import type { MediaDirectory, MediaSource } from '../media/media-directory.ts';
import type { SoundPlace, VoiceDirectory } from '../voice/voice-directory.ts';
import type { ActiveCamera, ActiveDevice } from './active-device.ts';
import type { DeviceRegistry } from './device-registry.ts';
import type { Drafts } from './drafts.ts';

export interface FoundCamera {
  readonly device: ActiveDevice;
  readonly camera: ActiveCamera;
}

/** Where every camera that may be seen is: enabled ones of the registry, and those of drafts. */
export class CameraDirectory implements MediaDirectory, VoiceDirectory {
  readonly #registry: DeviceRegistry;
  readonly #drafts: Drafts;

  constructor(registry: DeviceRegistry, drafts: Drafts) {
    this.#registry = registry;
    this.#drafts = drafts;
  }

  /** Enabled cameras of registered devices, in the order of their numbers. */
  get cameras(): readonly FoundCamera[] {
    return this.#registry.devices
      .flatMap((device) => device.cameras.map((camera) => ({ device, camera })))
      .filter(({ camera }) => camera.row.enabled)
      .sort((one, other) => one.camera.row.number - other.camera.row.number);
  }

  camera(cameraId: CameraId): FoundCamera | undefined {
    for (const device of this.#registry.devices) {
      const camera = device.cameras.find(({ row }) => row.id === cameraId);
      if (camera) return camera.row.enabled ? { device, camera } : undefined;
    }
    const device = this.#drafts.deviceOfCamera(cameraId);
    const camera = device?.cameras.find(({ row }) => row.id === cameraId);
    return device && camera ? { device, camera } : undefined;
  }

  /** Whose camera it is, for whoever decides who may see it. */
  standing(cameraId: CameraId): (CameraStanding & { readonly name: string }) | null {
    const found = this.camera(cameraId);
    if (!found) return null;
    const { id, name } = found.camera.row;
    return { id, name, isDraft: this.#drafts.deviceOfCamera(id) !== undefined };
  }

  find(cameraId: CameraId, streamId: string): MediaSource | null {
    const found = this.camera(cameraId);
    const connection = found?.device.connection;
    const stream = found?.camera.row.description.streams.find(({ id }) => id === streamId);
    if (!found || !connection || !stream) return null;
    return { cameraId, deviceId: found.device.id, stream, connection };
  }

  snapshotOf(cameraId: CameraId): { connection: DeviceConnection; target: string } | null {
    const found = this.camera(cameraId);
    const connection = found?.device.connection;
    const target = found?.camera.row.description.snapshotTarget;
    return connection && target !== undefined ? { connection, target } : null;
  }

  streamsOf(cameraId: CameraId): readonly DeviceStream[] {
    return this.camera(cameraId)?.camera.row.description.streams ?? [];
  }

  microphoneOf(cameraId: CameraId): SoundPlace | null {
    return this.#soundPlace(cameraId, 'sound');
  }

  loudspeakerOf(cameraId: CameraId): SoundPlace | null {
    return this.#soundPlace(cameraId, 'loudspeaker');
  }

  #soundPlace(cameraId: CameraId, end: 'sound' | 'loudspeaker'): SoundPlace | null {
    const found = this.camera(cameraId);
    const connection = found?.device.connection;
    const sound = found?.camera.row.description[end];
    return found && connection && sound ? { deviceId: found.device.id, sound, connection } : null;
  }
}
