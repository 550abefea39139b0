import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { capturedFile, isCapturedFileId } from '../parsing/captured-file.ts';
import { readFootageFeed } from '../parsing/footage-feed.ts';
import { recordingsByFiles } from '../parsing/recordings-by-files.ts';
import { plainDate, writtenDate } from '../parsing/written-date.ts';
import { dayInZone } from '../parsing/zone-days.ts';
import type { DeviceLink, QueryValue } from '../protocol.ts';
import type { RecordedFile, RecordingOperations } from '../recording-operations.ts';
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
/** So many as whole pages hold; a server that fills them further must not fill our memory. */
const mostFiles = 200 * mostPages;
const filedBeforeMs = 3 * 3_600_000;
const everyKind = { ccFilesCheck: 1, mcFilesCheck: 1, imageFilesCheck: 1 } as const;

/** All files of a camera on the days of a range, page by page. */
async function filesOfCamera(
  link: DeviceLink,
  info: SystemInfo,
  channel: string,
  days: WrittenDays,
  zone: DeviceZone,
): Promise<Iterable<RecordedFile>> {
  const operation = operationOf(listFootage);
  const cameraNum = cameraNumber(channel, listFootage);
  const may = permissionsOf(cameraOf(info, cameraNum)) ?? mayHaveFiles;
  if ((may & mayHaveFiles) === 0)
    throw new DeviceError('forbidden', 'no-permission', { operation });
  const query = { cameraNum, ...everyKind, ...days, format: 'xml' };
  const found = new Map<string, RecordedFile>();
  let continuation: string | undefined;
  for (let page = 0; ; page += 1) {
    if (page >= mostPages || found.size > mostFiles) {
      throw new DeviceError('malformed-reply', 'too-large', { operation });
    }
    const text = await pageOf(link, { ...query, continuation });
    const feed = readFootageFeed(text, operation);
    for (const entry of feed.files) {
      const file = capturedFile(entry, channel, zone);
      if (file !== undefined) found.set(file.fileId, file);
    }
    if (feed.continuation === undefined || feed.continuation === continuation) break;
    continuation = feed.continuation;
  }
  return found.values();
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

type WrittenDays = ReturnType<typeof daysOf>;

/**
 * The days of a range by the server's calendar, in the form of its settings; from hours before, as a
 * film is filed under its beginning and lasts an hour at most, unless it covers a day.
 */
function daysOf(info: SystemInfo, range: TimeRange, zone: string) {
  const first = dayInZone(range.fromMs - filedBeforeMs, zone);
  const last = dayInZone(range.toMs, zone);
  const pattern = fieldOf(info.server, 'date-format') ?? '';
  const date1Text = writtenDate(pattern, first);
  const date2Text = writtenDate(pattern, last);
  if (date1Text === undefined || date2Text === undefined) {
    return { date1: plainDate(first), date2: plainDate(last) };
  }
  return { date1Text, date2Text };
}

export const recordingOperations = {
  ...recordingsByFiles(async (link, zone) => {
    const info = await systemInfo(link);
    const own = serverZone(info.server);
    const local = zoneText(zone) ?? zoneText(own) ?? 'UTC';
    const read = zoneText(zone) === undefined ? (own ?? {}) : zone;
    return async (channel, range) => {
      const days = daysOf(info, range, local);
      const files = await filesOfCamera(link, info, channel, days, read);
      return { files, precision: 'exact', zone: local };
    };
  }),
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
