import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { keepEvents, readEventsAgain } from '../../device-access/event-feed.ts';
import { eventFeedState, type KeptEvents } from '../../device-access/event-feed-state.ts';
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
  /** Gives up what came, and reads the journal up to now. */
  readonly readAgain: () => void;
  /** How many came since the list was held. */
  readonly newer: number;
}

const nothingYet: KeptEvents = { events: [], leftOut: 0, reading: 0 };

/**
 * Events as they come, on top of those that were read from the journal.
 * @param name under which this window keeps them
 * @param held none is added
 */
export function useEventLines(name: string, filter: EventFilter, held: boolean): EventLines {
  useEffect(() => keepEvents(name, filter), [name, filter]);
  const kept = useStore(eventFeedState, (state) => state.kept.get(name)) ?? nothingYet;
  const gaps = useStore(eventFeedState, (state) => state.gaps);
  const connection = useStore(eventFeedState, (state) => state.connection);
  const live = useMemo(() => ({ ...kept, gaps }), [kept, gaps]);
  const [frozen, setFrozen] = useState<typeof live | null>(null);
  // What was held before the journal is read anew would hide what has been read.
  if (!held && frozen !== null) setFrozen(null);
  else if (held && frozen?.reading !== live.reading) setFrozen(live);

  const waits = connection === 'closed' || connection === 'connecting' || kept === nothingYet;
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
  const shown = held && frozen !== null ? frozen : live;
  const lines = useMemo(() => eventLines(shown, pages ?? []), [shown, pages]);
  return {
    lines: (pages === undefined || isPlaceholderData) && lines.length === 0 ? undefined : lines,
    fault: error,
    older: olderOf(query),
    // Where not even the first page could be read, that is what is tried again.
    readOlder: () => void (data === undefined ? query.refetch() : query.fetchNextPage()),
    again: () => void query.refetch(),
    readAgain: () => readEventsAgain(name),
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
