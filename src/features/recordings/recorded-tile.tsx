import { Maximize2, Minimize2 } from 'lucide-react';
import { type ReactElement, useEffect, useSyncExternalStore } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { PastLabel } from '../../playback/recorded/past-label.tsx';
import type { RecordedPlayer } from '../../playback/recorded/recorded-player.ts';
import { RecordedWords } from '../../playback/recorded/recorded-words.tsx';
import { useRecordedPlayer } from '../../playback/recorded/use-recorded-player.ts';
import { IconButton } from '../../ui/icon-button.tsx';

export interface RecordedTileProps {
  readonly camera: Pick<CameraView, 'id' | 'name' | 'number'>;
  readonly clock: MasterClock;
  readonly zone: string;
  /** Told of the player that shows it, and that it is gone. */
  readonly onPlayer: (cameraId: string, player: RecordedPlayer | null) => void;
  /** Whether it has the place of all; null where there are no others. */
  readonly large: { readonly is: boolean; readonly onChange: (is: boolean) => void } | null;
}

/** One camera in the past, in step with the others; without footage it keeps its place and says so. */
export function RecordedTile({
  camera,
  clock,
  zone,
  onPlayer,
  large,
}: RecordedTileProps): ReactElement {
  const { host, player, state, retry } = useRecordedPlayer(camera.id, clock);
  useEffect(() => {
    onPlayer(camera.id, player);
    return () => onPlayer(camera.id, null);
  }, [camera.id, player, onPlayer]);
  return (
    <section
      aria-label={t('recorded.group', { camera: camera.name })}
      className="group @container relative min-h-0 min-w-0 overflow-hidden border-2 border-past bg-letterbox"
    >
      <div ref={host} className="absolute inset-0" />
      <RecordedWords state={state} zone={zone} onRetry={retry} />
      <PastLabel clock={clock} zone={zone} />
      {large !== null && (
        <IconButton
          icon={large.is ? Minimize2 : Maximize2}
          label={t(large.is ? 'recordings.small' : 'recordings.large', { camera: camera.name })}
          // Below the label: nothing may hide that this is the past.
          className="absolute end-1 top-7 bg-black/75 text-white focus-visible:opacity-100 group-hover:opacity-100 pointer-fine:opacity-0"
          onClick={() => large.onChange(!large.is)}
        />
      )}
      <Twice clock={clock} player={player} />
      <p className="pointer-events-none absolute inset-x-1 bottom-1 flex items-end justify-between gap-2 text-xs">
        <span className="min-w-0 truncate rounded-sm bg-black/75 px-1 text-white">
          {camera.number} · {camera.name}
        </span>
        <Drift clock={clock} player={player} />
      </p>
    </section>
  );
}

/** What a recorder writes by its local clock alone is not always one instant. */
function Twice({ clock, player }: ClockedProps): ReactElement | null {
  const isTwice = useSyncExternalStore(clock.subscribe, () => player?.file?.shownTwice === true);
  if (!isTwice) return null;
  return (
    <p
      role="note"
      className="pointer-events-none absolute start-1 top-7 max-w-[48ch] rounded-sm bg-black/75 px-1 text-white text-xs"
    >
      {t('recordings.twice')}
    </p>
  );
}

interface ClockedProps {
  readonly clock: MasterClock;
  readonly player: RecordedPlayer | null;
}

const stepMs = 20;

/** By how much the picture is beside the clock, so that nobody compares what does not belong together. */
function Drift({ clock, player }: ClockedProps): ReactElement | null {
  const driftMs = useSyncExternalStore(clock.subscribe, () => {
    const ms = player?.driftMs ?? null;
    return ms === null ? null : Math.round(ms / stepMs) * stepMs;
  });
  if (driftMs === null) return null;
  const drift = `${driftMs > 0 ? '+' : ''}${driftMs}`;
  return (
    <span
      title={t('recordings.drift.why')}
      className="shrink-0 rounded-sm bg-black/75 px-1 text-white tabular-nums"
    >
      {t('recordings.drift', { drift })}
    </span>
  );
}
