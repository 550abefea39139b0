import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EventFactView } from '../../api/events.ts';
import { eventMarksQuery } from '../../device-access/event-queries.ts';
import { t } from '../../messages/t.ts';
import type { EventMark } from './event-mark.ts';
import type { TimelineView } from './timeline-axis.ts';
import type { TimelineStore } from './timeline-store.ts';
import { useRestingView } from './use-resting-view.ts';

export interface EventMarks {
  readonly marks: readonly EventMark[];
  /** There are older ones in the time that is seen. */
  readonly isCut: boolean;
  /** From when to when all are there; null while that is not known. */
  readonly whole: TimelineView | null;
}

/** The events of the cameras in the time that is seen, and some beside it. */
export function useEventMarks(cameraIds: readonly string[], timeline: TimelineStore): EventMarks {
  const key = useRestingView(timeline, windowText);
  const [fromMs = 0, toMs = 0] = key.split(' ').map(Number);
  const { data: page, isPlaceholderData } = useQuery({
    ...eventMarksQuery(cameraIds, fromMs, toMs),
    enabled: cameraIds.length > 0,
    placeholderData: keepPreviousData,
  });
  return useMemo(() => {
    const marks = (page?.events ?? []).flatMap(({ id, cameraId, atMs, fact }) =>
      cameraId === null ? [] : [{ id, cameraId, atMs, topic: fact.topic, text: textOf(fact) }],
    );
    const isCut = page?.more ?? false;
    const isWhole = page !== undefined && !isPlaceholderData && !isCut;
    return { marks, isCut, whole: isWhole ? { fromMs, toMs } : null };
  }, [page, isPlaceholderData, fromMs, toMs]);
}

function textOf(fact: EventFactView): string {
  const topic = t(`events.topic.${fact.topic}`);
  return fact.topic === 'plate' ? `${topic} ${fact.plate}` : topic;
}

export function windowText(view: TimelineView): string {
  return windowOf(view).join(' ');
}

/** Wider than what is seen and in round steps, so that a small move asks nothing. */
function windowOf({ fromMs, toMs }: TimelineView): [number, number] {
  const stepMs = 2 ** Math.ceil(Math.log2(Math.max(1000, toMs - fromMs)));
  return [Math.floor(fromMs / stepMs) * stepMs, Math.ceil(toMs / stepMs) * stepMs];
}
