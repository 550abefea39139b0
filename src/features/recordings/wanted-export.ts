import type { TimeRange } from '../../domain/recording.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import type { WantedExport } from './playback-roads.ts';
import type { TimelineState, TimelineStore } from './timeline-store.ts';

/** Around the head, where no time is chosen. */
const halfMs = 30_000;

/** A fifth of what is seen, around the head: for who has no keys to mark either end with. */
export function rangeToMark(
  { view }: Pick<TimelineState, 'view'>,
  { state: { atMs }, ends }: Pick<MasterClock, 'state' | 'ends'>,
): TimeRange {
  const lengthMs = Math.max(2000, (view.toMs - view.fromMs) / 5);
  return { fromMs: atMs - lengthMs / 2, toMs: Math.min(atMs + lengthMs / 2, ends.toMs) };
}

/** The time that is chosen, else the minute around the head; never one that has not come yet. */
export function wantedRange(
  clock: Pick<MasterClock, 'state' | 'ends'>,
  timeline: TimelineStore,
): Pick<WantedExport, 'fromMs' | 'toMs'> {
  const { selection } = timeline.getState();
  const { atMs } = clock.state;
  const fromMs = Math.round(selection?.fromMs ?? atMs - halfMs);
  const toMs = Math.round(selection?.toMs ?? atMs + halfMs);
  // The form goes by whole seconds, upwards at the end.
  const latestMs = Math.floor(clock.ends.toMs / 1000) * 1000;
  return { fromMs, toMs: Math.max(fromMs + 1000, Math.min(toMs, latestMs)) };
}
