import type { RecordedSpan, RecordingKind, TimeRange } from '../../domain/recording.ts';

/** Spans in order, cut to a range; those of one kind that touch or overlap are one. */
export function joinedSpans(
  spans: Iterable<RecordedSpan>,
  range: TimeRange,
): readonly RecordedSpan[] {
  const cut = Array.from(spans, ({ fromMs, toMs, kind }) => ({
    fromMs: Math.max(fromMs, range.fromMs),
    toMs: Math.min(toMs, range.toMs),
    kind,
  }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .sort((one, other) => one.fromMs - other.fromMs);
  const joined: { fromMs: number; toMs: number; kind: RecordingKind }[] = [];
  const last = new Map<RecordingKind, { fromMs: number; toMs: number }>();
  for (const span of cut) {
    const before = last.get(span.kind);
    if (before !== undefined && span.fromMs <= before.toMs) {
      before.toMs = Math.max(before.toMs, span.toMs);
    } else {
      joined.push(span);
      last.set(span.kind, span);
    }
  }
  return joined;
}
