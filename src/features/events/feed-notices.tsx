import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { eventFeedState } from '../../device-access/event-feed-state.ts';
import { clockInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import { useZones } from './use-zones.ts';

/** What stands between this window and the events, where anything does. */
export function FeedNotices(): ReactElement {
  const connection = useStore(eventFeedState, (state) => state.connection);
  const sinceMs = useStore(eventFeedState, (state) => state.sinceMs);
  const unkeptSinceMs = useStore(eventFeedState, (state) => state.unkeptSinceMs);
  const { site } = useZones();
  return (
    <div className="flex flex-col gap-2 px-4 pb-3 empty:hidden sm:px-8">
      {connection === 'lost' && (
        <Notice tone="warning" title={t('events.lost', { time: clockInZone(sinceMs, site) })}>
          {t('events.lost.text')}
        </Notice>
      )}
      {unkeptSinceMs !== null && (
        <Notice
          tone="warning"
          title={t('events.unkept', { time: clockInZone(unkeptSinceMs, site) })}
        >
          {t('events.unkept.text')}
        </Notice>
      )}
    </div>
  );
}
