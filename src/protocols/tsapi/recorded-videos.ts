import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import { parseJson } from '../parsing/json.ts';
import type { RecordedFile } from '../recording-operations.ts';
import { instantMs } from './device-time.ts';
import { chid, wellFormed, word } from './replies.ts';
import { streamTarget } from './stream-target.ts';

/** More than the fifty that a reply may list, many times over. */
const mostEntries = 4096;
const pixels = z.int().min(1).max(65_535);

const source = z.object({
  src: z.string(),
  type: word,
  size: z.tuple([pixels, pixels]).optional().catch(undefined),
  timeRange: z.tuple([z.string(), z.string()]),
});
type Source = z.infer<typeof source>;
/** "Each video file recorded on the server is assigned a unique serial number." */
const serialNumber = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const video = z.object({ chid, fileId: serialNumber, src: z.array(z.unknown()) });

const idOfFile = /^(\d{1,15})((?:\/[\w.~!$&'()+,;=@%-]+)+)$/;
/** Steps out of a folder, and separators, in whatever way they are written. */
const climbing = /(?:^|\/)(?:\.|%2e){1,2}(?=\/|$)|%2f|%5c/i;

/**
 * Files of "Recorded video source", in order of their beginnings. Entries without a number are live
 * streams, and those of another channel were not asked for.
 * @param zone in which a time without an offset is read
 */
export function readRecordedVideos(
  text: string,
  channel: string,
  zone: string,
  operation: string,
): readonly RecordedFile[] {
  const entries = parseJson(text, z.array(z.unknown()), operation);
  if (entries.length > mostEntries) {
    throw new DeviceError('malformed-reply', 'too-large', { operation });
  }
  const videos = wellFormed(entries, video).filter((entry) => String(entry.chid) === channel);
  const files = videos.flatMap((entry) => fileOf(entry, zone) ?? []);
  // What cannot be read is not the same as nothing recorded.
  if (videos.length > 0 && files.length === 0) {
    throw new DeviceError('malformed-reply', 'unexpected-reply', {
      operation,
      detail: 'timeRange',
    });
  }
  return files.sort((one, other) => one.range.fromMs - other.range.fromMs);
}

function fileOf(entry: z.infer<typeof video>, zone: string): RecordedFile | undefined {
  const [best] = wellFormed(entry.src, source).sort((one, other) => area(other) - area(one));
  if (best === undefined) return undefined;
  const [begin, end] = best.timeRange;
  const fromMs = timeMs(begin, zone);
  const toMs = timeMs(end, zone);
  const path = streamTarget(best.src)?.path;
  if (fromMs === undefined || toMs === undefined || toMs < fromMs || path === undefined) {
    return undefined;
  }
  const fileId = `${entry.fileId}${path}`;
  if (!idOfFile.test(fileId) || climbing.test(fileId)) return undefined;
  const [widthPixels, heightPixels] = best.size ?? [];
  return {
    fileId,
    channel: String(entry.chid),
    range: { fromMs, toMs },
    // The guide never says why something was recorded.
    kind: 'continuous',
    type: best.type ?? 'video/mp4',
    widthPixels,
    heightPixels,
  };
}

/** The number and the path that an id is made of; the host that the server named stays behind. */
export function partsOfFileId(fileId: string): { readonly id: number; readonly path: string } {
  const [, id, path] = idOfFile.exec(fileId) ?? [];
  if (id === undefined || path === undefined || climbing.test(path)) {
    throw new DeviceError('malformed-reply', 'not-found', { operation: 'tsapi.storage.video' });
  }
  return { id: Number(id), path };
}

function area({ size }: Source): number {
  return size === undefined ? 0 : size[0] * size[1];
}

/** Times "without an offset are the local time of the server". */
function timeMs(text: string, zone: string): number | undefined {
  const [, whole, fraction = ''] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,9})?$/.exec(text) ?? [];
  if (whole === undefined) return instantMs(text);
  const at = epochOfLocal(whole, zone);
  return at === null ? undefined : at + Math.round(Number(`0${fraction}`) * 1000);
}
