import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Bookmark } from '../../api/bookmarks.ts';
import { bookmarksQuery } from '../../device-access/bookmarks.ts';
import { t } from '../../messages/t.ts';
import type { EventMark } from './event-mark.ts';
import type { TimelineStore } from './timeline-store.ts';
import { type EventMarks, windowText } from './use-event-marks.ts';
import { useRestingView } from './use-resting-view.ts';

/** The events of the timeline, and the bookmarks of its cameras above them. */
export function useBookmarkMarks(
  events: EventMarks,
  cameraIds: readonly string[],
  timeline: TimelineStore,
): EventMarks {
  const key = useRestingView(timeline, windowText);
  const [from = 0, to = 0] = key.split(' ').map(Number);
  const found = useQuery({ ...bookmarksQuery({ from, to }), enabled: cameraIds.length > 0 }).data;
  return useMemo(() => {
    const marks = (found?.bookmarks ?? []).flatMap((bookmark): EventMark[] =>
      bookmark.cameraIds
        .filter((cameraId) => cameraIds.includes(cameraId))
        .map((cameraId) => ({
          id: `${bookmark.id} ${cameraId}`,
          ...{ cameraId, atMs: bookmark.fromMs, topic: 'bookmark', text: textOf(bookmark) },
        })),
    );
    return { ...events, marks: [...events.marks, ...marks] };
  }, [events, found, cameraIds]);
}

const longestText = 80;

function textOf({ note }: Pick<Bookmark, 'note'>): string {
  const name = t('recordings.legend.mark.bookmark');
  return note === '' ? name : `${name} “${note.slice(0, longestText)}”`;
}
