import { type ReactElement, type RefObject, useEffect, useRef } from 'react';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import type { Spans } from '../../device-access/span-columns.ts';
import { clockInZone, momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { useClockStep } from '../../playback/recorded/use-clock.ts';
import { drawTimeline } from './draw-timeline.ts';
import { cameraAt, type EventMark, markAt } from './event-mark.ts';
import { timelineHeight } from './lane-look.ts';
import type { Lane } from './lanes.ts';
import { showing } from './timeline-axis.ts';
import { handlePointers } from './timeline-pointer.ts';
import type { TimelineStore } from './timeline-store.ts';

export interface TimelineCanvasProps {
  readonly clock: MasterClock;
  readonly timeline: TimelineStore;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly lanes: readonly Lane[];
  readonly laneHeight: number;
  readonly union: Spans;
  readonly marks: readonly EventMark[];
  readonly zone: string;
}

const nothing = () => undefined;

/**
 * As tall as what is seen of the lanes, which scroll beneath its ruler. Draws only when something has
 * changed, and at most once a frame, without React.
 */
export function TimelineCanvas(props: TimelineCanvasProps): ReactElement {
  const { clock, timeline, scroller, lanes, laneHeight, zone } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef(props);
  const ask = useRef<() => void>(nothing);
  const secondMs = useClockStep(clock, 1000);
  useEffect(() => {
    drawn.current = props;
    ask.current();
  }, [props]);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d', { alpha: false });
    const scrolled = scroller.current;
    if (!element || !context || !scrolled) return;
    let frame = 0;
    let [width, height] = [element.clientWidth, element.clientHeight];
    const draw = () => {
      frame = 0;
      const scale = window.devicePixelRatio;
      const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
      if (element.width !== wide) element.width = wide;
      if (element.height !== high) element.height = high;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      const { scrollTop } = scrolled;
      const scene = { width, height, scrollTop, atMs: clock.state.atMs, nowMs: proxyNowMs() };
      const { view, hoverMs, selection } = timeline.getState();
      const hoverText = hoverMs === null ? '' : clockInZone(hoverMs, drawn.current.zone);
      drawTimeline(context, { ...drawn.current, ...scene, view, hoverMs, hoverText, selection });
    };
    ask.current = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const again = () => ask.current();
    const places = () => {
      const { lanes: shown, laneHeight: high } = drawn.current;
      const cameraIds = shown.map(({ cameraId }) => cameraId);
      return { cameraIds, laneHeight: high, scrollTop: scrolled.scrollTop };
    };
    const sized = new ResizeObserver(() => {
      [width, height] = [element.clientWidth, element.clientHeight];
      again();
    });
    sized.observe(element);
    scrolled.addEventListener('scroll', again, { passive: true });
    const ends = [
      () => scrolled.removeEventListener('scroll', again),
      timeline.subscribe(again),
      clock.subscribe(() => {
        const { view, follows } = timeline.getState();
        const next = follows ? showing(view, clock.state.atMs) : view;
        if (next === view) again();
        else timeline.setState({ view: next });
      }),
      handlePointers({
        ...{ canvas: element, scroller: scrolled, store: timeline, clock },
        cameraAt: (y) => cameraAt(places(), y),
        markAt: ({ x, y, width: wide }) =>
          markAt(drawn.current.marks, { x, y }, timeline.getState().view, wide, places()),
      }),
    ];
    again();
    return () => {
      cancelAnimationFrame(frame);
      sized.disconnect();
      for (const end of ends) end();
      ask.current = nothing;
    };
  }, [clock, timeline, scroller]);
  return (
    <canvas
      ref={canvas}
      role="slider"
      tabIndex={0}
      aria-label={t('recordings.timeline')}
      aria-valuetext={`${momentInZone(secondMs, zone)} ${zone}`}
      aria-valuenow={Math.floor(secondMs / 1000)}
      aria-valuemin={0}
      aria-valuemax={Math.floor(clock.ends.toMs / 1000)}
      className="sticky top-0 block max-h-[30dvh] w-full cursor-crosshair touch-none select-none"
      style={{ height: timelineHeight(lanes.length, laneHeight) }}
    />
  );
}
