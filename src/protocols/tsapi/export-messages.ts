import { z } from 'zod';
import type { ExportEnd, ExportNews, WrittenFile } from '../export-operations.ts';
import { instantMs } from './device-time.ts';
import { chid, wellFormed, word } from './replies.ts';
import { streamTarget } from './stream-target.ts';

/** A server that names none for a file: the shortest that the document shows. */
const usualPatienceMs = 2000;
const longestPatienceMs = 60 * 60_000;
const mostFiles = 64;

const patience = z.number().min(0).max(longestPatienceMs).catch(usualPatienceMs);
const status = z.object({ code: z.int() });
const download = z.object({ fileName: z.string().min(1).max(255), src: z.string(), md5: word });

/**
 * Every stage is one of these; `timeoutAlert` stands under another key in the document than in its
 * example, so either is read.
 */
export const exportMessage = z.object({
  stage: word,
  request: word,
  status: status.optional().catch(undefined),
  task: z
    .object({ id: z.string().min(1).max(128) })
    .optional()
    .catch(undefined),
  ttl: patience,
  overallProgress: word,
  timestamp: word,
  channel: z
    .object({
      chid,
      file: z
        .object({ ttl: patience, download: z.array(z.unknown()).max(mostFiles).catch([]) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type ExportMessage = z.infer<typeof exportMessage>;

const ends: Readonly<Record<number, ExportEnd>> = {
  [-1]: 'no-data',
  [-2]: 'parameters',
  [-5]: 'device-full',
  [-1001]: 'device-full',
  [-1003]: 'cancelled',
  [-1004]: 'timed-out',
};

export function endOf(code: number): ExportNews {
  return { kind: 'ended', why: ends[code] ?? 'unknown', code };
}

/** `37%` as 0.37; undefined for anything else. */
export function shareOf(text: string | undefined): number | undefined {
  const [, percent] = /^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(text ?? '') ?? [];
  return percent === undefined ? undefined : Math.min(1, Number(percent) / 100);
}

/** Files that can be fetched; of an address only what lies behind the host. */
export function writtenFiles(listed: readonly unknown[]): readonly WrittenFile[] {
  return wellFormed(listed, download).flatMap(({ fileName, src, md5 }) => {
    const target = streamTarget(src);
    if (target === null || !/^https?$/.test(target.scheme) || climbs(target.path)) return [];
    const digest = md5?.trim().toLowerCase() ?? '';
    const known = /^[0-9a-f]{32}$/.test(digest);
    return [{ name: fileName, target: target.target, ...(known ? { md5: digest } : {}) }];
  });
}

export function timeOf({ timestamp }: ExportMessage): number | undefined {
  return timestamp === undefined ? undefined : instantMs(timestamp);
}

function climbs(path: string): boolean {
  return /(?:^|\/)(?:\.|%2e){1,2}(?=\/|$)|%2f|%5c/i.test(path);
}
