import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DeviceError } from '../../domain/device-error.ts';
import type { TimeRange } from '../../domain/recording.ts';
import type { Recorder } from '../recordings/recorder.ts';
import { diskFault } from './disk-fault.ts';
import type { CameraJob, ExportJob } from './export-job.ts';
import { FileProgress, type FileShare } from './file-progress.ts';
import { keepFile } from './keep-file.ts';

/** What fetching the recordings of one camera needs, and what it tells. */
export interface CameraWork {
  readonly job: ExportJob;
  readonly camera: CameraJob;
  readonly recorder: Recorder;
  readonly channel: string;
  /** Of the whole export. */
  readonly folder: string;
  /** Of the camera within it. */
  readonly place: string;
  readonly password: string | undefined;
  readonly signal: AbortSignal;
  /** @param share of this camera, 0 to 1 */
  readonly progress: (share: number) => void;
  readonly onBytes: (bytes: number) => void;
  readonly checkRoom: (bytes: number) => Promise<void>;
  /** A file has come whole. */
  readonly kept: () => Promise<void>;
}

export type CameraEnd = 'done' | 'no-footage';

const mostLetters = 100;
/** More than any device sends: a `Range` needs an end. */
const endless = 2 ** 42;

/** A file name that a device gave, as one that is harmless everywhere. */
export function harmlessName(name: string): string {
  const bare = name.replaceAll(/[^\w.-]+/g, '_').replace(/^[.-]+/, '');
  return bare.slice(-mostLetters) || 'file';
}

/**
 * Fetches a file into the folder of its camera, and notes that it is there.
 * @param share undefined where nobody knows how much of the work it is
 */
export async function fetchFile(
  work: CameraWork,
  from: { readonly name: string; readonly target: string; readonly md5?: string | undefined },
  range: TimeRange | null,
  share?: FileShare,
): Promise<void> {
  const { camera, folder, place, signal, recorder } = work;
  await mkdir(path.join(folder, place), { recursive: true }).catch((error: unknown) => {
    throw diskFault(error);
  });
  const relative = freePath(camera, `${place}/${harmlessName(from.name)}`);
  const { md5, target } = from;
  const progress = new FileProgress(share, work.progress);
  const whole = await keepFile({
    path: path.join(folder, relative),
    md5,
    signal,
    openFrom: async (first) => {
      const bytes = first === 0 ? undefined : { first, last: endless };
      const asked = { target, port: undefined, bytes };
      const stream = await recorder.connection.openStream(asked, signal);
      const { length, status } = stream;
      progress.opened(length === null || status !== 206 ? length : first + length);
      return stream;
    },
    checkRoom: work.checkRoom,
    onBytes: (bytes) => {
      work.onBytes(bytes);
      progress.came(bytes);
    },
  });
  camera.files.push({ path: relative, ...whole, deviceMd5: md5 ?? null, range });
  await work.kept();
}

/** Two files of one name are two files, also where a disk makes no difference of capitals. */
function freePath({ files }: CameraJob, wanted: string): string {
  const taken = new Set(files.map((file) => file.path.toLowerCase()));
  const dot = wanted.lastIndexOf('.');
  const [stem, ending] = [wanted.slice(0, dot), wanted.slice(dot)];
  let free = wanted;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem}-${count}${ending}`;
  return free;
}

export function stoppedFault(): DeviceError {
  return new DeviceError('unreachable', 'stopped', { operation: 'export' });
}
