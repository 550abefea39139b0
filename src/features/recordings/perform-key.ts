import { fastestBack, type MasterClock } from '../../playback/recorded/master-clock.ts';
import type { PlaybackKey } from './playback-keys.ts';
import { speeds } from './playback-place.ts';
import { zoomed } from './timeline-axis.ts';
import { ordered } from './timeline-pointer.ts';
import type { TimelineStore } from './timeline-store.ts';

const secondMs = 1000;
const jumps: Readonly<Partial<Record<PlaybackKey, number>>> = {
  back: -5 * secondMs,
  forward: 5 * secondMs,
  'ten-back': -10 * secondMs,
  'minute-back': -60 * secondMs,
  'minute-forward': 60 * secondMs,
};

export interface KeyRoads {
  readonly clock: MasterClock;
  readonly timeline: TimelineStore;
  readonly step: (direction: 1 | -1) => void;
  readonly event: (direction: 1 | -1) => void;
  readonly speed: (speed: number) => void;
  readonly skipQuiet: () => void;
  readonly goTo: () => void;
  readonly copyLink: () => void;
  readonly bookmark: () => void;
  readonly order: () => void;
  readonly keys: () => void;
}

export function performKey(key: PlaybackKey, roads: KeyRoads): void {
  const { clock, timeline } = roads;
  const { atMs, isPlaying } = clock.state;
  const { view } = timeline.getState();
  const jumpMs = jumps[key];
  if (jumpMs !== undefined) clock.seek(atMs + jumpMs);
  else if (key === 'toggle') isPlaying ? clock.pause() : clock.play();
  else if (key === 'pause') clock.pause();
  else if (key === 'faster') go(1, roads);
  else if (key === 'reverse') go(-1, roads);
  else if (key === 'skip-quiet') roads.skipQuiet();
  else if (key === 'frame-back' || key === 'frame-forward')
    roads.step(key === 'frame-back' ? -1 : 1);
  else if (key === 'previous-event' || key === 'next-event') {
    roads.event(key === 'previous-event' ? -1 : 1);
  } else if (key === 'begin') clock.seek(view.fromMs);
  else if (key === 'end') clock.seek(view.toMs);
  else if (key === 'go-to') roads.goTo();
  else if (key === 'copy-link') roads.copyLink();
  else if (key === 'bookmark') roads.bookmark();
  else if (key === 'export') roads.order();
  else if (key === 'keys') roads.keys();
  else if (key === 'zoom-in' || key === 'zoom-out') {
    timeline.setState({ view: zoomed(view, key === 'zoom-in' ? 0.5 : 2, atMs) });
  } else if (key === 'clear') timeline.setState({ selection: null });
  else if (key === 'in' || key === 'out') mark(key, roads);
}

/** Goes there, and faster where it is on the way already. */
function go(direction: 1 | -1, { clock, speed }: KeyRoads): void {
  const { isPlaying, direction: present, rate } = clock.state;
  const fastest = direction === 1 ? Number.POSITIVE_INFINITY : fastestBack;
  if (isPlaying && present === direction) {
    speed(speeds.find((each) => each > rate && each <= fastest) ?? rate);
  } else if (direction === 1) clock.play();
  else clock.reverse();
}

/** The head marks one end of the selection; where there is no other end it is the edge of the view. */
function mark(end: 'in' | 'out', { clock, timeline }: KeyRoads): void {
  const { selection, view } = timeline.getState();
  // Nothing can be chosen that has not come yet.
  const latestMs = Math.min(view.toMs, clock.ends.toMs);
  const other = end === 'in' ? (selection?.toMs ?? latestMs) : (selection?.fromMs ?? view.fromMs);
  timeline.setState({ selection: ordered(clock.state.atMs, other) });
}
