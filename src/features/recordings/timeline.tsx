import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { Button } from '../../ui/button.tsx';
import { LaneLabels } from './lane-labels.tsx';
import { SelectionEdges } from './selection-edges.tsx';
import { SpanList } from './span-list.tsx';
import { TimelineCanvas } from './timeline-canvas.tsx';
import type { TimelineStore } from './timeline-store.ts';
import type { EventMarks } from './use-event-marks.ts';
import { useRecordedLanes } from './use-recorded-lanes.ts';
import { rangeToMark } from './wanted-export.ts';

export interface TimelineProps {
  readonly cameras: readonly CameraView[];
  readonly clock: MasterClock;
  readonly timeline: TimelineStore;
  readonly zone: string;
  readonly events: EventMarks;
  readonly listShown: boolean;
  /** Takes out what is chosen; null for who may not. */
  readonly onExport: (() => void) | null;
}

/** A lane for each camera beneath all of them together, over one axis of time. */
export function Timeline(props: TimelineProps): ReactElement {
  const { cameras, clock, timeline, zone, events, listShown, onExport } = props;
  const { lanes, union, told, retry } = useRecordedLanes(cameras, timeline);
  return (
    <section aria-label={t('recordings.timeline')} className="shrink-0 border-line border-t">
      <div className="relative flex max-h-[30dvh] min-h-28 overflow-y-auto">
        <LaneLabels cameras={cameras} told={told} onRetry={retry} />
        <div className="relative min-w-0 grow">
          <SelectionEdges timeline={timeline} zone={zone} clock={clock} />
          <TimelineCanvas
            clock={clock}
            timeline={timeline}
            lanes={lanes}
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
      />
      {listShown && (
        <SpanList cameras={cameras} lanes={lanes} timeline={timeline} clock={clock} zone={zone} />
      )}
    </section>
  );
}

interface TimelineFootProps {
  readonly clock: MasterClock;
  readonly timeline: TimelineStore;
  readonly zone: string;
  readonly isCut: boolean;
  readonly onExport: (() => void) | null;
}

function TimelineFoot(props: TimelineFootProps): ReactElement {
  const { clock, timeline, zone, isCut, onExport } = props;
  const selection = useStore(timeline, (state) => state.selection);
  const hoverMs = useStore(timeline, (state) => state.hoverMs);
  return (
    <p className="flex min-h-8 flex-wrap items-center gap-x-4 px-3 text-text-2 text-xs tabular-nums">
      {selection !== null && (
        <>
          <span role="status">
            {t('recordings.selection', {
              from: momentInZone(selection.fromMs, zone),
              to: momentInZone(selection.toMs, zone),
              seconds: Math.round((selection.toMs - selection.fromMs) / 1000),
            })}
          </span>
          {onExport && (
            <Button title={t('recordings.export.key')} onClick={onExport}>
              {t('recordings.export')}
            </Button>
          )}
          <Button
            look="quiet"
            onClick={() => timeline.setState({ view: selection, follows: false })}
          >
            {t('recordings.selection.zoom')}
          </Button>
        </>
      )}
      {/* One button, so that the focus stays on what takes back what it did. */}
      <Button
        look="quiet"
        className={selection === null ? '-ms-3' : ''}
        title={selection === null ? t('recordings.selection.mark.keys') : undefined}
        onClick={() => {
          const range = rangeToMark(timeline.getState(), clock.state.atMs);
          timeline.setState({ selection: selection === null ? range : null });
        }}
      >
        {t(selection === null ? 'recordings.selection.mark' : 'recordings.selection.clear')}
      </Button>
      {hoverMs !== null && <span>{momentInZone(hoverMs, zone)}</span>}
      {isCut && <span>{t('recordings.events.cut')}</span>}
    </p>
  );
}
