import { createStore } from 'zustand/vanilla';

const storageKey = 'watchfloor.wall';

export interface WallPreferences {
  /** Letters and digits act without a modifier. */
  readonly singleKeys: boolean;
  readonly dockOpen: boolean;
  readonly lastViewId: string | null;
}

const usual: WallPreferences = { singleKeys: true, dockOpen: true, lastViewId: null };

/** What this browser remembers of how its person works. */
export const preferences = createStore<WallPreferences>(() => readStored());

preferences.subscribe((state) => {
  try {
    localStorage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // A browser without storage forgets; the wall works all the same.
    return;
  }
});

function readStored(): WallPreferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof stored === 'object' && stored !== null ? { ...usual, ...stored } : usual;
  } catch {
    return usual;
  }
}
