import type { LaneBlock } from './lanes.ts';
import type { TimelineView } from './timeline-axis.ts';

/** Why what a lane has of a time may not be all; null where nothing more is to be known. */
export type LaneLack = 'not-offered' | 'failed' | 'loading' | 'untold';

export function lackOf(blocks: readonly LaneBlock[], view: TimelineView): LaneLack | null {
  const seen = blocks.filter(({ fromMs, toMs }) => fromMs < view.toMs && toMs > view.fromMs);
  const states = new Set(seen.map(({ state }) => state));
  for (const state of ['not-offered', 'failed', 'loading'] as const) {
    if (states.has(state)) return state;
  }
  // Blocks of the future are not even asked for.
  const toldToMs = Math.max(view.fromMs, ...seen.map(({ knownToMs }) => knownToMs));
  return toldToMs < view.toMs ? 'untold' : null;
}
