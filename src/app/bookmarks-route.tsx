import '../messages/use-bookmarks.ts';
import '../messages/use-recordings.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Bookmark } from '../api/bookmarks.ts';
import { BookmarksPage, type BookmarksPlace } from '../features/bookmarks/index.ts';
import { bookmarksSearch } from './search-params.ts';

const route = getRouteApi('/playback/bookmarks');
const aroundMs = 60_000;

export function BookmarksRoute() {
  const { q = '', tag = '', camera = '', from = '', to = '' } = route.useSearch();
  const navigate = useNavigate();
  const roads = useMemo(
    () => ({
      place: (changed: Partial<BookmarksPlace>) =>
        void navigate({
          to: '/playback/bookmarks',
          search: (before) => bookmarksSearch({ ...before, ...changed }),
          replace: true,
        }),
      back: () => void navigate({ to: '/playback' }),
      play: ({ cameraIds, fromMs, toMs }: Bookmark) =>
        void navigate({
          to: '/playback',
          search: {
            cams: cameraIds.join(','),
            t: new Date(fromMs).toISOString(),
            span: `${Math.ceil(((toMs ?? fromMs) - fromMs + 2 * aroundMs) / aroundMs)}m`,
          },
        }),
    }),
    [navigate],
  );
  return <BookmarksPage place={{ q, tag, camera, from, to }} roads={roads} />;
}
