import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TimeRange } from '../../domain/recording.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import type { CameraWork } from './camera-work.ts';
import { diskFault } from './disk-fault.ts';

/** A day; nothing longer is one file. */
const mostSeconds = 86_400;

/** Writes beside a film what time it was in each of its seconds, where the device writes none. */
export async function keepSubtitles(
  work: CameraWork,
  film: string,
  range: TimeRange,
): Promise<void> {
  const { camera, folder, recorder } = work;
  const relative = film.replace(/\.\w+$/, '.vtt');
  if (camera.files.some((kept) => kept.path === relative)) return;
  const text = Buffer.from(vttOf(range, recorder.zoneName));
  const place = path.join(folder, relative);
  try {
    await writeFile(`${place}.part`, text);
    await rename(`${place}.part`, place);
  } catch (error) {
    throw diskFault(error);
  }
  const sha256 = createHash('sha256').update(text).digest('hex');
  camera.files.push({ path: relative, bytes: text.length, sha256, deviceMd5: null, range });
  await work.kept();
}

export function vttOf({ fromMs, toMs }: TimeRange, zone: string): string {
  const seconds = Math.min(mostSeconds, Math.max(1, Math.ceil((toMs - fromMs) / 1000)));
  const cues = Array.from({ length: seconds }, (_, at) => {
    const shown = isoInZone(fromMs + at * 1000, zone);
    return `${clock(at)} --> ${clock(at + 1)}\n${shown.replace('T', ' ')}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function clock(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.000`;
}
