import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceZone } from '../../domain/device-identity.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import {
  daysOfFiles,
  endedByNext,
  fileOfMoment,
  filesWithin,
  neighbour,
  spansOfFiles,
} from '../parsing/file-search.ts';
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
async function storedFiles(
  link: DeviceLink,
  channel: string,
  zone: DeviceZone,
): Promise<readonly RecordedFile[]> {
  checkChannel(channel, listStored);
  const operation = operationOf(listStored);
  const { text } = await link.call({ endpoint: listStored, query: { action: 'list' } });
  const stored = readStorageList(text, operation);
  const local = zoneText(zone) ?? 'UTC';
  const files = stored.flatMap((one) => fileOf(one, local) ?? []);
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

async function listRecordedFiles(
  link: DeviceLink,
  channel: string,
  range: TimeRange,
  zone: DeviceZone,
): Promise<readonly RecordedFile[]> {
  return filesWithin(await storedFiles(link, channel, zone), range);
}

export const recordings = {
  async listRecordedDays(link, _, range, zone) {
    const files = await listRecordedFiles(link, onlyChannel, range, zone);
    return daysOfFiles(files, range, zoneText(zone) ?? 'UTC');
  },
  async listRecordedSpans(link, channels, range, zone) {
    for (const channel of channels) checkChannel(channel, listStored);
    const files = await listRecordedFiles(link, onlyChannel, range, zone);
    return new Map([[onlyChannel, { precision: 'minute', spans: spansOfFiles(files, range) }]]);
  },
  listRecordedFiles,
  async findRecordedFile(link, channel, atMs, otherwise, zone) {
    const files = await storedFiles(link, channel, zone);
    return fileOfMoment(async (range) => filesWithin(files, range), atMs, otherwise);
  },
  async neighbourOfFile(link, file, side, zone) {
    const files = await storedFiles(link, file.channel, zone);
    return neighbour(async (range) => filesWithin(files, range), file, side);
  },
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
