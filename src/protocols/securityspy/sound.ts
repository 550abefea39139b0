import type { DeviceCamera } from '../../domain/camera.ts';
import { permissionsOf } from './camera-fields.ts';
import { listenAudio, talkAudio } from './endpoints-live.ts';
import { type Fields, fieldOf, switchField } from './fields.ts';
import { target } from './streams.ts';

/** Bits of `permissions`: the account may hear the camera, and may talk through it. */
const permission = { hear: 512, talk: 2048 } as const;

/**
 * Ways to hear a camera and to talk through it: G.711 µ-law, 8000 Hz, mono, both ways. Which cameras
 * have a loudspeaker, no server tells; one with sound is taken to have one.
 */
export function soundOf(
  cameraNum: number,
  camera: Fields,
): Pick<DeviceCamera, 'sound' | 'loudspeaker'> {
  const hasSound =
    switchField(camera, 'has-audio') ?? fieldOf(camera, 'audio-format') !== undefined;
  if (!hasSound) return {};
  const rights = permissionsOf(camera);
  const may = (bit: number) => rights === undefined || (rights & bit) !== 0;
  return {
    ...(may(permission.hear) && {
      sound: {
        target: target(listenAudio, { cameraNum }),
        codec: 'mulaw',
        contentType: 'audio/basic',
      },
    }),
    ...(may(permission.talk) && {
      loudspeaker: {
        target: target(talkAudio, { cameraNum }),
        codec: 'mulaw',
        contentType: 'audio/g711-ulaw',
      },
    }),
  };
}
