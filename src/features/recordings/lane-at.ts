import { firstAfter } from './join-spans.ts';
import type { Lane } from './lanes.ts';

type Known = Pick<Lane, 'ofKind' | 'blocks'>;

/** Whether a camera recorded at an instant, as far as its lane knows. */
export function recordedAt(lane: Known, atMs: number): 'recorded' | 'nothing' | 'unknown' {
  for (const spans of lane.ofKind.values()) {
    const beganMs = spans.begins[firstAfter(spans, atMs)];
    if (beganMs !== undefined && beganMs <= atMs) return 'recorded';
  }
  const block = lane.blocks.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  if (block?.state === 'not-offered') return 'nothing';
  return block?.state === 'listed' && atMs < block.knownToMs ? 'nothing' : 'unknown';
}
