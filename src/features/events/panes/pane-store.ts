import type { StoreApi } from 'zustand/vanilla';
import { rememberedStore } from '../../../ui/remembered-store.ts';
import { type PaneList, readPaneList, usualPanes } from './pane-list.ts';

const stores = new Map<string, StoreApi<PaneList>>();

/** The panes that a person has set up in this browser. */
export function paneStore(personId: string): StoreApi<PaneList> {
  const known = stores.get(personId);
  if (known !== undefined) return known;
  const store = rememberedStore(`watchfloor.events.${personId}`, usualPanes);
  store.setState(readPaneList(store.getState()), true);
  stores.set(personId, store);
  return store;
}
