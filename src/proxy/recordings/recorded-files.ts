import type { RecordedFileView } from '../../api/recordings.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { Otherwise, RecordedFile } from '../../protocols/protocol.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import type { FileSeal } from './file-seal.ts';
import { type Recorder, toDeviceMs, toOurMs } from './recorder.ts';

/** How far from a moment a device that only lists its files is searched for another. */
const searchedMs = 24 * 60 * 60_000;

/** The file at a moment of ours, or what stands in for it. */
export async function findFile(
  recorder: Recorder,
  channel: string,
  atMs: number,
  otherwise: Otherwise,
): Promise<RecordedFile | null> {
  const { operations, connection, zone } = recorder;
  const deviceAtMs = toDeviceMs(recorder, atMs);
  const { findRecordedFile, listRecordedFiles } = operations;
  if (findRecordedFile) return findRecordedFile(connection, channel, deviceAtMs, otherwise, zone);
  if (!listRecordedFiles) throw new DeviceError('unsupported', 'not-supported');
  const range = {
    fromMs: deviceAtMs - (otherwise === 'before' ? searchedMs : 0),
    toMs: deviceAtMs + (otherwise === 'after' ? searchedMs : 1),
  };
  const files = await listRecordedFiles(connection, channel, range, zone);
  const holding = files.find(
    ({ range: { fromMs, toMs } }) => fromMs <= deviceAtMs && deviceAtMs < toMs,
  );
  if (holding || otherwise === 'nothing') return holding ?? null;
  const other =
    otherwise === 'after'
      ? files.find(({ range: { fromMs } }) => fromMs > deviceAtMs)
      : files.findLast(({ range: { toMs } }) => toMs <= deviceAtMs);
  return other ?? null;
}

export function fileView(
  found: FoundCamera,
  recorder: Recorder,
  file: RecordedFile,
  seal: FileSeal,
): RecordedFileView {
  return {
    fileId: seal.seal(found, file),
    cameraId: found.camera.row.id,
    fromMs: toOurMs(recorder, file.range.fromMs),
    toMs: toOurMs(recorder, file.range.toMs),
    kind: file.kind,
    type: shownType(file.type),
    ...(file.shownTwice && { shownTwice: true }),
  };
}

/** What a browser may be told that it is; nothing that could run. */
const shownTypes = new Set([
  'video/mp4',
  'video/quicktime',
  'video/x-m4v',
  'video/webm',
  'video/x-flv',
  'video/x-msvideo',
  'image/jpeg',
]);

export function shownType(type: string): string {
  return shownTypes.has(type) ? type : 'application/octet-stream';
}
