import type { CameraSpans } from '../api/recordings.ts';
import type { RecordingKind } from '../domain/recording.ts';

/** Spans in their order, none touching another, as columns of numbers: a month of minutes has 22,000. */
export interface Spans {
  readonly begins: Float64Array;
  readonly ends: Float64Array;
}

/** Of each kind by itself: a file of motion may lie within one that never ends. */
export type SpansOfKinds = ReadonlyMap<RecordingKind, Spans>;

type Listed = Extract<CameraSpans['found'], { state: 'listed' }>;

/** What the proxy said of one camera, in a form in which it can be drawn. */
export interface ToldCamera extends Omit<CameraSpans, 'found'> {
  readonly found:
    | Exclude<CameraSpans['found'], { state: 'listed' }>
    | (Omit<Listed, 'spans'> & { readonly ofKind: SpansOfKinds });
}

export function toldCamera({ found, ...camera }: CameraSpans): ToldCamera {
  if (found.state !== 'listed') return { ...camera, found };
  const { spans, ...told } = found;
  return { ...camera, found: { ...told, ofKind: columnsOfKinds(spans) } };
}

function columnsOfKinds(spans: Listed['spans']): SpansOfKinds {
  const columns = new Map<RecordingKind, SpanColumns>();
  for (const [fromMs, toMs, kind] of spans) {
    let own = columns.get(kind);
    if (!own) {
      own = new SpanColumns(spans.length);
      columns.set(kind, own);
    }
    own.add(fromMs, toMs);
  }
  return new Map([...columns].map(([kind, own]) => [kind, own.spans()]));
}

/** Takes spans in the order of their beginnings, and joins those that touch. */
export class SpanColumns {
  readonly #begins: Float64Array;
  readonly #ends: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.#begins = new Float64Array(most);
    this.#ends = new Float64Array(most);
  }

  /** @param apartMs less is no gap */
  add(fromMs: number, toMs: number, apartMs = 0): void {
    const last = this.#count - 1;
    const lastMs = last < 0 ? Number.NEGATIVE_INFINITY : (this.#ends[last] ?? 0);
    if (fromMs <= lastMs || fromMs - lastMs < apartMs) {
      if (toMs > lastMs) this.#ends[last] = toMs;
      return;
    }
    this.#begins[this.#count] = fromMs;
    this.#ends[this.#count] = toMs;
    this.#count += 1;
  }

  spans(): Spans {
    return {
      begins: this.#begins.slice(0, this.#count),
      ends: this.#ends.slice(0, this.#count),
    };
  }
}
