import { EarOff, Inbox, SearchX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { eventFeedState } from '../../device-access/event-feed-state.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { EventLines } from './use-event-lines.ts';

export interface NoEventsProps {
  readonly events: EventLines;
  readonly filtered: boolean;
  readonly onShowAll: () => void;
}

/** Why the list is empty: not read yet, not to be read, filtered, nobody listens, or nothing happened. */
export function NoEvents({ events, filtered, onShowAll }: NoEventsProps): ReactElement {
  const listening = useStore(eventFeedState, (state) => state.listening);
  if (events.lines === undefined) {
    if (events.fault === null) {
      return (
        <div className="py-4">
          <Skeleton label={t('events.loading')} rows={8} rowClassName="h-12" />
        </div>
      );
    }
    return (
      <div className="py-4">
        <Notice
          tone="error"
          title={t('events.failed')}
          actions={<Button onClick={events.again}>{t('events.again')}</Button>}
        >
          {problemText(problemOf(events.fault)).todo}
        </Notice>
      </div>
    );
  }
  if (filtered) {
    return (
      <EmptyState
        icon={SearchX}
        title={t('events.nothing')}
        actions={<Button onClick={onShowAll}>{t('events.all')}</Button>}
      >
        {t('events.nothing.text')}
      </EmptyState>
    );
  }
  return listening.some(({ state }) => state === 'listening') ? (
    <EmptyState icon={Inbox} title={t('events.empty')}>
      {t('events.empty.text')}
    </EmptyState>
  ) : (
    <EmptyState icon={EarOff} title={t('events.deaf')}>
      {t('events.deaf.text')}
    </EmptyState>
  );
}
