import { type ReactElement, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { Button } from '../../ui/button.tsx';
import type { TimelineStore } from './timeline-store.ts';
import { rangeToMark } from './wanted-export.ts';

export interface TimelineFootProps {
  readonly clock: MasterClock;
  readonly timeline: TimelineStore;
  readonly zone: string;
  /** Takes out what is chosen; null for who may not. */
  readonly onExport: (() => void) | null;
  readonly isCut: boolean;
  /** How many of the cameras are not played. */
  readonly unplayed: number;
  readonly legendShown: boolean;
  readonly onLegend: () => void;
}

/** As small as the words beside it. */
const footButton = 'min-h-7! px-2! text-xs! pointer-coarse:min-h-11!';

/** In words: what is chosen, what is pointed at, and what is not shown. */
export function TimelineFoot(props: TimelineFootProps): ReactElement {
  const { clock, timeline, zone, isCut, unplayed, legendShown, onLegend, onExport } = props;
  const selection = useStore(timeline, (state) => state.selection);
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 px-3 py-1 text-text-2 text-xs tabular-nums">
      <button
        type="button"
        aria-expanded={legendShown}
        onClick={onLegend}
        className="min-h-6 rounded-sm px-1 underline-offset-2 hover:underline pointer-coarse:min-h-11"
      >
        {t('recordings.legend')}
      </button>
      {selection !== null && (
        <>
          <span role="status">
            {t('recordings.selection', {
              from: momentInZone(selection.fromMs, zone),
              to: momentInZone(selection.toMs, zone),
              ...lengthParts(selection.toMs - selection.fromMs),
            })}
          </span>
          {onExport && (
            <Button className={footButton} title={t('recordings.export.key')} onClick={onExport}>
              {t('recordings.export')}
            </Button>
          )}
          <Button
            look="quiet"
            className={footButton}
            onClick={() => timeline.setState({ view: selection, follows: false })}
          >
            {t('recordings.selection.zoom')}
          </Button>
        </>
      )}
      {/* One button, so that the focus stays on what takes back what it did. */}
      <Button
        look="quiet"
        className={footButton}
        title={selection === null ? t('recordings.selection.mark.keys') : undefined}
        onClick={() => {
          const range = rangeToMark(timeline.getState(), clock);
          timeline.setState({ selection: selection === null ? range : null });
        }}
      >
        {t(selection === null ? 'recordings.selection.mark' : 'recordings.selection.clear')}
      </Button>
      <Pointed timeline={timeline} zone={zone} />
      {isCut && <span>{t('recordings.events.cut')}</span>}
      {unplayed > 0 && <span>{t('recordings.lane.unplayed', { count: unplayed })}</span>}
    </div>
  );
}

/** To the second; what is shorter counts as one, as it does where it is taken out. */
function lengthParts(ms: number) {
  const all = Math.max(1, Math.round(ms / 1000));
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor(all / 3600) % 24,
    minutes: Math.floor(all / 60) % 60,
    seconds: all % 60,
  };
}

/** Written by hand: it changes with every frame in which the pointer moves. */
function Pointed({ timeline, zone }: Pick<TimelineFootProps, 'timeline' | 'zone'>): ReactElement {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const write = () => {
      const { hoverMs, hovered } = timeline.getState();
      const text = hovered
        ? t('recordings.pointed', {
            what: hovered.text,
            when: momentInZone(hovered.atMs, zone),
          })
        : hoverMs === null
          ? ''
          : momentInZone(hoverMs, zone);
      if (line.current && line.current.textContent !== text) line.current.textContent = text;
    };
    write();
    return timeline.subscribe(write);
  }, [timeline, zone]);
  return <span ref={line} />;
}
