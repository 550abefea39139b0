import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { eventMarksQuery } from '../../device-access/event-queries.ts';
import type { EventMark } from './draw-timeline.ts';
import type { TimelineView } from './timeline-axis.ts';
import type { TimelineStore } from './timeline-store.ts';

export interface EventMarks {
  readonly marks: readonly EventMark[];
  /** There are older ones in the time that is seen. */
  readonly isCut: boolean;
}

/** The events of the cameras in the time that is seen, and some beside it. */
export function useEventMarks(cameraIds: readonly string[], timeline: TimelineStore): EventMarks {
  const key = useStore(timeline, ({ view }) => windowOf(view).join(' '));
  const [fromMs = 0, toMs = 0] = key.split(' ').map(Number);
  const page = useQuery({
    ...eventMarksQuery(cameraIds, fromMs, toMs),
    enabled: cameraIds.length > 0,
    placeholderData: keepPreviousData,
  }).data;
  return useMemo(() => {
    const marks = (page?.events ?? []).flatMap(({ id, cameraId, atMs, fact }) =>
      cameraId === null ? [] : [{ id, cameraId, atMs, topic: fact.topic }],
    );
    return { marks, isCut: page?.more ?? false };
  }, [page]);
}

/** Wider than what is seen and in round steps, so that a small move asks nothing. */
export function windowOf({ fromMs, toMs }: TimelineView): [number, number] {
  const stepMs = 2 ** Math.ceil(Math.log2(Math.max(1000, toMs - fromMs)));
  return [Math.floor(fromMs / stepMs) * stepMs, Math.ceil(toMs / stepMs) * stepMs];
}
