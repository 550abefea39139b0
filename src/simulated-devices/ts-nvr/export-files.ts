import { createHash } from 'node:crypto';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { loadClip } from '../clip/clip-files.ts';
import { Mp4Film } from '../clip/mp4-film.ts';
import { bytesOf, type FileBytes } from '../http/send-range.ts';
import type { ExportHabits } from './export-habits.ts';
import { type SubtitleFormat, subtitlesOf } from './export-subtitles.ts';

/** A piece of a recording that becomes one file. */
export interface ExportPiece {
  readonly channel: number;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface ExportFile {
  readonly name: string;
  readonly content: FileBytes;
}

const size = [1280, 720] as const;
const blockBytes = 256 * 1024;
const block = Buffer.from(Uint8Array.from({ length: blockBytes }, (_, at) => (at * 7) & 0xff));

/** As long as is wanted, and never in memory. */
function madeUp(length: number): FileBytes {
  return {
    length,
    *bytes(first, last) {
      for (let at = first; at <= last; ) {
        const within = at % blockBytes;
        const piece = block.subarray(within, within + Math.min(blockBytes - within, last + 1 - at));
        at += piece.length;
        yield piece;
      }
    },
  };
}

/** "CH1.2018-07-27T09.11.19.mp4", and beside it its subtitles. */
export function exportFiles(
  piece: ExportPiece,
  { timeZone, aheadMs, localIso }: ExportClock,
  format: SubtitleFormat,
  sizeBytes: number | null,
): readonly ExportFile[] {
  const { channel, fromMs, toMs } = piece;
  const clip = loadClip(`ch${channel}main`);
  if (clip === null) return [];
  const stem = `CH${channel}.${localIso(fromMs).slice(0, 19).replaceAll(':', '.')}`;
  const film = () => new Mp4Film(clip, size, fromMs - aheadMs, (toMs - fromMs) / 1000);
  const files = [{ name: `${stem}.mp4`, content: sizeBytes === null ? film() : madeUp(sizeBytes) }];
  if (format === null) return files;
  const text = Buffer.from(subtitlesOf(format, timeZone, fromMs, toMs));
  return [...files, { name: `${stem}.${format.toLowerCase()}`, content: bytesOf(text) }];
}

export interface ExportClock {
  readonly timeZone: string;
  readonly aheadMs: number;
  readonly localIso: (ms: number) => string;
}

/** Lets others run in between, for a file may be large. */
export async function md5Of(content: FileBytes): Promise<string> {
  const hash = createHash('md5');
  let sinceBreath = 0;
  for await (const piece of content.bytes(0, content.length - 1)) {
    hash.update(piece);
    sinceBreath += piece.length;
    if (sinceBreath < 32 * blockBytes) continue;
    sinceBreath = 0;
    await setImmediate();
  }
  return hash.digest('hex');
}

/** What goes over the line of it: slowly, or not all of it. */
export function disturbed(
  content: FileBytes,
  { bytesPerSecond, cutAfterBytes }: Pick<ExportHabits, 'bytesPerSecond' | 'cutAfterBytes'>,
): FileBytes {
  if (bytesPerSecond === null && cutAfterBytes === null) return content;
  return {
    length: content.length,
    async *bytes(first, last) {
      let sent = 0;
      for await (const whole of content.bytes(first, last)) {
        const left = cutAfterBytes === null ? whole.length : Math.max(0, cutAfterBytes - sent);
        const piece = whole.subarray(0, left);
        const step = bytesPerSecond === null ? piece.length : Math.ceil(bytesPerSecond / 10);
        for (let at = 0; at < piece.length; at += step) {
          yield piece.subarray(at, at + step);
          if (bytesPerSecond !== null) await setTimeout(100);
        }
        sent += piece.length;
        if (piece.length < whole.length) throw new Error('cut off');
      }
    },
  };
}
