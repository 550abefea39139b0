import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TreeList } from './tree-list.tsx';
import { stepRow, treeRows } from './tree-rows.ts';
import { useWall } from './wall-context.ts';

export interface CameraTreeProps {
  readonly filterField: RefObject<HTMLInputElement | null>;
  /** After a camera was placed by a press, which ends the choice on a small screen. */
  readonly onPlaced: () => void;
  /** Off where a dialog has the heading already. */
  readonly heading: boolean;
}

/** All cameras under their devices, to be found and put on the wall. */
export function CameraTree({ filterField, onPlaced, heading }: CameraTreeProps) {
  const { control, cameras } = useWall();
  const [filter, setFilter] = useState('');
  const [activeId, setActiveId] = useState<string | null>(null);
  const listId = useId();
  const rows = useMemo(() => treeRows([...cameras.values()], filter), [cameras, filter]);
  const found = rows.findIndex((row) => row.kind === 'camera' && row.camera.id === activeId);
  const active = found < 0 && filter !== '' ? stepRow(rows, -1, 1) : found;

  const placeCamera = (cameraId: string) => {
    control.placeCamera(cameraId);
    onPlaced();
  };
  const step = (by: 1 | -1) => {
    const row = rows[stepRow(rows, active, by)];
    if (row?.kind === 'camera') setActiveId(row.camera.id);
  };
  const press = (event: KeyboardEvent) => {
    const row = rows[active];
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter' && row?.kind === 'camera') placeCamera(row.camera.id);
    else if (event.key === 'Escape' && filter !== '') setFilter('');
    else if (event.key === 'Escape') leaveTree();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section
      aria-label={t('wall.tree')}
      className="flex min-h-0 grow flex-col"
      onKeyDown={(event) => {
        if (!(event.target instanceof Element) || event.target.closest('button') === null) {
          press(event);
        }
      }}
    >
      {heading && (
        <div className="flex h-10 shrink-0 items-center justify-between ps-3 pe-3 pointer-coarse:h-12">
          <h2 className="font-semibold">{t('wall.tree')}</h2>
          <span className="text-xs text-text-3">
            {t('wall.tree.count', { count: cameras.size })}
          </span>
        </div>
      )}
      <div className="relative mx-2 mt-1 mb-2 shrink-0">
        <Search
          aria-hidden
          className="pointer-events-none absolute start-2 top-1/2 size-4 -translate-y-1/2 text-text-3"
        />
        <input
          ref={filterField}
          type="text"
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
          aria-label={t('wall.tree.filter')}
          placeholder={t('wall.tree.filter')}
          value={filter}
          onChange={(event) => {
            setFilter(event.currentTarget.value);
            setActiveId(null);
          }}
          className="h-8 w-full rounded-control border border-line bg-canvas ps-8 pe-8 text-sm placeholder:text-text-3 pointer-coarse:h-11"
        />
        {filter !== '' && (
          <IconButton
            icon={X}
            label={t('wall.tree.clear')}
            className="absolute end-0 top-0"
            onClick={() => setFilter('')}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <p className="p-4 text-center text-text-3">{t('wall.tree.none', { filter })}</p>
      ) : (
        <TreeList
          id={listId}
          rows={rows}
          active={active}
          onActivate={setActiveId}
          onPlace={placeCamera}
        />
      )}
    </section>
  );
}

/** Gives the keyboard back to the wall. */
function leaveTree(): void {
  const tile = document.querySelector<HTMLElement>('[role="gridcell"][aria-selected="true"]');
  if (tile !== null) tile.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
