import type { CameraSpans } from '../../api/recordings.ts';
import { spanBlockMs } from '../../device-access/recording-queries.ts';
import type { RecordingKind } from '../../domain/recording.ts';

/** How a stretch of a lane stands where nothing is drawn: an empty one is not an unknown one. */
export interface LaneBlock {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: 'loading' | 'listed' | 'failed' | 'not-offered';
  /** Later is not told yet. */
  readonly knownToMs: number;
}

/** Spans as columns of numbers, for a month of minutes is drawn with every frame. */
export interface Spans {
  readonly begins: Float64Array;
  readonly ends: Float64Array;
  /** The latest end up to a place: spans of other kinds may lie within a long one. */
  readonly reaches: Float64Array;
}

export interface Lane extends Spans {
  readonly cameraId: string;
  readonly blocks: readonly LaneBlock[];
  readonly isByMinute: boolean;
  readonly ofKind: ReadonlyMap<RecordingKind, Spans>;
}

export interface AskedBlock {
  readonly block: number;
  /** Which cameras it was asked for. */
  readonly cameraIds: readonly string[];
  /** Undefined while it loads. */
  readonly cameras: readonly CameraSpans[] | undefined;
  readonly failed: boolean;
}

/** The blocks that a time touches. */
export function blocksOf(fromMs: number, toMs: number): number[] {
  const first = Math.floor(fromMs / spanBlockMs);
  const count = Math.max(1, Math.ceil(toMs / spanBlockMs) - first);
  return Array.from({ length: count }, (_, at) => first + at);
}

/** One lane for each camera, of the blocks that came, in their order. */
export function lanesOf(cameraIds: readonly string[], asked: readonly AskedBlock[]): Lane[] {
  return cameraIds.map((cameraId) =>
    laneOf(
      cameraId,
      asked.filter((each) => each.cameraIds.includes(cameraId)),
    ),
  );
}

function laneOf(cameraId: string, asked: readonly AskedBlock[]): Lane {
  const blocks: LaneBlock[] = [];
  const spans: [number, number, RecordingKind][] = [];
  const open = new Map<RecordingKind, [number, number, RecordingKind]>();
  let isByMinute = false;
  for (const { block, cameras, failed } of asked) {
    const fromMs = block * spanBlockMs;
    const toMs = fromMs + spanBlockMs;
    const found = cameras?.find((camera) => camera.cameraId === cameraId)?.found;
    const state = found?.state ?? (failed || cameras ? 'failed' : 'loading');
    const knownToMs = found?.state === 'listed' ? found.knownToMs : toMs;
    blocks.push({ fromMs, toMs, state, knownToMs });
    if (found?.state !== 'listed') continue;
    isByMinute ||= found.precision === 'minute';
    for (const [beginMs, endMs, kind] of found.spans) {
      const last = open.get(kind);
      // What goes on over the edge of a block is one recording.
      if (last && beginMs <= last[1]) last[1] = Math.max(last[1], endMs);
      else {
        const span: [number, number, RecordingKind] = [beginMs, endMs, kind];
        open.set(kind, span);
        spans.push(span);
      }
    }
  }
  const ofKind = new Map(
    [...open.keys()].map((kind) => [kind, columnsOf(spans.filter((span) => span[2] === kind))]),
  );
  return { cameraId, blocks, isByMinute, ofKind, ...columnsOf(spans) };
}

function columnsOf(spans: readonly (readonly [number, number, ...unknown[]])[]): Spans {
  const ends = Float64Array.from(spans, ([, toMs]) => toMs);
  return {
    begins: Float64Array.from(spans, ([fromMs]) => fromMs),
    ends,
    reaches: reachesOf(ends),
  };
}

function reachesOf(ends: Float64Array): Float64Array {
  let reach = Number.NEGATIVE_INFINITY;
  return ends.map((end) => {
    reach = Math.max(reach, end);
    return reach;
  });
}

/** When any of the cameras recorded; what is unknown of one is unknown of all. */
export function unionOf(lanes: readonly Lane[]): Spans {
  const spans = lanes.flatMap(({ begins, ends }) =>
    Array.from(begins, (fromMs, at) => [fromMs, ends[at] ?? fromMs] as const),
  );
  spans.sort(([one], [other]) => one - other);
  const joined: [number, number][] = [];
  for (const [fromMs, toMs] of spans) {
    const last = joined.at(-1);
    if (last && fromMs <= last[1]) last[1] = Math.max(last[1], toMs);
    else joined.push([fromMs, toMs]);
  }
  return columnsOf(joined);
}

const coarse = new WeakMap<Spans, Map<number, Spans>>();

/**
 * The same spans without what is too short to be seen: gaps below about a pixel are closed, so that a
 * month is drawn from hundreds of spans and not from thousands. Kept for each step of coarseness.
 */
export function coarser(spans: Spans, pixelMs: number): Spans {
  if (spans.begins.length < 64) return spans;
  const step = Math.floor(Math.log2(Math.max(1, pixelMs)));
  const levels = coarse.get(spans) ?? new Map<number, Spans>();
  coarse.set(spans, levels);
  const made = levels.get(step) ?? closeGaps(spans, 2 ** step);
  levels.set(step, made);
  return made;
}

function closeGaps({ begins, ends }: Spans, shortestMs: number): Spans {
  const closed: [number, number][] = [];
  for (const [at, fromMs] of begins.entries()) {
    const toMs = ends[at] ?? fromMs;
    const last = closed.at(-1);
    if (last && fromMs - last[1] < shortestMs) last[1] = Math.max(last[1], toMs);
    else closed.push([fromMs, toMs]);
  }
  return columnsOf(closed);
}

/** The first of some spans that may end after an instant. */
export function firstAfter({ reaches }: Pick<Spans, 'reaches'>, atMs: number): number {
  let [low, high] = [0, reaches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reaches[middle] ?? 0) > atMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
