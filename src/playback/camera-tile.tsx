import {
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  use,
  useEffect,
  useEffectEvent,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../api/camera.ts';
import type { StreamKind } from '../domain/stream.ts';
import type { PictureFit, QualityChoice } from '../domain/view.ts';
import { t } from '../messages/t.ts';
import './picture-stale.css';
import { boxesShown } from './boxes-shown.ts';
import { PageControls } from './page/page-controls.tsx';
import { PictureSurface, SurfaceContext, type SurfaceSurroundings } from './picture-surface.tsx';
import type { PictureTruth } from './picture-truth.ts';
import type { TilePurpose } from './player-table.ts';
import { TileTruth } from './tile-truth.tsx';
import { useTileSession } from './use-tile-session.ts';

const LiveBoxes = lazy(() => import('./live-boxes.tsx'));

export interface CameraTileProps {
  readonly camera: CameraView;
  readonly fit: PictureFit;
  readonly quality: QualityChoice;
  /** Forces a transport. */
  readonly kind?: StreamKind;
  /** Decides between a player that is sooner and one that has sound. `wall` by default. */
  readonly purpose?: TilePurpose;
  /** Name of the camera at the bottom, on by default. */
  readonly label?: boolean;
  readonly onTruth?: (truth: PictureTruth) => void;
  readonly onOpenDevice?: () => void;
  /** Controls of the caller, above the picture. */
  readonly children?: ReactNode;
}

/** Fills its parent with the live picture of a camera and says what it is worth. */
export function CameraTile(props: CameraTileProps): ReactElement {
  const surroundings = use(SurfaceContext);
  if (surroundings !== null) return <TileOnSurface {...props} surroundings={surroundings} />;
  return (
    <PictureSurface className="absolute inset-0">
      <CameraTile {...props} />
    </PictureSurface>
  );
}

function TileOnSurface({
  camera,
  fit,
  quality,
  kind,
  purpose,
  label = true,
  onTruth,
  onOpenDevice,
  children,
  surroundings,
}: CameraTileProps & { readonly surroundings: SurfaceSurroundings }): ReactElement {
  const { surface, unattended } = surroundings;
  const { session, picture } = useTileSession(
    { camera, fit, quality, kind, purpose },
    surface,
    unattended,
  );
  const truth = useSyncExternalStore(session.truth.subscribe, session.truth.get);
  const showsBoxes = useStore(boxesShown, ({ on }) => on) && !unattended;
  const tell = useEffectEvent((news: PictureTruth) => onTruth?.(news));
  useEffect(() => tell(truth), [truth]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for inputs; a tile groups a picture with its words
    <div
      role="group"
      aria-label={t('tile.group', { camera: camera.name, state: t(`tile.state.${truth.state}`) })}
      className="absolute inset-0 overflow-hidden"
      data-tile={session.tile}
      data-camera={camera.id}
      data-state={truth.state}
      data-player={truth.player}
      data-stream={truth.stream?.id}
    >
      <div ref={picture} className="absolute inset-0" />
      {showsBoxes && (
        <Suspense>
          <LiveBoxes camera={camera} truth={truth} fit={fit} />
        </Suspense>
      )}
      <TileTruth
        truth={truth}
        channel={camera.state}
        cameraName={camera.name}
        onRetry={unattended ? undefined : () => session.retry()}
        onOpenDevice={unattended ? undefined : onOpenDevice}
      />
      {truth.player === 'page' && truth.state === 'degraded' && (
        <div className="@container pointer-events-none absolute inset-0 *:pointer-events-auto">
          <PageControls
            key={camera.id}
            cameraName={camera.name}
            engage={(onLeave) => session.engage(onLeave)}
          />
        </div>
      )}
      {label && (
        <bdi className="pointer-events-none absolute start-1 bottom-1 max-w-[calc(100%-0.5rem)] truncate rounded-sm bg-black/60 px-1 text-white text-xs">
          {camera.name}
        </bdi>
      )}
      {children}
    </div>
  );
}
