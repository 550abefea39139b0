import '../messages/use-bookmarks.ts';
import '../messages/use-recordings.ts';
import '../messages/use-timeline.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Bookmark } from '../api/bookmarks.ts';
import { useMay } from '../device-access/use-session.ts';
import { BookmarkDialog } from '../features/bookmarks/index.ts';
import { preferences } from '../features/live-wall/preferences.ts';
import {
  type KeptMoment,
  PlaybackPage,
  type PlaybackPlace,
  zoneChoices,
} from '../features/recordings/index.ts';
import { AddToCase } from './add-to-case.tsx';

const route = getRouteApi('/playback');

export function PlaybackRoute() {
  const search = route.useSearch();
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  const navigate = useNavigate();
  const { cams = '', t = '', span = '', speed = '' } = search;
  const plays = search.play === 1;
  const zone = zoneChoices.find((each) => each === search.zone) ?? 'site';
  const place = useMemo(
    () => ({ cams, t, span, speed, zone, plays }),
    [cams, t, span, speed, zone, plays],
  );
  const onPlace = useCallback(
    (changed: Partial<Omit<PlaybackPlace, 'plays'>>) =>
      void navigate({
        to: '/playback',
        search: ({ play: _, ...before }) => {
          const next = { ...before, ...changed };
          return Object.fromEntries(
            Object.entries(next).filter(([, value]) => value !== '' && value !== 'site'),
          );
        },
        replace: true,
      }),
    [navigate],
  );
  const live = useCallback(
    ([camera, ...more]: readonly string[]) =>
      camera !== undefined && more.length === 0
        ? void navigate({ to: '/cam/$camId', params: { camId: camera } })
        : void navigate({ to: '/' }),
    [navigate],
  );
  const proof = useCallback(() => void navigate({ to: '/playback/proof' }), [navigate]);
  const bookmarks = useCallback(() => void navigate({ to: '/playback/bookmarks' }), [navigate]);
  const cases = useCallback(() => void navigate({ to: '/cases' }), [navigate]);
  const mayKeep = useMay('handle-alarms');
  const [kept, setKept] = useState<KeptMoment | null>(null);
  const [forCase, setForCase] = useState<Bookmark | null>(null);
  const bookmark = mayKeep ? setKept : null;
  const roads = useMemo(
    () => ({ place: onPlace, live, proof, bookmark, bookmarks, cases }),
    [onPlace, live, proof, bookmark, bookmarks, cases],
  );
  return (
    <>
      <PlaybackPage place={place} singleKeys={singleKeys} roads={roads} />
      {kept !== null && (
        <BookmarkDialog bookmark={kept} onClose={() => setKept(null)} onForCase={setForCase} />
      )}
      {forCase !== null && (
        <AddToCase
          items={[{ kind: 'bookmark', id: forCase.id }]}
          onClose={() => setForCase(null)}
        />
      )}
    </>
  );
}
