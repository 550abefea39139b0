import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { camerasQuery, viewsQuery } from '../../device-access/queries.ts';
import { layoutGrid } from '../../domain/layout-grid.ts';
import type { View, ViewCell } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { CameraTile } from '../../playback/camera-tile.tsx';
import { PictureSurface } from '../../playback/picture-surface.tsx';
import { AlarmBorder } from '../../playback/wall-alarms/alarm-border.tsx';
import { AlarmStage } from '../../playback/wall-alarms/alarm-stage.tsx';
import { useWallAlarms } from '../../playback/wall-alarms/use-wall-alarms.ts';

/** The pictures of a view, or a sentence where there is none to be shown. */
export function KioskWall({ viewId }: { readonly viewId: string }): ReactElement {
  const views = useQuery(viewsQuery());
  const cameras = useQuery(camerasQuery());
  if (views.data === undefined || cameras.data === undefined) {
    return (
      <p role="status" className="kiosk-middle">
        {t('kiosk.loading')}
      </p>
    );
  }
  const view = views.data.find(({ id }) => id === viewId);
  if (view === undefined) {
    return (
      <div role="status" className="kiosk-middle">
        <p className="kiosk-title">{t('kiosk.gone.title')}</p>
        <p>{t('kiosk.gone.text')}</p>
      </div>
    );
  }
  return <Tiles view={view} cameras={cameras.data} />;
}

interface TilesProps {
  readonly view: View;
  readonly cameras: readonly CameraView[];
}

function Tiles({ view, cameras }: TilesProps): ReactElement {
  const { columns, rows, tiles } = layoutGrid(view.layout);
  const { alarms } = useWallAlarms({ view, cameras, attended: false });
  const { shown, marks } = alarms;
  const large = view.alarmPolicy === 'spotlight';
  const lent = large ? null : shown;
  return (
    <AlarmStage alarms={alarms} large={large} cameras={cameras}>
      <PictureSurface className="kiosk-surface" unattended steady={large && shown !== null}>
        <div
          data-wall={view.id}
          className="kiosk-grid"
          style={{ '--columns': columns, '--rows': rows }}
        >
          {tiles.map((area, tile) => {
            const own = view.cells[tile] ?? null;
            const isLent = lent !== null && tile === tiles.length - 1;
            const cell = isLent ? lentCell(lent.cameraId, own) : own;
            const alarm = isLent ? lent.alarm : marks.get(cell?.cameraId ?? '');
            const { row, column } = area;
            const place = `${row} / ${column} / span ${area.rows} / span ${area.columns}`;
            return (
              <div
                key={`${place} ${cell?.cameraId ?? ''}`}
                className="kiosk-tile"
                style={{ '--area': place }}
              >
                {cell !== null && (
                  <Tile cell={cell} camera={cameras.find(({ id }) => id === cell.cameraId)} />
                )}
                {alarm !== undefined && <AlarmBorder alarm={alarm} />}
              </div>
            );
          })}
        </div>
      </PictureSurface>
    </AlarmStage>
  );
}

function lentCell(cameraId: string, own: ViewCell | null): ViewCell {
  return { cameraId, fit: own?.fit ?? 'contain', quality: 'auto' };
}

interface TileProps {
  readonly cell: ViewCell;
  readonly camera: CameraView | undefined;
}

function Tile({ cell, camera }: TileProps): ReactElement {
  if (camera === undefined) {
    return <p className="kiosk-middle bg-canvas text-text-2">{t('kiosk.tile.gone')}</p>;
  }
  return <CameraTile camera={camera} fit={cell.fit} quality={cell.quality} />;
}
