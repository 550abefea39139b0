import { SpanColumns, type Spans } from '../../device-access/span-columns.ts';

const none: Spans = { begins: new Float64Array(), ends: new Float64Array() };

/** Spans of stretches of time that follow each other: what goes on over an edge is one. */
export function chained(pieces: readonly Spans[]): Spans {
  const [first = none] = pieces;
  if (pieces.length <= 1) return first;
  const count = pieces.reduce((sum, { begins }) => sum + begins.length, 0);
  const [begins, ends] = [new Float64Array(count), new Float64Array(count)];
  let filled = 0;
  for (const piece of pieces) {
    if (piece.begins.length === 0) continue;
    const lastMs = filled === 0 ? Number.NEGATIVE_INFINITY : (ends[filled - 1] ?? 0);
    const goesOn = (piece.begins[0] ?? 0) <= lastMs ? 1 : 0;
    if (goesOn === 1) ends[filled - 1] = Math.max(lastMs, piece.ends[0] ?? 0);
    begins.set(piece.begins.subarray(goesOn), filled);
    ends.set(piece.ends.subarray(goesOn), filled);
    filled += piece.begins.length - goesOn;
  }
  return { begins: begins.subarray(0, filled), ends: ends.subarray(0, filled) };
}

/** When there is any of some spans. Two by two: what touches becomes one early, and is few then. */
export function united(all: readonly Spans[]): Spans {
  const [first = none, second] = all;
  if (second === undefined) return first;
  const middle = Math.ceil(all.length / 2);
  return joined(united(all.slice(0, middle)), united(all.slice(middle)));
}

function joined(one: Spans, other: Spans): Spans {
  const [count, otherCount] = [one.begins.length, other.begins.length];
  const spans = new SpanColumns(count + otherCount);
  let [at, otherAt] = [0, 0];
  while (at < count || otherAt < otherCount) {
    const beginMs = one.begins[at] ?? Number.POSITIVE_INFINITY;
    const otherMs = other.begins[otherAt] ?? Number.POSITIVE_INFINITY;
    if (beginMs <= otherMs) {
      spans.add(beginMs, one.ends[at] ?? 0);
      at += 1;
    } else {
      spans.add(otherMs, other.ends[otherAt] ?? 0);
      otherAt += 1;
    }
  }
  return spans.spans();
}

/** The first of some spans that ends after an instant. */
export function firstAfter({ ends }: Spans, atMs: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) > atMs) high = middle;
    else low = middle + 1;
  }
  return low;
}
