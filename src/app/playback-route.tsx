import '../messages/use-recordings.ts';
import '../messages/use-timeline.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import { preferences } from '../features/live-wall/preferences.ts';
import { PlaybackPage, type PlaybackPlace, zoneChoices } from '../features/recordings/index.ts';

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
  const roads = useMemo(() => ({ place: onPlace, live }), [onPlace, live]);
  return <PlaybackPage place={place} singleKeys={singleKeys} roads={roads} />;
}
