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
  /** A file has begun of which it is known how long it is, or files are given up. */
  readonly begun: () => Promise<void>;
  /** A file has come whole. What is lost of this when the proxy ends is fetched once more. */
  readonly kept: () => Promise<void>;
}

/** A file that a device offers. */
export interface OfferedFile {
  readonly name: string;
  readonly target: string;
  /** By the device, lower case hex. */
  readonly md5?: string | undefined;
  /** Whether it is there under this name at any time, so that a later run can go on within it. */
  readonly stays: boolean;
}

export type CameraEnd = 'done' | 'no-footage';

const mostLetters = 100;
/** In one export: their list is kept, signed and shown as a whole. */
const mostFiles = 20_000;
/** Names that Windows keeps for devices, whatever ending they have. */
const deviceNames = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/** More than any device sends: a `Range` needs an end. */
const endless = 2 ** 42;

/** A file name that a device gave, as one that is harmless everywhere. */
export function harmlessName(name: string): string {
  const bare = name.replaceAll(/[^\w.-]+/g, '_').slice(-mostLetters);
  const shown = bare
    .replace(/^[.-]+/, '')
    .replace(/\.+$/, '')
    .replace(deviceNames, '_$&');
  // What ends so is a file that has not come whole.
  return shown.replace(/\.part$/i, '_part') || 'file';
}

/**
 * Fetches a file into the folder of its camera, and notes that it is there.
 * @param share undefined where nobody knows how much of the work it is
 */
export async function fetchFile(
  work: CameraWork,
  from: OfferedFile,
  range: TimeRange | null,
  share?: FileShare,
): Promise<void> {
  const { job, camera, folder, place, signal, recorder } = work;
  if (job.cameras.reduce((sum, { files }) => sum + files.length, 0) >= mostFiles) {
    throw new DeviceError('rejected', 'too-many-files', { operation: 'export' });
  }
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
    begunBytes: camera.begun?.path === relative ? camera.begun.bytes : null,
    onSize: async (bytes) => {
      if (!from.stays) return;
      camera.begun = { path: relative, bytes };
      await work.begun();
    },
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
  camera.begun = null;
  camera.files.push({ path: relative, ...whole, deviceMd5: md5 ?? null, range });
  await work.kept();
}

/** Two files of one name are two files, also where a disk makes no difference of capitals. */
function freePath({ files }: CameraJob, wanted: string): string {
  const taken = new Set(files.map((file) => file.path.toLowerCase()));
  const dot = wanted.includes('.') ? wanted.lastIndexOf('.') : wanted.length;
  const [stem, ending] = [wanted.slice(0, dot), wanted.slice(dot)];
  let free = wanted;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${stem}-${count}${ending}`;
  return free;
}

/**
 * What a device answers, for as long as somebody wants it: a list of a month takes its time, and who
 * cancels does not wait for that.
 * @throws DeviceError `stopped`
 */
export function unlessStopped<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(stoppedFault());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

export function stoppedFault(): DeviceError {
  return new DeviceError('unreachable', 'stopped', { operation: 'export' });
}
