import { firstAfter, type Lane } from './lanes.ts';

/** Whether a camera recorded at an instant, as far as its lane knows. */
export function recordedAt(lane: Lane, atMs: number): 'recorded' | 'nothing' | 'unknown' {
  const at = firstAfter(lane, atMs);
  for (let each = at; each < lane.begins.length; each += 1) {
    if ((lane.begins[each] ?? 0) > atMs) break;
    if ((lane.ends[each] ?? 0) > atMs) return 'recorded';
  }
  const block = lane.blocks.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  if (block?.state === 'not-offered') return 'nothing';
  return block?.state === 'listed' && atMs < block.knownToMs ? 'nothing' : 'unknown';
}
