import { BellOff, CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { eventFeedState } from '../../device-access/event-feed-state.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { t } from '../../messages/t.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** Why nothing is listed: nobody knows, nobody knows yet, or nothing needs anybody. */
export function NoAlarms({ shown }: { readonly shown: readonly ShownAlarm[] | null }) {
  const isLost = useStore(eventFeedState, ({ connection }) => connection === 'lost');
  const loading: ReactElement = (
    <div className="p-3">
      <Skeleton label={t('desk.reading')} rows={3} rowClassName="h-14" />
    </div>
  );
  if (isLost) return <EmptyState icon={CloudOff} title={t('desk.unknown')} />;
  if (shown === null) return loading;
  return (
    <EmptyState icon={BellOff} title={t('desk.none')}>
      {t('desk.none.text')}
    </EmptyState>
  );
}
