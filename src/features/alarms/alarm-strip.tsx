import { Bell, VolumeX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { eventFeedState } from '../../device-access/event-feed-state.ts';
import { countAlarms } from '../../device-access/shown-alarms.ts';
import { useAlarms } from '../../device-access/use-alarms.ts';
import { t } from '../../messages/t.ts';
import { AlarmCounts } from './alarm-counts.tsx';
import { openOnes } from './alarm-lines.ts';
import { deskSound } from './desk-sound.ts';

export interface AlarmStripProps {
  /** Undefined where it leads to the page instead. */
  readonly dockOpen: boolean | undefined;
  readonly onPress: () => void;
}

/** The alarms in the status strip: how many there are, and the way to them. */
export function AlarmStrip({ dockOpen, onPress }: AlarmStripProps): ReactElement {
  const shown = useAlarms();
  const isLost = useStore(eventFeedState, ({ connection }) => connection === 'lost');
  const isMute = useStore(deskSound, ({ blocked }) => blocked);
  return (
    <button
      type="button"
      aria-expanded={dockOpen}
      title={t('desk.dock')}
      onClick={onPress}
      className="inline-flex min-h-6 items-center gap-2 rounded-control px-2 text-text-2 hover:bg-hover hover:text-text focus-visible:-outline-offset-2 focus-visible:shadow-none"
    >
      <Bell aria-hidden className="size-3.5" />
      {isMute && dockOpen !== true && (
        <span className="inline-flex items-center gap-1 font-semibold text-text">
          <VolumeX aria-hidden className="size-3.5" />
          {t('desk.blocked')}
        </span>
      )}
      {isLost || shown === null ? (
        t('desk.unknown')
      ) : (
        <>
          {t('desk.open', { count: openOnes(shown).length })}
          <AlarmCounts counts={countAlarms(shown)} />
        </>
      )}
    </button>
  );
}
