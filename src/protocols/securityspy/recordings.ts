import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { CalendarDay, TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { capturedFile, isCapturedFileId } from '../parsing/captured-file.ts';
import {
  daysOfFiles,
  fileOfMoment,
  filesWithin,
  type ListFiles,
  neighbour,
  spansOfFiles,
} from '../parsing/file-search.ts';
import { readFootageFeed } from '../parsing/footage-feed.ts';
import { plainDate, writtenDate } from '../parsing/written-date.ts';
import { dayInZone } from '../parsing/zone-days.ts';
import type { DeviceLink, QueryValue } from '../protocol.ts';
import type { RecordedFile, RecordedSpans, RecordingOperations } from '../recording-operations.ts';
import { cameraNumber, operationOf } from './calls.ts';
import { permissionsOf } from './camera-fields.ts';
import { listFootage } from './endpoints-footage.ts';
import { fieldOf } from './fields.ts';
import { serverZone } from './server-zone.ts';
import { cameraOf, type SystemInfo, systemInfo } from './system-info.ts';

/** Bit of `permissions`: the account may have captured files. */
const mayHaveFiles = 4;
/** Of 200 files each, of one camera. */
const mostPages = 200;
const dayMs = 86_400_000;
const everyKind = { ccFilesCheck: 1, mcFilesCheck: 1, imageFilesCheck: 1 } as const;

/** All files of a camera that reach into a range, page by page. */
async function filesOfCamera(
  link: DeviceLink,
  info: SystemInfo,
  channel: string,
  range: TimeRange,
  zone: DeviceZone,
): Promise<readonly RecordedFile[]> {
  const operation = operationOf(listFootage);
  const cameraNum = cameraNumber(channel, listFootage);
  const may = permissionsOf(cameraOf(info, cameraNum)) ?? mayHaveFiles;
  if ((may & mayHaveFiles) === 0)
    throw new DeviceError('forbidden', 'no-permission', { operation });
  const query = { cameraNum, ...everyKind, ...daysOf(info, range, zone), format: 'xml' };
  const found = new Map<string, RecordedFile>();
  let continuation: string | undefined;
  for (let page = 0; ; page += 1) {
    if (page >= mostPages) throw new DeviceError('malformed-reply', 'too-large', { operation });
    const text = await pageOf(link, { ...query, continuation });
    const feed = readFootageFeed(text, operation);
    for (const entry of feed.files) {
      const file = capturedFile(entry, channel, zone);
      if (file !== undefined) found.set(file.fileId, file);
    }
    if (feed.continuation === undefined || feed.continuation === continuation) break;
    continuation = feed.continuation;
  }
  return filesWithin(found.values(), range);
}

async function pageOf(
  link: DeviceLink,
  query: Readonly<Record<string, QueryValue | undefined>>,
): Promise<string> {
  const { status, text } = await link.call(
    { endpoint: listFootage, query },
    // For media a missing right is a 401 too, which must not count against the password.
    { acceptStatus: [401, 403] },
  );
  if (status < 400) return text;
  const operation = operationOf(listFootage);
  throw new DeviceError('forbidden', 'no-permission', { operation });
}

/**
 * The days of a range by the server's calendar, in the form of its settings, and the day before: a
 * film that covers a day is filed under its beginning.
 */
function daysOf(info: SystemInfo, range: TimeRange, zone: DeviceZone) {
  const local = zoneText(zone) ?? zoneText(serverZone(info.server)) ?? 'UTC';
  const first = dayInZone(range.fromMs - dayMs, local);
  const last = dayInZone(range.toMs, local);
  const pattern = fieldOf(info.server, 'date-format') ?? '';
  const date1Text = writtenDate(pattern, first);
  const date2Text = writtenDate(pattern, last);
  if (date1Text === undefined || date2Text === undefined) {
    return { date1: plainDate(first), date2: plainDate(last) };
  }
  return { date1Text, date2Text };
}

/** Asks for what the server is once, however often files are listed. */
async function lister(link: DeviceLink, channel: string, zone: DeviceZone): Promise<ListFiles> {
  const info = await systemInfo(link);
  return (range) => filesOfCamera(link, info, channel, range, zone);
}

export const recordingOperations = {
  async listRecordedDays(link, channels, range, zone): Promise<readonly CalendarDay[]> {
    const info = await systemInfo(link);
    const files: RecordedFile[] = [];
    for (const channel of channels) {
      files.push(...(await filesOfCamera(link, info, channel, range, zone)));
    }
    return daysOfFiles(files, range, zoneText(zone) ?? zoneText(serverZone(info.server)) ?? 'UTC');
  },
  async listRecordedSpans(link, channels, range, zone) {
    const info = await systemInfo(link);
    const spans = new Map<string, RecordedSpans>();
    for (const channel of channels) {
      const files = await filesOfCamera(link, info, channel, range, zone);
      spans.set(channel, { precision: 'exact', spans: spansOfFiles(files, range) });
    }
    return spans;
  },
  async listRecordedFiles(link, channel, range, zone) {
    return (await lister(link, channel, zone))(range);
  },
  async findRecordedFile(link, channel, atMs, otherwise, zone) {
    return fileOfMoment(await lister(link, channel, zone), atMs, otherwise);
  },
  async neighbourOfFile(link, file, side, zone) {
    return neighbour(await lister(link, file.channel, zone), file, side);
  },
  /** `getfilelb` is a film compressed anew; a still is small as it is. */
  recordedFileTarget(fileId, quality) {
    if (!isCapturedFileId(fileId)) {
      throw new DeviceError('malformed-reply', 'not-found', {
        operation: 'securityspy.footage.file',
      });
    }
    const isFilm = !/\.jpe?g$/i.test(fileId);
    return `/++${quality === 'low' && isFilm ? 'getfilelb' : 'getfile'}/${fileId}`;
  },
} satisfies RecordingOperations;
