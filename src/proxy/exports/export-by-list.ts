import { DeviceError } from '../../domain/device-error.ts';
import type { RecordedFile } from '../../protocols/protocol.ts';
import { toDeviceRange, toOurMs } from '../recordings/recorder.ts';
import {
  type CameraEnd,
  type CameraWork,
  fetchFile,
  stoppedFault,
  unlessStopped,
} from './camera-work.ts';
import { keepSubtitles } from './keep-subtitles.ts';

const endings: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/x-m4v': 'm4v',
  'video/webm': 'webm',
  'video/x-flv': 'flv',
  'video/x-msvideo': 'avi',
  'image/jpeg': 'jpg',
};

/** Fetches the files that reach into the time, each whole; those that are here already stay. */
export async function exportByList(work: CameraWork): Promise<CameraEnd> {
  const { recorder, channel, job, camera, signal } = work;
  const { listRecordedFiles, recordedFileTarget } = recorder.operations;
  if (!listRecordedFiles || !recordedFileTarget) {
    throw new DeviceError('unsupported', 'not-supported', { operation: 'export' });
  }
  const asked = toDeviceRange(recorder, job);
  const listing = listRecordedFiles(recorder.connection, channel, asked, recorder.zone);
  const files = await unlessStopped(listing, signal);
  for (const [index, file] of files.entries()) {
    if (signal.aborted) throw stoppedFault();
    work.progress(index / files.length);
    const range = {
      fromMs: toOurMs(recorder, file.range.fromMs),
      toMs: toOurMs(recorder, file.range.toMs),
    };
    const name = nameOf(file, range.fromMs);
    const path = `${work.place}/${name}`;
    if (!camera.files.some((kept) => kept.path === path)) {
      const target = recordedFileTarget(file.fileId, 'full');
      const share = { from: index / files.length, to: (index + 1) / files.length };
      await fetchFile(work, { name, target, stays: true }, range, share);
    }
    if (job.subtitles !== 'none' && !file.type.startsWith('image/')) {
      await keepSubtitles(work, path, range);
    }
  }
  return files.length === 0 ? 'no-footage' : 'done';
}

/** Such as `20261020T120000Z-continuous-1a2b3c.mp4`: the same at each try. */
function nameOf({ type, kind, fileId }: RecordedFile, fromMs: number): string {
  const stamp = new Date(fromMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return `${stamp}-${kind}-${shortSum(fileId)}.${endings[type] ?? 'bin'}`;
}

/** Tells two files of one moment apart. */
function shortSum(text: string): string {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}
