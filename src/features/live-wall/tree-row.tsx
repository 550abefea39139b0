import { CircleAlert, CircleDashed, Plus, Server, Video, VideoOff } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { type ChannelHealth, channelHealth } from '../../domain/channel-health.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { followDrag } from './tile-drag.ts';
import { useWall, useWallState } from './wall-context.ts';

const icons = {
  fine: Video,
  waiting: CircleDashed,
  fault: CircleAlert,
  unused: VideoOff,
} as const satisfies Record<ChannelHealth, typeof Video>;

export interface DeviceRowProps {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly place: CSSProperties;
}

export function DeviceRow({ id, name, count, place }: DeviceRowProps) {
  return (
    <div
      role="treeitem"
      id={id}
      tabIndex={-1}
      aria-level={1}
      aria-expanded
      aria-selected={false}
      style={place}
      className="flex items-end gap-2 px-2 pb-1 text-xs text-text-3"
    >
      <Server aria-hidden className="size-3.5 shrink-0" />
      <span className="min-w-0 grow truncate font-semibold">{name}</span>
      <span>{count}</span>
    </div>
  );
}

export interface CameraRowProps {
  readonly id: string;
  readonly camera: CameraView;
  readonly place: CSSProperties;
  /** The tiles that show it, counted from 0. */
  readonly tiles: readonly number[];
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onPlace: () => void;
}

export function CameraRow(props: CameraRowProps) {
  const { id, camera, place, tiles, active, onActivate, onPlace } = props;
  const { control } = useWall();
  // Redraws the label of the button when another tile becomes the target.
  useWallState((state) => state.selected);
  const health = channelHealth(camera.state);
  const Icon = icons[health];
  const state = t(`wall.channel.${camera.state}`);
  return (
    <div
      role="treeitem"
      id={id}
      tabIndex={-1}
      aria-level={2}
      aria-selected={active}
      data-camera-row={camera.id}
      style={place}
      className={classNames(
        'group/row flex cursor-grab select-none items-center gap-2 rounded-control ps-2 pe-0.5',
        active ? 'bg-hover' : 'hover:bg-raised',
      )}
      onPointerDown={(event) => {
        onActivate();
        followDrag(event, control, { from: 'tree', cameraId: camera.id }, camera.name);
      }}
      onDoubleClick={(event) => {
        const onButton = event.target instanceof Element && event.target.closest('button') !== null;
        if (!onButton) onPlace();
      }}
    >
      <Icon
        aria-hidden
        className={classNames('size-4 shrink-0', health === 'fine' ? 'text-text-3' : 'text-text')}
      />
      <span className="sr-only">{t('wall.tree.number', { number: camera.number })}</span>
      <span aria-hidden className="w-6 shrink-0 text-end text-xs text-text-3">
        {camera.number}
      </span>
      <span className="min-w-0 grow">
        <span className="block truncate">{camera.name}</span>
        <span
          className={health === 'fine' ? 'sr-only' : 'block truncate text-xs leading-4 text-text-2'}
        >
          {state}
        </span>
      </span>
      {tiles.length > 0 && (
        <span className="shrink-0 text-xs text-text-3">
          {t('wall.tree.in-tile', { tiles: tiles.map((tile) => tile + 1).join(', ') })}
        </span>
      )}
      <IconButton
        icon={Plus}
        tabIndex={-1}
        label={t('wall.tree.place', { camera: camera.name, tile: control.targetTile() + 1 })}
        className={classNames(
          'shrink-0 pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100',
          active && 'pointer-fine:opacity-100',
        )}
        onClick={onPlace}
      />
    </div>
  );
}
