import { spanBlockMs } from '../../device-access/recording-queries.ts';
import type { Spans, SpansOfKinds, ToldCamera } from '../../device-access/span-columns.ts';
import { type RecordingKind, recordingKinds } from '../../domain/recording.ts';
import { chained, united } from './join-spans.ts';

/** How a stretch of a lane stands where nothing is drawn: an empty one is not an unknown one. */
export interface LaneBlock {
  readonly fromMs: number;
  readonly toMs: number;
  readonly state: 'loading' | 'listed' | 'failed' | 'not-offered';
  /** Later is not told yet. */
  readonly knownToMs: number;
}

export interface AskedBlock {
  readonly block: number;
  /** Which cameras it was asked for. */
  readonly cameraIds: readonly string[];
  /** Undefined while it loads. */
  readonly cameras: readonly ToldCamera[] | undefined;
  readonly failed: boolean;
}

/** The blocks that a time touches. */
export function blocksOf(fromMs: number, toMs: number): number[] {
  const first = Math.floor(fromMs / spanBlockMs);
  const count = Math.max(1, Math.ceil(toMs / spanBlockMs) - first);
  return Array.from({ length: count }, (_, at) => first + at);
}

/** What one camera recorded; its spans are joined when they are first looked at. */
export class Lane {
  readonly cameraId: string;
  readonly blocks: readonly LaneBlock[];
  readonly isByMinute: boolean;
  readonly #pieces: readonly SpansOfKinds[];
  #ofKind: SpansOfKinds | undefined;

  constructor(cameraId: string, asked: readonly AskedBlock[]) {
    const blocks = asked.map((each) => laneBlock(cameraId, each));
    this.cameraId = cameraId;
    this.blocks = blocks.map(({ block }) => block);
    this.isByMinute = blocks.some(({ listed }) => listed?.precision === 'minute');
    this.#pieces = blocks.flatMap(({ listed }) => listed?.ofKind ?? []);
  }

  get ofKind(): SpansOfKinds {
    this.#ofKind ??= joinKinds(this.#pieces);
    return this.#ofKind;
  }
}

function laneBlock(cameraId: string, { block, cameras, failed }: AskedBlock) {
  const fromMs = block * spanBlockMs;
  const toMs = fromMs + spanBlockMs;
  const found = cameras?.find((camera) => camera.cameraId === cameraId)?.found;
  const listed = found?.state === 'listed' ? found : null;
  const state: LaneBlock['state'] = found?.state ?? (failed || cameras ? 'failed' : 'loading');
  return { listed, block: { fromMs, toMs, state, knownToMs: listed?.knownToMs ?? toMs } };
}

function joinKinds(pieces: readonly SpansOfKinds[]): SpansOfKinds {
  const joined = new Map<RecordingKind, Spans>();
  for (const kind of recordingKinds) {
    const own = pieces.flatMap((piece) => piece.get(kind) ?? []);
    if (own.length > 0) joined.set(kind, chained(own));
  }
  return joined;
}

interface KeptLane {
  readonly asked: readonly AskedBlock[];
  readonly lane: Lane;
}

/**
 * The lanes of a timeline and their union, made anew only of what has changed: every some seconds the
 * newest block comes again, and the others do not.
 */
export class LaneShelf {
  #lanes = new Map<string, KeptLane>();

  /** One lane for each camera, of the blocks that came, in their order. */
  lanes(cameraIds: readonly string[], asked: readonly AskedBlock[]): Lane[] {
    const kept = cameraIds.map((cameraId): KeptLane => {
      const own = asked.filter((each) => each.cameraIds.includes(cameraId));
      const before = this.#lanes.get(cameraId);
      if (before && areSame(before.asked, own)) return before;
      return { asked: own, lane: new Lane(cameraId, own) };
    });
    this.#lanes = new Map(kept.map((each) => [each.lane.cameraId, each]));
    return kept.map(({ lane }) => lane);
  }

  /** When any of the cameras recorded; what is unknown of one is unknown of all. */
  union(asked: readonly AskedBlock[]): Spans {
    const blocks = [...new Set(asked.map(({ block }) => block))].sort((one, other) => one - other);
    return chained(
      blocks.map((block) => {
        const own = asked.filter((each) => each.block === block);
        return united(own.flatMap(({ cameras }) => (cameras ? unionOfTold(cameras) : [])));
      }),
    );
  }
}

const unions = new WeakMap<readonly ToldCamera[], Spans>();

/** Kept as long as what was told: whoever zooms out sees the same blocks again. */
function unionOfTold(told: readonly ToldCamera[]): Spans {
  const made = unions.get(told) ?? united(spansOf(told));
  unions.set(told, made);
  return made;
}

function spansOf(told: readonly ToldCamera[]): Spans[] {
  return told.flatMap(({ found }) => (found.state === 'listed' ? [...found.ofKind.values()] : []));
}

function areSame(some: readonly AskedBlock[], others: readonly AskedBlock[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ block, cameras, failed }, at) => {
      const other = others[at];
      return block === other?.block && cameras === other.cameras && failed === other.failed;
    })
  );
}
