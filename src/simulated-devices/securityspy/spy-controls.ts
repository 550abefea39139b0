import { controlsOf, type DeviceControls } from '../control/device-controls.ts';
import { toneHertz } from './audio-routes.ts';
import type { ServerState } from './server-state.ts';

/** What of the server's cameras turns, hears and speaks. */
export function spyControls({ cameras, desk }: ServerState): DeviceControls {
  const hearing = cameras.filter(({ hasAudio }) => hasAudio);
  return controlsOf({
    desk,
    heads: () =>
      cameras
        .filter(({ ptz }) => ptz.features !== 0)
        .map(({ number, ptz }) => ({ camera: number, ...ptz.motors.state })),
    heard: () =>
      hearing.map(({ number, loudspeaker }) => ({ camera: number, ...loudspeaker.report })),
    tones: () => hearing.map(({ number }) => ({ camera: number, hertz: toneHertz(number) })),
  });
}
