import { setTimeout } from 'node:timers/promises';
import { DeviceError } from '../../domain/device-error.ts';
import {
  type CameraEnd,
  type CameraWork,
  fetchFile,
  harmlessName,
  stoppedFault,
} from './camera-work.ts';

/** "Ready about two minutes after its end": a device that is slow is asked for some time more. */
const mostTries = 20;

/** Fetches the copies of an event that the device was told to make, once they are there. */
export async function exportCopies(work: CameraWork, pauseMs: number): Promise<CameraEnd> {
  const { camera, job } = work;
  const copies = camera.copies ?? [];
  const names = namesOf(copies);
  const { fromMs, toMs } = job;
  for (const [index, target] of copies.entries()) {
    const name = names[index] ?? '';
    if (camera.files.some(({ path }) => path.endsWith(`/${name}`))) continue;
    work.progress(index / copies.length);
    await whenReady(
      work,
      () => fetchFile(work, { name, target, stays: true }, { fromMs, toMs }),
      pauseMs,
    );
  }
  return copies.length === 0 ? 'no-footage' : 'done';
}

/** The same at each try, and one for each: what is there under a name is not fetched again. */
export function namesOf(targets: readonly string[]): string[] {
  const bare = targets.map((target) => harmlessName(target.slice(target.lastIndexOf('/') + 1)));
  const isFirst = (name: string, index: number) => bare.indexOf(name) === index;
  return bare.map((name, index) => (isFirst(name, index) ? name : `${index + 1}-${name}`));
}

async function whenReady(
  { signal }: CameraWork,
  fetch: () => Promise<void>,
  pauseMs: number,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetch();
    } catch (failure) {
      const isMissing = failure instanceof DeviceError && failure.reason === 'not-found';
      if (!isMissing || tries === mostTries) throw failure;
    }
    await setTimeout(pauseMs, undefined, { signal }).catch(() => {
      throw stoppedFault();
    });
  }
}
