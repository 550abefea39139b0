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

/** When there is any of some spans. Beginnings and ends are put in order each by themselves. */
export function united(all: readonly Spans[]): Spans {
  const [first = none] = all;
  if (all.length <= 1) return first;
  const count = all.reduce((sum, { begins }) => sum + begins.length, 0);
  const [begins, ends] = [new Float64Array(count), new Float64Array(count)];
  let filled = 0;
  for (const spans of all) {
    begins.set(spans.begins, filled);
    ends.set(spans.ends, filled);
    filled += spans.begins.length;
  }
  begins.sort();
  ends.sort();
  const joined = new SpanColumns(count);
  let beganAt = 0;
  for (let at = 0; at < count; at += 1) {
    // As many have ended as have begun: from here on there is none until the next begins.
    const endMs = ends[at] ?? 0;
    if (at + 1 < count && (begins[at + 1] ?? 0) <= endMs) continue;
    joined.add(begins[beganAt] ?? 0, endMs);
    beganAt = at + 1;
  }
  return joined.spans();
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
