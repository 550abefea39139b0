import { t } from '../../messages/t.ts';
import { useWall, useWallState } from './wall-context.ts';

/** Says on the tile under the pointer what releasing would do. */
export function DropMark({ tile }: { readonly tile: number }) {
  const { control } = useWall();
  const drag = useWallState((state) => (state.drag?.over === tile ? state.drag : null));
  if (drag === null) return null;
  if (drag.source.from === 'tile' && drag.source.tile === tile) return null;
  const camera = control.cameraIn(tile)?.name;
  return (
    <div className="pointer-events-none absolute inset-0 z-20 grid place-items-center border-2 border-white bg-black/50">
      <span className="max-w-[90%] truncate rounded-control bg-panel px-2 py-1 text-xs font-semibold">
        {dropWords(drag.source.from, drag.copy, camera)}
      </span>
    </div>
  );
}

function dropWords(from: 'tree' | 'tile', copy: boolean, camera: string | undefined): string {
  if (camera === undefined)
    return t(copy && from === 'tile' ? 'wall.drop.copy' : 'wall.drop.place');
  if (from === 'tree' || copy) return t('wall.drop.replace', { camera });
  return t('wall.drop.swap', { camera });
}
