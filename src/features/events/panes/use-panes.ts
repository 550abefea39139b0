import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../../../device-access/use-session.ts';
import { t } from '../../../messages/t.ts';
import { showToast } from '../../../ui/toast-store.ts';
import { mostPanes, type Pane, type PanePreset } from './pane.ts';
import type { PaneControls } from './pane-controls.ts';
import { changedPane, movedPane, withoutPane, withPane } from './pane-list.ts';
import { paneName } from './pane-name.ts';
import { paneStore } from './pane-store.ts';

export interface Panes {
  readonly panes: readonly Pane[];
  readonly controlsOf: (pane: Pane, index: number) => PaneControls;
  readonly add: (preset: PanePreset, change?: Partial<Pane>) => void;
  readonly isFull: boolean;
}

/** The panes of whoever uses this window. */
export function usePanes(): Panes {
  const session = useSession();
  const personId = session?.state === 'signed-in' ? session.person.id : 'nobody';
  const store = useMemo(() => paneStore(personId), [personId]);
  const list = useStore(store);
  const { panes } = list;
  return {
    panes,
    isFull: panes.length >= mostPanes,
    add: (preset, change) =>
      store.setState((before) => {
        const after = withPane(before, preset);
        const added = after.panes.at(-1);
        return after === before || added === undefined || change === undefined
          ? after
          : changedPane(after, added.id, change);
      }),
    controlsOf: (pane, index) => ({
      sizable: index < panes.length - 1,
      onChange: (change) => store.setState((before) => changedPane(before, pane.id, change)),
      ...(panes.length > 1 && {
        onRemove: () => {
          store.setState((before) => withoutPane(before, pane.id));
          showToast({
            text: t('events.pane.removed', { pane: paneName(pane) }),
            tone: 'done',
            action: { label: t('events.pane.undo'), run: () => store.setState(list) },
          });
        },
      }),
      ...(index > 0 && {
        onEarlier: () => store.setState((before) => movedPane(before, pane.id, -1)),
      }),
      ...(index < panes.length - 1 && {
        onLater: () => store.setState((before) => movedPane(before, pane.id, 1)),
      }),
    }),
  };
}
