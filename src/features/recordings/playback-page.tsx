import { useQuery } from '@tanstack/react-query';
import { Film } from 'lucide-react';
import { type ReactElement, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import type { RecordedPlayer } from '../../playback/recorded/recorded-player.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { PageBar } from './page-bar.tsx';
import { performKey } from './perform-key.ts';
import { camerasOf, mostPlayers, type PlaybackPlace } from './playback-place.ts';
import type { PlaybackRoads } from './playback-roads.ts';
import { TileGrid } from './tile-grid.tsx';
import { Timeline } from './timeline.tsx';
import { TransportBar } from './transport-bar.tsx';
import { useActivity } from './use-activity.ts';
import { useBookmarkMarks } from './use-bookmark-marks.ts';
import { useEventMarks } from './use-event-marks.ts';
import { useEventStep } from './use-event-step.ts';
import { useLinkToMoment } from './use-link-to-moment.ts';
import { usePageClock } from './use-page-clock.ts';
import { usePlayInstead } from './use-play-instead.ts';
import { usePlaybackKeys } from './use-playback-keys.ts';
import { wantedRange } from './wanted-export.ts';
import { zoneOfPage } from './zone-of-page.ts';

export interface PlaybackPageProps {
  readonly place: PlaybackPlace;
  readonly singleKeys: boolean;
  /** Holds the `h1`. */
  readonly heading: ReactNode;
  readonly roads: PlaybackRoads;
}

/** Who comes without a choice sees the first few. */
const usualCameras = 4;

/** What the cameras recorded: players in step above one timeline for every make. */
export function PlaybackPage(props: PlaybackPageProps): ReactElement {
  const { place, singleKeys, heading, roads } = props;
  const cameras = useQuery(camerasQuery());
  const site = useQuery(siteQuery());
  const { clock, timeline } = usePageClock(place, roads.place);
  const shown = useMemo(() => chosenOf(cameras.data ?? [], place), [cameras.data, place]);
  const shownIds = useMemo(() => shown.map(({ id }) => id), [shown]);
  const played = useMemo(() => shown.slice(0, mostPlayers), [shown]);
  const onPlay = usePlayInstead(shownIds, roads.place);
  const siteZone = site.data?.zone ?? 'UTC';
  const zone = zoneOfPage(place.zone, shown, siteZone);
  const zoneOf = useCallback(
    (camera: CameraView) => (place.zone === 'site' ? (camera.zone ?? siteZone) : zone),
    [place.zone, siteZone, zone],
  );
  const [listShown, setListShown] = useState(false);
  const [keysShown, setKeysShown] = useState(false);
  const goToField = useRef<HTMLInputElement>(null);
  const players = useRef(new Map<string, RecordedPlayer>());
  const onPlayer = useCallback((cameraId: string, player: RecordedPlayer | null) => {
    if (player) players.current.set(cameraId, player);
    else players.current.delete(cameraId);
  }, []);
  const events = useBookmarkMarks(useEventMarks(shownIds, timeline), shownIds, timeline);
  const activity = useActivity(played, clock, place.skipsQuiet);
  const toEvent = useEventStep(shownIds, events, clock);
  const copyLink = useLinkToMoment(shownIds, clock, timeline);

  const step = (direction: 1 | -1) => {
    const leading = [...players.current.values()].find(({ standing }) => standing === 'ready');
    const toMs = leading?.frameBeside(direction) ?? null;
    clock.pause();
    if (toMs !== null) clock.seek(toMs);
  };
  const speed = (rate: number) => {
    clock.setRate(rate);
    roads.place({ speed: rate === 1 ? '' : String(rate) });
  };
  const skipQuiet = (skipsQuiet: boolean) => roads.place({ skipsQuiet });
  const bookmark = () => {
    const { selection } = timeline.getState();
    const fromMs = Math.round(selection?.fromMs ?? clock.state.atMs);
    const toMs = selection ? Math.max(fromMs + 1, Math.round(selection.toMs)) : null;
    const cameraIds = played.map(({ id }) => id);
    if (cameraIds.length > 0) roads.bookmark?.({ fromMs, toMs, cameraIds });
  };
  const order = () => {
    if (shownIds.length === 0) return;
    roads.exporting?.({ ...wantedRange(clock, timeline), cameraIds: shownIds, zone });
  };
  usePlaybackKeys(singleKeys, (key) =>
    performKey(key, {
      clock,
      timeline,
      step,
      event: toEvent,
      speed,
      skipQuiet: () => skipQuiet(!place.skipsQuiet),
      goTo: () => goToField.current?.focus(),
      copyLink,
      bookmark,
      order,
      keys: () => setKeysShown(true),
    }),
  );
  return (
    <main className="relative flex h-full min-h-0 min-w-0 grow flex-col overflow-y-auto bg-canvas">
      <PageBar
        heading={heading}
        cameras={cameras.data ?? []}
        chosen={shownIds}
        clock={clock}
        zone={zone}
        zoneChoice={place.zone}
        goToField={goToField}
        listShown={listShown}
        on={{
          cameras: (ids) => roads.place({ cams: ids.join(',') }),
          zone: (choice) => roads.place({ zone: choice }),
          day: (fromMs, toMs) => {
            timeline.setState({ view: { fromMs, toMs }, follows: true });
            clock.seek(fromMs);
          },
          copyLink,
          bookmark: roads.bookmark && bookmark,
          exporting: roads.exporting && order,
          live: () => roads.live(shownIds),
          list: setListShown,
        }}
      />
      {cameras.data !== undefined && shown.length === 0 ? (
        <div className="min-h-0 grow overflow-auto">
          <EmptyState icon={Film} title={t('recordings.empty')}>
            {t('recordings.empty.todo')}
          </EmptyState>
        </div>
      ) : (
        <TileGrid cameras={played} clock={clock} zoneOf={zoneOf} onPlayer={onPlayer} />
      )}
      <div className="border-line border-t bg-panel px-2 py-1">
        <TransportBar
          clock={clock}
          zone={zone}
          onStep={step}
          onEvent={toEvent}
          onSpeed={speed}
          quiet={{ isSkipped: place.skipsQuiet, onSkip: skipQuiet, activity }}
        />
      </div>
      <Timeline
        cameras={shown}
        clock={clock}
        timeline={timeline}
        zone={zone}
        events={events}
        listShown={listShown}
        playing={played.length}
        onPlay={onPlay}
        onExport={roads.exporting && order}
      />
      <KeysDialog open={keysShown} onClose={() => setKeysShown(false)} />
    </main>
  );
}

function chosenOf(cameras: readonly CameraView[], place: PlaybackPlace): CameraView[] {
  const wanted = camerasOf(place);
  if (wanted.length === 0) return cameras.slice(0, usualCameras);
  return wanted.flatMap((id) => cameras.find((camera) => camera.id === id) ?? []);
}
