import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { capturedFile, isCapturedFileId } from '../parsing/captured-file.ts';
import {
  daysOfFiles,
  endedByNext,
  fileOfMoment,
  filesWithin,
  type ListFiles,
  neighbour,
  spansOfFiles,
} from '../parsing/file-search.ts';
import { type FootageFeed, readFootageFeed, readFootagePage } from '../parsing/footage-feed.ts';
import { looksLikeHtml } from '../parsing/html.ts';
import { writtenDate } from '../parsing/written-date.ts';
import { dayInZone, zonePieces } from '../parsing/zone-days.ts';
import type { DeviceLink } from '../protocol.ts';
import type { RecordedFile, RecordedSpans, RecordingOperations } from '../recording-operations.ts';
import { systemInfo } from './camera-list.ts';
import { cameraNumber } from './camera-number.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';

/** "A date range for files to list, in the format DD/MM/YY". */
const documentedPattern = 'DD/MM/YY';
const dayMs = 86_400_000;
/** The document knows no pages, so a long time is asked for in parts. */
const longestCallMs = 7 * dayMs;

interface Listed {
  readonly files: readonly RecordedFile[];
  /** Whether the list told when files end. */
  readonly exact: boolean;
  readonly zone: string;
}

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
): Promise<Listed> {
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
  const files = filesWithin(exact ? found.values() : endedByNext([...found.values()]), range);
  return { files, exact, zone: asked ?? zoneText({ offsetMinutes }) ?? 'UTC' };
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

async function lister(link: DeviceLink, channel: string, zone: DeviceZone): Promise<ListFiles> {
  const pattern = await patternOf(link);
  return async (range) => (await filesOfCamera(link, pattern, channel, range, zone)).files;
}

export const recordingOperations = {
  async listRecordedDays(link, channels, range, zone) {
    const pattern = await patternOf(link);
    const files: RecordedFile[] = [];
    let local = zoneText(zone) ?? 'UTC';
    for (const channel of channels) {
      const listed = await filesOfCamera(link, pattern, channel, range, zone);
      files.push(...listed.files);
      local = listed.zone;
    }
    return daysOfFiles(files, range, local);
  },
  async listRecordedSpans(link, channels, range, zone) {
    const pattern = await patternOf(link);
    const spans = new Map<string, RecordedSpans>();
    for (const channel of channels) {
      const { files, exact } = await filesOfCamera(link, pattern, channel, range, zone);
      const precision = exact ? 'exact' : 'minute';
      spans.set(channel, { precision, spans: spansOfFiles(files, range) });
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
  /** Such servers make no second copy for slow lines. */
  recordedFileTarget(fileId) {
    if (isCapturedFileId(fileId)) return `/++getfile/${fileId}`;
    const operation = operationOf(legacyEndpoint.footageFile);
    throw new DeviceError('malformed-reply', 'not-found', { operation });
  },
} satisfies RecordingOperations;
