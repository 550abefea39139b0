import type { PresetView } from '../../api/presets.ts';
import { goToPreset, readPosition } from '../../device-access/steering.ts';
import { awaitSettled } from './await-settled.ts';
import type { Helm } from './helm.ts';
import { steeringWindow } from './steering-window.ts';

/** Sends a camera to a preset and keeps it named as where it goes until it stands. */
export async function goTo(helm: Helm, preset: PresetView): Promise<void> {
  const { cameraId } = helm;
  const { signal } = helm.travel(preset.id);
  const done = await helm.attempt(() => goToPreset(cameraId, steeringWindow(), preset.id));
  const read = () => readPosition(cameraId, signal);
  if (done && !signal.aborted) {
    try {
      await awaitSettled({
        readPosition: helm.can.position ? read : null,
        wait: (ms) => abortable(ms, signal),
      });
    } catch {
      // Where it looks is no longer known, or no longer asked for; that it went is.
    }
  }
  helm.arrive(signal);
}

function abortable(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
}
