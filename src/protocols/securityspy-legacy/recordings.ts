import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { capturedFile, isCapturedFileId } from '../parsing/captured-file.ts';
import { endedByNext } from '../parsing/file-search.ts';
import { type FootageFeed, readFootageFeed, readFootagePage } from '../parsing/footage-feed.ts';
import { looksLikeHtml } from '../parsing/html.ts';
import { type ListedFiles, recordingsByFiles } from '../parsing/recordings-by-files.ts';
import { writtenDate } from '../parsing/written-date.ts';
import { dayInZone, zonePieces } from '../parsing/zone-days.ts';
import type { DeviceLink } from '../protocol.ts';
import type { RecordedFile, RecordingOperations } from '../recording-operations.ts';
import { systemInfo } from './camera-list.ts';
import { cameraNumber } from './camera-number.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';

/** "A date range for files to list, in the format DD/MM/YY". */
const documentedPattern = 'DD/MM/YY';
const dayMs = 86_400_000;
/** The document knows no pages, so a long time is asked for in parts. */
const longestCallMs = 7 * dayMs;

/** Servers that tell how they write dates want them so; the others as the document writes them. */
async function patternOf(link: DeviceLink): Promise<string> {
  return (await systemInfo(link))?.dateFormat ?? documentedPattern;
}

async function filesOfCamera(
  link: DeviceLink,
  pattern: string,
  channel: string,
  range: TimeRange,
  zone: DeviceZone,
): Promise<ListedFiles> {
  const asked = zoneText(zone);
  const found = new Map<string, RecordedFile>();
  let exact = true;
  let offsetMinutes: number | undefined;
  for (const piece of zonePieces(range, longestCallMs, asked ?? 'UTC')) {
    const feed = await feedOf(link, pattern, channel, piece, asked ?? 'UTC');
    offsetMinutes ??= feed.offsetMinutes;
    const read = asked === undefined ? { offsetMinutes } : zone;
    for (const entry of feed.files) {
      exact &&= entry.updatedMs !== undefined;
      const file = capturedFile(entry, channel, read);
      if (file !== undefined) found.set(file.fileId, file);
    }
  }
  return {
    files: exact ? found.values() : endedByNext([...found.values()]),
    precision: exact ? 'exact' : 'minute',
    zone: asked ?? zoneText({ offsetMinutes }) ?? 'UTC',
  };
}

/** Of a day more on either side: films are filed under their beginning, and the zone may be unknown. */
async function feedOf(
  link: DeviceLink,
  pattern: string,
  channel: string,
  { fromMs, toMs }: TimeRange,
  zone: string,
): Promise<FootageFeed> {
  const dateOf = (ms: number) => {
    const day = dayInZone(ms, zone);
    return writtenDate(pattern, day) ?? writtenDate(documentedPattern, day);
  };
  const endpoint = legacyEndpoint.footageList;
  const query = {
    cameraNum: cameraNumber(channel),
    fileTypeMenu: 'b',
    date1Text: dateOf(fromMs - dayMs),
    date2Text: dateOf(toMs + dayMs),
    format: 'xml',
  };
  const { text } = await link.call({ endpoint, query });
  const operation = operationOf(endpoint);
  return looksLikeHtml(text) ? readFootagePage(text, operation) : readFootageFeed(text, operation);
}

export const recordingOperations = {
  ...recordingsByFiles(async (link, zone) => {
    const pattern = await patternOf(link);
    return (channel, range) => filesOfCamera(link, pattern, channel, range, zone);
  }),
  /** Such servers make no second copy for slow lines. */
  recordedFileTarget(fileId) {
    if (isCapturedFileId(fileId)) return `/++getfile/${fileId}`;
    const operation = operationOf(legacyEndpoint.footageFile);
    throw new DeviceError('malformed-reply', 'not-found', { operation });
  },
} satisfies RecordingOperations;
