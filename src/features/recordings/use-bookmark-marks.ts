import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { bookmarksQuery } from '../../device-access/bookmarks.ts';
import type { EventMark } from './draw-timeline.ts';
import type { TimelineStore } from './timeline-store.ts';
import { type EventMarks, windowOf } from './use-event-marks.ts';

/** The events of the timeline, and the bookmarks of its cameras above them. */
export function useBookmarkMarks(
  events: EventMarks,
  cameraIds: readonly string[],
  timeline: TimelineStore,
): EventMarks {
  const key = useStore(timeline, ({ view }) => windowOf(view).join(' '));
  const [from = 0, to = 0] = key.split(' ').map(Number);
  const found = useQuery({ ...bookmarksQuery({ from, to }), enabled: cameraIds.length > 0 }).data;
  return useMemo(() => {
    const marks = (found?.bookmarks ?? []).flatMap((bookmark): EventMark[] =>
      bookmark.cameraIds
        .filter((cameraId) => cameraIds.includes(cameraId))
        .map((cameraId) => ({
          id: `${bookmark.id} ${cameraId}`,
          ...{ cameraId, atMs: bookmark.fromMs, topic: 'bookmark' },
        })),
    );
    return { ...events, marks: [...events.marks, ...marks] };
  }, [events, found, cameraIds]);
}
