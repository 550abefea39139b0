import '../messages/use-bookmarks.ts';
import '../messages/use-recordings.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Bookmark } from '../api/bookmarks.ts';
import { BookmarksPage, type BookmarksPlace } from '../features/bookmarks/index.ts';
import { AddToCase, AddToCaseButton } from './add-to-case.tsx';
import { bookmarkPlace } from './play-bookmark.ts';
import { RecordingPlaces } from './recording-places.tsx';
import { bookmarksSearch } from './search-params.ts';

const route = getRouteApi('/playback/bookmarks');

export function BookmarksRoute() {
  const { q = '', tag = '', camera = '', from = '', to = '' } = route.useSearch();
  const navigate = useNavigate();
  const [forCase, setForCase] = useState<Bookmark | null>(null);
  const roads = useMemo(
    () => ({
      place: (changed: Partial<BookmarksPlace>) =>
        void navigate({
          to: '/playback/bookmarks',
          search: (before) => bookmarksSearch({ ...before, ...changed }),
          replace: true,
        }),
      play: (bookmark: Bookmark) =>
        void navigate({ to: '/playback', search: bookmarkPlace(bookmark) }),
      forCase: setForCase,
    }),
    [navigate],
  );
  return (
    <>
      <BookmarksPage
        heading={<RecordingPlaces here="/playback/bookmarks" />}
        place={{ q, tag, camera, from, to }}
        roads={roads}
        more={({ id }, when) => <AddToCaseButton item={{ kind: 'bookmark', id }} what={when} />}
      />
      {forCase !== null && (
        <AddToCase
          items={[{ kind: 'bookmark', id: forCase.id }]}
          onClose={() => setForCase(null)}
        />
      )}
    </>
  );
}
