import { type ReactElement, useRef, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { useMedia } from '../../ui/use-media.ts';
import { HoverPicture } from './hover-picture.tsx';
import { LaneLabels } from './lane-labels.tsx';
import { laneHeightFor, timelineHeight } from './lane-look.ts';
import { SelectionEdges } from './selection-edges.tsx';
import { SpanList } from './span-list.tsx';
import { TimelineCanvas } from './timeline-canvas.tsx';
import { TimelineFoot } from './timeline-foot.tsx';
import { TimelineLegend } from './timeline-legend.tsx';
import type { TimelineStore } from './timeline-store.ts';
import type { EventMarks } from './use-event-marks.ts';
import { useRecordedLanes } from './use-recorded-lanes.ts';

export interface TimelineProps {
  readonly cameras: readonly CameraView[];
  readonly clock: MasterClock;
  readonly timeline: TimelineStore;
  readonly zone: string;
  readonly events: EventMarks;
  readonly listShown: boolean;
  /** How many of the first cameras are played. */
  readonly playing: number;
  readonly onPlay: (cameraId: string) => void;
  /** Takes out what is chosen; null for who may not. */
  readonly onExport: (() => void) | null;
}

/** A lane for each camera beneath all of them together, over one axis of time. */
export function Timeline(props: TimelineProps): ReactElement {
  const { cameras, clock, timeline, zone, events, listShown, playing, onPlay, onExport } = props;
  const { lanes, union, lacks, retry } = useRecordedLanes(cameras, timeline);
  const laneHeight = laneHeightFor(useMedia('(pointer: coarse)'));
  const scroller = useRef<HTMLDivElement>(null);
  const [legendShown, setLegendShown] = useState(false);
  return (
    <section
      aria-label={t('recordings.timeline')}
      className="relative shrink-0 border-line border-t"
    >
      <HoverPicture cameras={cameras} lanes={lanes} timeline={timeline} zone={zone} />
      <div ref={scroller} className="relative flex max-h-[30dvh] min-h-28 overflow-y-auto">
        <LaneLabels
          cameras={cameras}
          laneHeight={laneHeight}
          lacks={lacks}
          playing={playing}
          onPlay={onPlay}
          onRetry={retry}
        />
        <div
          className="relative min-w-0 grow"
          style={{ height: timelineHeight(cameras.length, laneHeight) }}
        >
          <SelectionEdges timeline={timeline} zone={zone} clock={clock} />
          <TimelineCanvas
            clock={clock}
            timeline={timeline}
            scroller={scroller}
            lanes={lanes}
            laneHeight={laneHeight}
            union={union}
            marks={events.marks}
            zone={zone}
          />
        </div>
      </div>
      <TimelineFoot
        clock={clock}
        timeline={timeline}
        zone={zone}
        isCut={events.isCut}
        onExport={onExport}
        unplayed={cameras.length - playing}
        legendShown={legendShown}
        onLegend={() => setLegendShown(!legendShown)}
      />
      {legendShown && <TimelineLegend />}
      {listShown && (
        <SpanList cameras={cameras} lanes={lanes} timeline={timeline} clock={clock} zone={zone} />
      )}
    </section>
  );
}
