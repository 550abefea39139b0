import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { chooseEvents, openEventFeed } from '../../device-access/event-feed.ts';
import { eventFeedState } from '../../device-access/event-feed-state.ts';
import {
  type EventFilter,
  eventPagesQuery,
  fitsFilter,
} from '../../device-access/event-queries.ts';
import type { LongList } from '../../ui/use-line-window.ts';
import { countNewer, type EventLine, eventLines } from './event-lines.ts';

export interface EventLines extends Pick<LongList, 'older' | 'readOlder'> {
  /** Undefined until the journal has been read. */
  readonly lines: readonly EventLine[] | undefined;
  readonly fault: Error | null;
  readonly again: () => void;
  /** How many came since the list was held. */
  readonly newer: number;
}

/** Events as they come, on top of those that were read from the journal. @param held none is added */
export function useEventLines(filter: EventFilter, held: boolean): EventLines {
  useEffect(() => openEventFeed(), []);
  useEffect(() => chooseEvents(filter), [filter]);
  const live = useStore(eventFeedState);
  const [kept, setKept] = useState<typeof live | null>(null);
  // What was held before the journal is read anew would hide what has been read.
  if (!held && kept !== null) setKept(null);
  else if (held && kept?.reading !== live.reading) setKept(live);

  const waits = live.connection === 'closed' || live.connection === 'connecting';
  const query = useInfiniteQuery({
    ...eventPagesQuery(filter, live.reading),
    enabled: !waits,
    placeholderData: keepPreviousData,
  });
  const { data, error, isPlaceholderData } = query;
  // The pages of another filter stand until those of this one have come.
  const pages = useMemo(
    () =>
      data?.pages.map((page) => ({
        ...page,
        events: page.events.filter((event) => fitsFilter(event, filter)),
      })),
    [data, filter],
  );
  const shown = held && kept !== null ? kept : live;
  const { events, gaps, leftOut } = shown;
  const lines = useMemo(
    () => eventLines({ events, gaps, leftOut }, pages ?? []),
    [events, gaps, leftOut, pages],
  );
  return {
    lines: (pages === undefined || isPlaceholderData) && lines.length === 0 ? undefined : lines,
    fault: error,
    older: olderOf(query),
    // Where not even the first page could be read, that is what is tried again.
    readOlder: () => void (data === undefined ? query.refetch() : query.fetchNextPage()),
    again: () => void query.refetch(),
    newer: held ? countNewer(live, shown, pages ?? []) : 0,
  };
}

type Reading = Pick<
  ReturnType<typeof useInfiniteQuery>,
  | 'isError'
  | 'isPending'
  | 'isFetchingNextPage'
  | 'hasNextPage'
  | 'isPlaceholderData'
  | 'isRefetching'
>;

/** What came is shown before the journal has been read, and when it cannot be. */
function olderOf(query: Reading): EventLines['older'] {
  const { isPending, isPlaceholderData, isFetchingNextPage, isRefetching } = query;
  if (isPending || isPlaceholderData || isFetchingNextPage || isRefetching) return 'reading';
  if (query.isError) return 'failed';
  return query.hasNextPage ? 'waiting' : 'end';
}
