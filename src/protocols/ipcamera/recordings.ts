import { DeviceError } from '../../domain/device-error.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { endedByNext } from '../parsing/file-search.ts';
import { recordingsByFiles } from '../parsing/recordings-by-files.ts';
import type { DeviceLink } from '../protocol.ts';
import type { RecordedFile, RecordingOperations } from '../recording-operations.ts';
import { checkChannel, command, onlyChannel } from './calls.ts';
import { downloadStored, listStored, removeStored } from './endpoints-storage.ts';
import { operationOf } from './parameter-groups.ts';
import { readStorageList, type StoredFile } from './storage-list.ts';

const minuteMs = 60_000;
/** `A_20110101_010101.avi` in the examples of 5.1.5. */
const timeInName =
  /(?<!\d)(\d{4})(\d{2})(\d{2})[_-]?(\d{2})(\d{2})(\d{2})(?!\d)\D*\.(avi|mp4|mov|jpg)$/i;
const fileId = /^[\w.()-]{1,160}\.(?:avi|mp4|mov|jpg)$/i;
const mediaTypes: Readonly<Record<string, string>> = {
  avi: 'video/x-msvideo',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  jpg: 'image/jpeg',
};

/**
 * The card is listed as a whole. Names tell when files begin, by the camera's local time, and nothing
 * tells when they end, so each counts for the minute from its beginning.
 */
async function storedFiles(link: DeviceLink, zone: string): Promise<readonly RecordedFile[]> {
  const operation = operationOf(listStored);
  const { text } = await link.call({ endpoint: listStored, query: { action: 'list' } });
  const stored = readStorageList(text, operation);
  const files = stored.flatMap((one) => fileOf(one, zone) ?? []);
  if (files.length === 0 && text.trim() !== '') {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
  }
  return endedByNext(files);
}

function fileOf({ name }: StoredFile, zone: string): RecordedFile | undefined {
  const [, year, month, day, hour, minute, second, extension = ''] = timeInName.exec(name) ?? [];
  const fromMs = epochOfLocal(`${year}-${month}-${day}T${hour}:${minute}:${second}`, zone);
  if (fromMs === null) return undefined;
  return {
    fileId: name,
    channel: onlyChannel,
    range: { fromMs, toMs: fromMs + minuteMs },
    kind: extension.toLowerCase() === 'jpg' ? 'image' : 'continuous',
    type: mediaTypes[extension.toLowerCase()] ?? '',
  };
}

export const recordings = {
  ...recordingsByFiles(async (link, zone) => {
    const local = zoneText(zone) ?? 'UTC';
    const files = await storedFiles(link, local);
    return async (channel) => {
      checkChannel(channel, listStored);
      return { files, precision: 'minute', zone: local };
    };
  }),
  recordedFileTarget(id) {
    if (!fileId.test(id)) throw unknownFile();
    return `${downloadStored.path}?action=download&filename=${encodeURIComponent(id)}`;
  },
  async removeRecordedFile(link, id) {
    if (!fileId.test(id)) throw unknownFile();
    await command(link, removeStored, { action: 'remove', filename: id });
  },
} satisfies RecordingOperations;

function unknownFile(): DeviceError {
  const operation = operationOf(downloadStored);
  return new DeviceError('malformed-reply', 'not-found', { operation });
}
