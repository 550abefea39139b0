import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { camerasQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { EventFilters } from './event-filters.tsx';
import { EventPane } from './event-pane.tsx';
import type { EventsPlace } from './events-place.ts';
import { FeedNotices } from './feed-notices.tsx';
import { ListeningFacts } from './listening-facts.tsx';

export interface EventsPageProps {
  readonly place: EventsPlace;
  /** Goes elsewhere among the events without a step in the history. */
  readonly onPlace: (place: Partial<EventsPlace>) => void;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
}

/** What the devices tell, as it happens. */
export function EventsPage({ place, onPlace, actions }: EventsPageProps): ReactElement {
  const cameras = useQuery(camerasQuery()).data ?? [];
  return (
    <main className="flex h-full min-h-0 min-w-0 grow flex-col bg-canvas">
      <header className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 pt-4 pb-3 sm:px-8">
        <div className="min-w-0 grow">
          <h1 className="text-lg font-semibold">{t('events.title')}</h1>
          <p className="text-text-2 max-sm:hidden">{t('events.subtitle')}</p>
        </div>
        <ListeningFacts cameras={cameras} />
        {actions}
      </header>
      <FeedNotices />
      <EventFilters place={place} onPlace={onPlace} cameras={cameras} />
      <EventPane place={place} onPlace={onPlace} cameras={cameras} />
    </main>
  );
}
