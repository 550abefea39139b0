import type { Lane } from './lanes.ts';

type Known = Pick<Lane, 'ofKind' | 'blocks'>;

/** Whether a camera recorded at an instant, as far as its lane knows. */
export function recordedAt(lane: Known, atMs: number): 'recorded' | 'nothing' | 'unknown' {
  for (const { begins, ends } of lane.ofKind.values()) {
    const at = lastBegun(begins, atMs);
    if (at >= 0 && (ends[at] ?? 0) > atMs) return 'recorded';
  }
  const block = lane.blocks.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  if (block?.state === 'not-offered') return 'nothing';
  return block?.state === 'listed' && atMs < block.knownToMs ? 'nothing' : 'unknown';
}

/** The last that has begun by then; -1 where none has. */
function lastBegun(begins: Float64Array, atMs: number): number {
  let [low, high] = [0, begins.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((begins[middle] ?? 0) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
