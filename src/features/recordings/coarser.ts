import { SpanColumns, type Spans } from '../../device-access/span-columns.ts';

/** Fewer are drawn as they are. */
const fewSpans = 64;

const coarse = new WeakMap<Spans, Map<number, Spans>>();

/**
 * The same spans without what is too short to be seen: gaps below about a pixel are closed, so that a
 * month is drawn from hundreds of spans and not from thousands. Kept for each step of coarseness.
 */
export function coarser(spans: Spans, pixelMs: number): Spans {
  if (spans.begins.length < fewSpans) return spans;
  const step = Math.floor(Math.log2(Math.max(1, pixelMs)));
  const levels = coarse.get(spans) ?? new Map<number, Spans>();
  coarse.set(spans, levels);
  const made = levels.get(step) ?? closeGaps(spans, 2 ** step);
  levels.set(step, made);
  return made;
}

/** The same spans where there is no such gap: most steps of a lane of minutes have none. */
function closeGaps(spans: Spans, shortestMs: number): Spans {
  const { begins, ends } = spans;
  const closed = new SpanColumns(begins.length);
  for (let at = 0; at < begins.length; at += 1) {
    closed.add(begins[at] ?? 0, ends[at] ?? 0, shortestMs);
  }
  const made = closed.spans();
  return made.begins.length === begins.length ? spans : made;
}
