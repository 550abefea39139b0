import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceZone } from '../../domain/device-identity.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import type { Otherwise, RecordedFile, RecordingOperations } from '../recording-operations.ts';
import { operationOf } from './ask.ts';
import { channelNumber } from './channel-number.ts';
import { isoInstant } from './device-time.ts';
import { recordedFileById, recordedFiles } from './endpoints-footage.ts';
import { listRecordedDays } from './recorded-days.ts';
import { listRecordedSpans } from './recorded-minutes.ts';
import { partsOfFileId, readRecordedVideos } from './recorded-videos.ts';

/** "Specify the number of items in the search results (default 10, maximum 50)." */
const pageSize = 50;
/** 20,000 files of one channel; whoever asks for more asks for too long a time at once. */
const mostPages = 400;
const nearest = { before: 'nearBefore', after: 'nearAfter' } as const;

/** Files that a call lists, of one channel. */
async function filesOf(
  link: DeviceLink,
  channel: string,
  call: EndpointCall,
  zone: DeviceZone,
): Promise<readonly RecordedFile[]> {
  const { text } = await link.call(call);
  return readRecordedVideos(text, channel, zoneText(zone) ?? 'UTC', operationOf(call));
}

/** Goes on from the end of what was listed until nothing new comes, however few come at once. */
async function listRecordedFiles(
  link: DeviceLink,
  channel: string,
  range: TimeRange,
  zone: DeviceZone,
): Promise<readonly RecordedFile[]> {
  const ch = channelNumber(channel);
  const found = new Map<string, RecordedFile>();
  let whenMs = range.fromMs;
  for (let page = 0; whenMs < range.toMs; page += 1) {
    if (page >= mostPages) throw tooMany();
    const query = {
      ch,
      when: isoInstant(whenMs),
      duration: `${Math.ceil((range.toMs - whenMs) / 1000)}s`,
      limit: pageSize,
      nolive: true as const,
    };
    const files = await filesOf(link, channel, { endpoint: recordedFiles, query }, zone);
    const fresh = files.filter(({ fileId }) => !found.has(fileId));
    if (fresh.length === 0) break;
    for (const file of fresh) found.set(file.fileId, file);
    whenMs = Math.max(whenMs + 1, ...fresh.map((file) => file.range.toMs));
  }
  return [...found.values()]
    .filter((file) => file.range.fromMs < range.toMs && file.range.toMs > range.fromMs)
    .sort((one, other) => one.range.fromMs - other.range.fromMs);
}

/**
 * Without a `duration` "only data within 1 second is retrieved", so what is found may begin after
 * the moment, and counts then as what came after.
 */
async function findRecordedFile(
  link: DeviceLink,
  channel: string,
  atMs: number,
  otherwise: Otherwise,
  zone: DeviceZone,
): Promise<RecordedFile | null> {
  const query = {
    ch: channelNumber(channel),
    when: isoInstant(atMs),
    limit: pageSize,
    nolive: true as const,
    ...(otherwise === 'nothing' ? {} : { otherwise: nearest[otherwise] }),
  };
  const files = await filesOf(link, channel, { endpoint: recordedFiles, query }, zone);
  const holding = files.find(({ range }) => range.fromMs <= atMs && atMs < range.toMs);
  if (holding !== undefined || otherwise === 'nothing') return holding ?? null;
  if (otherwise === 'after') return files.find(({ range }) => range.fromMs > atMs) ?? null;
  const before = files.findLast(({ range }) => range.toMs <= atMs);
  const [later] = files;
  if (before !== undefined || later === undefined) return before ?? null;
  return neighbourOfFile(link, later, 'previous', zone);
}

/** What a server lists may begin with the file itself, or go on beyond the next. */
async function neighbourOfFile(
  link: DeviceLink,
  file: RecordedFile,
  side: 'next' | 'previous',
  zone: DeviceZone,
): Promise<RecordedFile | null> {
  const { id } = partsOfFileId(file.fileId);
  const way = side === 'next' ? { next: true as const } : { prev: true as const };
  const query = { ch: channelNumber(file.channel), id, ...way };
  const files = await filesOf(link, file.channel, { endpoint: recordedFileById, query }, zone);
  const others = files.filter(({ fileId }) => partsOfFileId(fileId).id !== id);
  const { fromMs } = file.range;
  if (side === 'next') return others.find(({ range }) => range.fromMs >= fromMs) ?? null;
  return others.findLast(({ range }) => range.fromMs <= fromMs) ?? null;
}

export const recordingOperations = {
  listRecordedDays,
  listRecordedSpans,
  listRecordedFiles,
  findRecordedFile,
  neighbourOfFile,
  /** Servers make no second copy for slow lines. */
  recordedFileTarget: (fileId) => partsOfFileId(fileId).path,
} satisfies RecordingOperations;

function tooMany(): DeviceError {
  const operation = operationOf({ endpoint: recordedFiles });
  return new DeviceError('malformed-reply', 'too-large', { operation });
}
