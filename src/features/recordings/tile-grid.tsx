import { type ReactElement, useState } from 'react';
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
  const [largeId, setLargeId] = useState<string | null>(null);
  const large = cameras.find(({ id }) => id === largeId);
  // The others give their decoders back meanwhile.
  const shown = large ? [large] : cameras;
  const count = shown.length;
  const columns = count <= 1 ? 'grid-cols-1' : count <= 4 ? 'grid-cols-2' : 'grid-cols-3';
  return (
    <div
      className={classNames(
        'relative grid min-h-0 min-w-0 grow auto-rows-[minmax(5.5rem,1fr)] gap-0.5 overflow-y-auto bg-letterbox p-0.5',
        // A phone on its side: rather than to shrink the pictures, the page scrolls.
        '[@media(max-height:500px)]:min-h-[56dvh]',
        columns,
        count === 2 && 'max-sm:grid-cols-1',
        // Tall enough for the words that stand where there is no picture; what is below is scrolled to.
        count > 4 && 'max-sm:auto-rows-[minmax(8rem,1fr)] max-sm:grid-cols-2',
      )}
    >
      {shown.map((camera) => (
        <RecordedTile
          key={camera.id}
          camera={camera}
          clock={clock}
          zone={zoneOf(camera)}
          onPlayer={onPlayer}
          large={
            cameras.length > 1
              ? { is: large !== undefined, onChange: (is) => setLargeId(is ? camera.id : null) }
              : null
          }
        />
      ))}
    </div>
  );
}
