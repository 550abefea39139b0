import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TimeRange } from '../../domain/recording.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import type { CameraWork } from './camera-work.ts';
import { diskFault } from './disk-fault.ts';
import { filmLengthMs } from './film-length.ts';

/** A day; nothing longer is one file. */
const mostSeconds = 86_400;
/** As players have it. */
const leastStretch = 2;

/** Writes beside a film what time it was in each of its seconds, where the device writes none. */
export async function keepSubtitles(
  work: CameraWork,
  film: string,
  range: TimeRange,
): Promise<void> {
  const { camera, folder, recorder } = work;
  const relative = film.replace(/\.\w+$/, '.vtt');
  if (camera.files.some((kept) => kept.path === relative)) return;
  const place = path.join(folder, relative);
  let text: Buffer;
  try {
    const lengthMs = await filmLengthMs(path.join(folder, film));
    text = Buffer.from(vttOf(range, recorder.zoneName, lengthMs));
    await writeFile(`${place}.part`, text);
    await rename(`${place}.part`, place);
  } catch (error) {
    throw diskFault(error);
  }
  const sha256 = createHash('sha256').update(text).digest('hex');
  camera.files.push({ path: relative, bytes: text.length, sha256, deviceMd5: null, range });
  await work.kept();
}

/** @param lengthMs how long the film lasts when it is played; null where it does not tell */
export function vttOf(
  { fromMs, toMs }: TimeRange,
  zone: string,
  lengthMs: number | null = null,
): string {
  const stretch = lengthMs === null ? 1 : (toMs - fromMs) / lengthMs;
  // Hours in a minute: each second of the film tells of as many of them. A film that ends a little
  // earlier than its device says does not go slower.
  const stepMs = stretch > leastStretch ? 1000 * stretch : 1000;
  const seconds = Math.min(mostSeconds, Math.max(1, Math.ceil((toMs - fromMs) / stepMs)));
  const cues = Array.from({ length: seconds }, (_, at) => {
    const shown = isoInZone(Math.round(fromMs + at * stepMs), zone);
    return `${clock(at)} --> ${clock(at + 1)}\n${shown.replace('T', ' ')}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function clock(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.000`;
}
