import { useEffect, useRef, useState } from 'react';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { MasterClock } from '../../playback/recorded/master-clock.ts';
import {
  instantOfPlace,
  type PlaybackPlace,
  spanOf,
  speedOf,
  textOfInstant,
  textOfSpan,
} from './playback-place.ts';
import type { PlaybackRoads } from './playback-roads.ts';
import { centred } from './timeline-axis.ts';
import { createTimeline, type TimelineStore } from './timeline-store.ts';

/** Where somebody lands who says no time: what is newer the devices may not have told yet. */
const agoMs = 120_000;
const settleMs = 400;

/** The clock and the timeline of the page; the address follows them when they come to rest. */
export function usePageClock(
  place: PlaybackPlace,
  onPlace: PlaybackRoads['place'],
): { readonly clock: MasterClock; readonly timeline: TimelineStore } {
  const [clock] = useState(() => {
    const made = new MasterClock(instantOfPlace(place) ?? proxyNowMs() - agoMs, {
      latestMs: proxyNowMs,
    });
    made.setRate(speedOf(place));
    if (place.plays) made.play();
    return made;
  });
  const [timeline] = useState(() => {
    const lengthMs = spanOf(place);
    return createTimeline(centred({ fromMs: 0, toMs: lengthMs }, clock.state.atMs));
  });
  const written = useRef(place.t);
  const latest = useRef(onPlace);
  useEffect(() => {
    latest.current = onPlace;
  });
  useEffect(() => clock.run(), [clock]);
  useEffect(() => {
    // Somebody went back, or followed a link to another moment of the same page.
    if (place.t === written.current) return;
    written.current = place.t;
    const atMs = instantOfPlace(place);
    if (atMs !== null) clock.seek(atMs);
  }, [clock, place]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const { fromMs, toMs } = timeline.getState().view;
      const t = textOfInstant(clock.state.atMs);
      written.current = t;
      latest.current({ t, span: textOfSpan(toMs - fromMs) });
    };
    let shownMs = clock.state.atMs;
    const again = () => {
      if (clock.state.isPlaying || clock.state.atMs === shownMs) return;
      shownMs = clock.state.atMs;
      clearTimeout(timer);
      timer = setTimeout(settle, settleMs);
    };
    const end = clock.subscribe(again);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [clock, timeline]);
  return { clock, timeline };
}
