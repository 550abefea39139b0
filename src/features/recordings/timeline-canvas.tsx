import { type ReactElement, useEffect, useRef } from 'react';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { useClockStep } from '../../playback/recorded/use-clock.ts';
import { cameraAt, drawTimeline, type EventMark, timelineHeight } from './draw-timeline.ts';
import type { Lane, Spans } from './lanes.ts';
import { showing } from './timeline-axis.ts';
import { handlePointers } from './timeline-pointer.ts';
import type { TimelineStore } from './timeline-store.ts';

export interface TimelineCanvasProps {
  readonly clock: MasterClock;
  readonly timeline: TimelineStore;
  readonly lanes: readonly Lane[];
  readonly union: Spans;
  readonly marks: readonly EventMark[];
  readonly zone: string;
}

const nothing = () => undefined;

/** Draws only when something has changed, and at most once a frame. */
export function TimelineCanvas(props: TimelineCanvasProps): ReactElement {
  const { clock, timeline, lanes, zone } = props;
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
    if (!element || !context) return;
    let frame = 0;
    const draw = () => {
      frame = 0;
      const { lanes, union, marks, zone } = drawn.current;
      const scale = window.devicePixelRatio;
      const { clientWidth: width, clientHeight: height } = element;
      const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
      if (element.width !== wide) element.width = wide;
      if (element.height !== high) element.height = high;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      const { view, hoverMs, selection } = timeline.getState();
      const { atMs } = clock.state;
      const nowMs = proxyNowMs();
      drawTimeline(context, {
        width,
        height,
        view,
        zone,
        lanes,
        union,
        marks,
        atMs,
        nowMs,
        hoverMs,
        selection,
      });
    };
    ask.current = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const again = () => ask.current();
    const sized = new ResizeObserver(again);
    sized.observe(element);
    const ends = [
      timeline.subscribe(again),
      clock.subscribe(() => {
        const { view, follows } = timeline.getState();
        const next = follows ? showing(view, clock.state.atMs) : view;
        if (next === view) again();
        else timeline.setState({ view: next });
      }),
      handlePointers(element, timeline, clock, (y) => cameraAt(drawn.current.lanes, y)),
    ];
    again();
    return () => {
      cancelAnimationFrame(frame);
      sized.disconnect();
      for (const end of ends) end();
      ask.current = nothing;
    };
  }, [clock, timeline]);
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
      className="block w-full cursor-crosshair touch-none select-none"
      style={{ height: timelineHeight(lanes.length) }}
    />
  );
}
