import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { EventView } from '../../../api/events.ts';
import { hearEvents } from '../../../device-access/event-feed.ts';
import { eventFeedState } from '../../../device-access/event-feed-state.ts';
import { recentEventsQuery } from '../../../device-access/event-queries.ts';
import { proxyNowMs } from '../../../device-access/proxy-now.ts';
import type { EventTopic } from '../../../domain/device-event.ts';

/** Something made of reports in any number, in any order. */
export interface Sum<Line> {
  hear(events: readonly EventView[], nowMs: number): void;
  lines(nowMs: number): readonly Line[];
}

export interface SumKind<Line> {
  readonly topic: EventTopic;
  readonly spanMs: number;
  readonly make: () => Sum<Line>;
}

export interface Summed<Line> {
  readonly lines: readonly Line[];
  readonly nowMs: number;
  /** Whether what changes now would be heard. */
  readonly isHearing: boolean;
  /** What was before this instant is not known. Null while the journal is being read. */
  readonly knownFromMs: number | null;
  readonly fault: Error | null;
  readonly again: () => void;
}

/** Soon enough to be called at once, seldom enough for a flood. */
const tellMs = 250;
/** What goes on grows without a report. */
const growMs = 5000;

/** What the last minutes come to, from the journal and as it goes on. */
export function useSum<Line>(kind: SumKind<Line>): Summed<Line> {
  const reading = useStore(eventFeedState, (state) => state.reading);
  const isOpen = useStore(eventFeedState, ({ connection }) => connection === 'connected');
  const recent = useQuery({
    ...recentEventsQuery(kind.topic, kind.spanMs, reading),
    enabled: isOpen,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading begins anew
  const sum = useMemo(kind.make, [kind, reading]);
  const [told, setTold] = useState(() => ({ lines: sum.lines(proxyNowMs()), nowMs: proxyNowMs() }));
  const { data } = recent;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      clearTimeout(timer);
      timer = undefined;
      const nowMs = proxyNowMs();
      setTold({ lines: sum.lines(nowMs), nowMs });
    };
    if (data !== undefined) sum.hear(data.events, proxyNowMs());
    tell();
    const stop = hearEvents((events) => {
      const own = events.filter(({ fact }) => fact.topic === kind.topic);
      if (own.length === 0) return;
      sum.hear(own, proxyNowMs());
      timer ??= setTimeout(tell, tellMs);
    });
    const grow = setInterval(tell, growMs);
    return () => {
      stop();
      clearTimeout(timer);
      clearInterval(grow);
    };
  }, [sum, data, kind]);
  const oldest = data?.events.at(-1);
  return {
    ...told,
    isHearing: isOpen,
    knownFromMs: data === undefined ? null : data.more && oldest !== undefined ? oldest.atMs : 0,
    fault: recent.error,
    again: () => void recent.refetch(),
  };
}
