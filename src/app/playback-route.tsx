import '../messages/use-bookmarks.ts';
import '../messages/use-events.ts';
import '../messages/use-recordings.ts';
import '../messages/use-timeline.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Bookmark } from '../api/bookmarks.ts';
import { useMay } from '../device-access/use-session.ts';
import { BookmarkDialog } from '../features/bookmarks/index.ts';
import { preferences } from '../features/live-wall/preferences.ts';
import {
  type KeptMoment,
  PlaybackPage,
  type PlaybackPlace,
  type WantedExport,
  zoneChoices,
} from '../features/recordings/index.ts';
import { AddToCase } from './add-to-case.tsx';
import { RecordingPlaces } from './recording-places.tsx';

const ExportDialog = lazy(async () => ({
  default: (await import('./export-parts.tsx')).ExportDialog,
}));

const route = getRouteApi('/playback');

export function PlaybackRoute() {
  const search = route.useSearch();
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  const navigate = useNavigate();
  const { cams = '', t = '', span = '', speed = '' } = search;
  const plays = search.play === 1;
  const skipsQuiet = search.quiet === 'skip';
  const zone = zoneChoices.find((each) => each === search.zone) ?? 'site';
  const place = useMemo(
    () => ({ cams, t, span, speed, zone, plays, skipsQuiet }),
    [cams, t, span, speed, zone, plays, skipsQuiet],
  );
  const onPlace = useCallback(
    ({ skipsQuiet: skips, ...changed }: Partial<Omit<PlaybackPlace, 'plays'>>) =>
      void navigate({
        to: '/playback',
        search: ({ play: _, ...before }) => {
          const quiet = skips === undefined ? before.quiet : skips ? 'skip' : '';
          const next = { ...before, ...changed, quiet };
          return Object.fromEntries(
            Object.entries(next).filter(
              ([, value]) => value !== undefined && value !== '' && value !== 'site',
            ),
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
  const mayKeep = useMay('handle-alarms');
  const [kept, setKept] = useState<KeptMoment | null>(null);
  const [forCase, setForCase] = useState<Bookmark | null>(null);
  const bookmark = mayKeep ? setKept : null;
  const mayExport = useMay('export');
  const [wanted, setWanted] = useState<WantedExport | null>(null);
  const exporting = mayExport ? setWanted : null;
  const roads = useMemo(
    () => ({ place: onPlace, live, bookmark, exporting }),
    [onPlace, live, bookmark, exporting],
  );
  return (
    <>
      <PlaybackPage
        place={place}
        singleKeys={singleKeys}
        heading={<RecordingPlaces here="/playback" />}
        roads={roads}
      />
      {kept !== null && (
        <BookmarkDialog bookmark={kept} onClose={() => setKept(null)} onForCase={setForCase} />
      )}
      {forCase !== null && (
        <AddToCase
          items={[{ kind: 'bookmark', id: forCase.id }]}
          onClose={() => setForCase(null)}
        />
      )}
      {wanted !== null && (
        <Suspense fallback={null}>
          <ExportDialog draft={wanted} onClose={() => setWanted(null)} />
        </Suspense>
      )}
    </>
  );
}
