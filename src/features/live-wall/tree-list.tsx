import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useMemo, useRef } from 'react';
import { channelHealth } from '../../domain/channel-health.ts';
import { tilesByCamera } from './placement.ts';
import { CameraRow, DeviceRow } from './tree-row.tsx';
import type { TreeRow } from './tree-rows.ts';
import { useWall } from './wall-context.ts';

/** Fewer rows than this are cheaper drawn than measured. */
const virtualFrom = 100;

export interface TreeListProps {
  readonly id: string;
  readonly rows: readonly TreeRow[];
  readonly active: number;
  readonly onActivate: (cameraId: string) => void;
  readonly onPlace: (cameraId: string) => void;
}

export function TreeList({ id, rows, active, onActivate, onPlace }: TreeListProps) {
  const { view } = useWall();
  const scroller = useRef<HTMLDivElement>(null);
  const tiles = useMemo(() => tilesByCamera(view.cells, view.layout), [view]);
  const virtual = useVirtualizer({
    count: rows.length,
    enabled: rows.length > virtualFrom,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight(rows[index]),
    overscan: 8,
  });
  useEffect(() => {
    if (active < 0) return;
    if (rows.length > virtualFrom) virtual.scrollToIndex(active);
    else document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id, rows.length, virtual]);

  const drawn =
    rows.length > virtualFrom
      ? virtual.getVirtualItems().map(({ index, start }) => ({ index, start }))
      : rows.map((_, index) => ({ index, start: null }));
  return (
    <div
      ref={scroller}
      className="relative min-h-0 grow overflow-y-auto overscroll-contain px-1 pb-2"
    >
      <div
        id={id}
        role="tree"
        tabIndex={0}
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        className="relative rounded-control"
        style={rows.length > virtualFrom ? { height: virtual.getTotalSize() } : undefined}
      >
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const itemId = `${id}-${index}`;
          const place = rowPlace(row, start);
          return row.kind === 'device' ? (
            <DeviceRow
              key={`device ${row.deviceId}`}
              id={itemId}
              name={row.name}
              count={row.count}
              place={place}
            />
          ) : (
            <CameraRow
              key={row.camera.id}
              id={itemId}
              camera={row.camera}
              place={place}
              tiles={tiles.get(row.camera.id) ?? []}
              active={index === active}
              onActivate={() => onActivate(row.camera.id)}
              onPlace={() => onPlace(row.camera.id)}
            />
          );
        })}
      </div>
    </div>
  );
}

/** In the flow of a short list, or at its measured place in a long one. */
function rowPlace(row: TreeRow, start: number | null): CSSProperties {
  const height = rowHeight(row);
  if (start === null) return { height };
  return {
    height,
    position: 'absolute',
    insetInline: 0,
    top: 0,
    transform: `translateY(${start}px)`,
  };
}

const touch = typeof window !== 'undefined' && window.matchMedia('(pointer: coarse)').matches;

/** A camera that is not fine takes a second line for the words that say why. */
function rowHeight(row: TreeRow | undefined): number {
  if (row === undefined || row.kind === 'device') return 32;
  const fine = channelHealth(row.camera.state) === 'fine';
  if (touch) return fine ? 48 : 56;
  return fine ? 36 : 48;
}
