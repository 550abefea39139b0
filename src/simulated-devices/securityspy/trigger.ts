import type { ModeLetter } from './schedules.ts';
import type { ServerState } from './server-state.ts';
import type { SpyCamera } from './spy-camera.ts';

/** The reason of a trigger by the web, by the place of its bit in the document's list. */
export const webServerReason = 16;

/**
 * What a trigger sets going in the modes that are armed: a recording, and actions.
 * @param reason bits of the document's list
 */
export function trigger(state: ServerState, camera: SpyCamera, reason: number): void {
  const armed = (letter: ModeLetter): boolean => camera.arming.state(letter, state.now()).armed;
  const { number, name } = camera;
  camera.lastMotionMs = state.now();
  if (armed('M')) {
    const file = state.footage.record(number);
    state.events.emit(number, 'TRIGGER_M', String(reason));
    state.events.emit(number, 'FILE', `/Cameras/${name}/${file.folder}/${file.name}`);
  }
  if (armed('A')) state.events.emit(number, 'TRIGGER_A', String(reason));
}
