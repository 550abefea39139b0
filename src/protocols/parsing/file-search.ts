import type { CalendarDay, RecordedSpan, TimeRange } from '../../domain/recording.ts';
import type { Otherwise, RecordedFile } from '../recording-operations.ts';
import { joinedSpans } from './joined-spans.ts';
import { dayInZone, dayOrder } from './zone-days.ts';

/** Files that reach into a range, in order of their beginnings. */
export type ListFiles = (range: TimeRange) => Promise<readonly RecordedFile[]>;

const dayMs = 86_400_000;
/** How far is looked for a file when the time that was asked for has none: a little first. */
const reachesMs = [dayMs, 7 * dayMs, 40 * dayMs];

/** For devices that list files by their days and know no other question. */
export async function fileOfMoment(
  list: ListFiles,
  atMs: number,
  otherwise: Otherwise,
): Promise<RecordedFile | null> {
  const holding = films(await list({ fromMs: atMs, toMs: atMs + 1 }))
    .filter(({ range }) => range.fromMs <= atMs && atMs < range.toMs)
    // The one that goes on longest, so that whoever plays it changes files as seldom as can be.
    .sort((one, other) => other.range.toMs - one.range.toMs);
  if (holding[0] !== undefined || otherwise === 'nothing') return holding[0] ?? null;
  return otherwise === 'after' ? firstAfter(list, atMs) : lastBefore(list, atMs);
}

/** Of the same channel; what lies wholly within a file is not what follows it. */
export function neighbour(
  list: ListFiles,
  { range }: RecordedFile,
  side: 'next' | 'previous',
): Promise<RecordedFile | null> {
  return side === 'next'
    ? firstAfter(list, range.fromMs + 1, range.toMs)
    : lastBefore(list, range.toMs - 1, range.fromMs);
}

async function firstAfter(
  list: ListFiles,
  fromMs: number,
  beyondMs = fromMs,
): Promise<RecordedFile | null> {
  for (const reachMs of reachesMs) {
    const files = films(await list({ fromMs, toMs: fromMs + reachMs }));
    const found = files.find(({ range }) => range.fromMs >= fromMs && range.toMs > beyondMs);
    if (found !== undefined) return found;
  }
  return null;
}

async function lastBefore(
  list: ListFiles,
  beforeMs: number,
  beganBeforeMs = beforeMs,
): Promise<RecordedFile | null> {
  for (const reachMs of reachesMs) {
    const files = films(await list({ fromMs: beforeMs - reachMs, toMs: beforeMs }))
      .filter(({ range }) => range.fromMs < beganBeforeMs && range.toMs <= beforeMs)
      .sort((one, other) => one.range.toMs - other.range.toMs);
    const found = files.at(-1);
    if (found !== undefined) return found;
  }
  return null;
}

/** Stills are listed, and never played one after the other. */
function films(files: readonly RecordedFile[]): readonly RecordedFile[] {
  return files.filter(({ kind }) => kind !== 'image');
}

export function spansOfFiles(
  files: Iterable<RecordedFile>,
  range: TimeRange,
): readonly RecordedSpan[] {
  return joinedSpans(
    Array.from(files, (file) => ({ ...file.range, kind: file.kind })),
    range,
  );
}

/** Each day of a zone into which a file reaches, within a range. */
export function daysOfFiles(
  files: Iterable<RecordedFile>,
  range: TimeRange,
  zone: string,
): readonly CalendarDay[] {
  const days = new Map<number, CalendarDay>();
  const note = (epochMs: number) => {
    const day = dayInZone(epochMs, zone);
    days.set(dayOrder(day), day);
  };
  for (const { fromMs, toMs } of spansOfFiles(files, range)) {
    for (let at = fromMs; at < toMs; at += dayMs / 2) note(at);
    note(toMs - 1);
  }
  return [...days].sort(([one], [other]) => one - other).map(([, day]) => day);
}

/** Those that reach into a range, in order of their beginnings. */
export function filesWithin(
  files: Iterable<RecordedFile>,
  range: TimeRange,
): readonly RecordedFile[] {
  return [...files]
    .filter((file) => file.range.fromMs < range.toMs && file.range.toMs > range.fromMs)
    .sort((one, other) => one.range.fromMs - other.range.fromMs);
}

/** Where a list tells no ends: a file ends at the latest where the next of its kind begins. */
export function endedByNext(files: readonly RecordedFile[]): readonly RecordedFile[] {
  const inOrder = files.toSorted((one, other) => one.range.fromMs - other.range.fromMs);
  const followed = new Map<RecordedFile['kind'], { fromMs: number; nextMs: number }>();
  // From the last to the first, since a card holds tens of thousands of them.
  const ended = inOrder.reverse().map((file) => {
    const { fromMs, toMs } = file.range;
    const last = followed.get(file.kind);
    // Of files that begin together all end with the next of later.
    const later = last && last.fromMs > fromMs ? last.fromMs : last?.nextMs;
    const nextMs = later ?? Number.POSITIVE_INFINITY;
    followed.set(file.kind, { fromMs, nextMs });
    return { ...file, range: { fromMs, toMs: Math.min(toMs, nextMs) } };
  });
  return ended.reverse();
}
