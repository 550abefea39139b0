import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { openEventFeed } from '../../device-access/event-feed.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { type EventsPlace, sharedPane } from './events-place.ts';
import { FeedNotices } from './feed-notices.tsx';
import { ListeningFacts } from './listening-facts.tsx';
import { EventFrame } from './panel/event-frame.tsx';
import { AddPane } from './panes/add-pane.tsx';
import { PaneRow } from './panes/pane-row.tsx';
import { SharedPane } from './panes/shared-pane.tsx';
import { usePanes } from './panes/use-panes.ts';
import { PaneTones } from './tones/pane-tones.tsx';

export interface EventsPageProps {
  readonly place: EventsPlace;
  /** Goes elsewhere among the events without a step in the history. */
  readonly onPlace: (place: Partial<EventsPlace>) => void;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
}

/** What the devices tell, as it happens. */
export function EventsPage({ place, onPlace, actions }: EventsPageProps): ReactElement {
  useEffect(() => openEventFeed(), []);
  const cameras = useQuery(camerasQuery()).data ?? [];
  const panes = usePanes();
  const shared = sharedPane(place);
  return (
    <main className="relative flex h-full min-h-0 min-w-0 grow flex-col bg-canvas">
      <EventFrame eventId={place.event} onPlace={onPlace} cameras={cameras}>
        <header className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 pt-3 pb-3 sm:px-8">
          <h1 className="min-w-0 grow text-lg font-semibold">{t('events.title')}</h1>
          <ListeningFacts cameras={cameras} />
          {actions}
          {shared === null && <AddPane panes={panes} />}
        </header>
        <FeedNotices />
        {shared === null && <PaneTones panes={panes.panes} />}
        {shared === null ? (
          <PaneRow panes={panes} cameras={cameras} />
        ) : (
          <SharedPane pane={shared} panes={panes} cameras={cameras} onPlace={onPlace} />
        )}
      </EventFrame>
    </main>
  );
}
