import type { CameraId, DeviceId } from '../../domain/camera.ts';
import type { DeviceSound } from '../../domain/sound.ts';
import type { DeviceConnection } from '../link/device-connection.ts';

/** Where sound comes from, or goes to. */
export interface SoundPlace {
  readonly deviceId: DeviceId;
  readonly sound: DeviceSound;
  readonly connection: Pick<DeviceConnection, 'openStream' | 'sendStream'>;
}

/** What the registry tells of voices. Asked anew whenever somebody listens or talks. */
export interface VoiceDirectory {
  /** Null where it has none, or nobody knows the camera. */
  microphoneOf(cameraId: CameraId): SoundPlace | null;
  loudspeakerOf(cameraId: CameraId): SoundPlace | null;
}
