import { useMemo } from 'react';
import type { View } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';
import { emptyView } from './first-view.ts';
import { contentOf } from './view-edits.ts';
import { freeName } from './view-names.ts';
import type { ViewCommands } from './view-tabs.tsx';
import type { WallControl } from './wall-control.ts';
import type { WallRoads } from './wall-roads.ts';

/** What can be done to views as a whole, with undo. */
export function useViewCommands(
  control: WallControl,
  views: readonly View[],
  roads: WallRoads,
): ViewCommands & {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly next: () => void;
} {
  return useMemo(() => {
    const { edits, viewId } = control.world;
    const names = views.map((view) => view.name);
    const open = (id: string | null) => {
      if (id !== null && id !== viewId) roads.openView(id);
    };
    const undo = async () => open(await edits.undo());
    const create = async (content: Parameters<typeof edits.create>[0]) =>
      open((await edits.create(content))?.id ?? null);
    const remove = async () => {
      const view = control.view();
      if (view === undefined || !(await edits.remove(viewId))) return;
      const rest = views.filter((each) => each.id !== viewId);
      const index = views.findIndex((each) => each.id === viewId);
      open((rest[index] ?? rest.at(-1))?.id ?? null);
      showToast({
        tone: 'done',
        text: t('wall.view.removed', { view: view.name }),
        action: { label: t('wall.undo'), run: () => void undo() },
      });
    };
    return {
      open,
      create: () => void create(emptyView(freeName(t('wall.view.first'), names))),
      duplicate: () => {
        const view = control.view();
        if (view) void create({ ...contentOf(view), name: freeName(view.name, names) });
      },
      rename: (name) => control.rename(name),
      remove: () => void remove(),
      undo: () => void undo(),
      redo: () => void edits.redo().then(open),
      next: () => {
        const index = views.findIndex((view) => view.id === viewId);
        open(views[(index + 1) % views.length]?.id ?? null);
      },
    };
  }, [control, views, roads]);
}
