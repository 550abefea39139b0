import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import type { RecordedPlayer } from '../../playback/recorded/recorded-player.ts';
import { classNames } from '../../ui/class-names.ts';
import { RecordedTile } from './recorded-tile.tsx';

export interface TileGridProps {
  readonly cameras: readonly CameraView[];
  readonly clock: MasterClock;
  readonly zoneOf: (camera: CameraView) => string;
  readonly onPlayer: (cameraId: string, player: RecordedPlayer | null) => void;
}

/** As many columns as make the tiles largest, roughly: a square of squares. */
export function TileGrid({ cameras, clock, zoneOf, onPlayer }: TileGridProps): ReactElement {
  const count = cameras.length;
  const columns = count <= 1 ? 'grid-cols-1' : count <= 4 ? 'grid-cols-2' : 'grid-cols-3';
  return (
    <div
      className={classNames(
        'relative grid min-h-0 min-w-0 grow auto-rows-[minmax(5.5rem,1fr)] gap-0.5 overflow-y-auto bg-letterbox p-0.5',
        columns,
        count === 2 && 'max-sm:grid-cols-1',
        count > 4 && 'max-sm:grid-cols-2',
      )}
    >
      {cameras.map((camera) => (
        <RecordedTile
          key={camera.id}
          camera={camera}
          clock={clock}
          zone={zoneOf(camera)}
          onPlayer={onPlayer}
        />
      ))}
    </div>
  );
}
