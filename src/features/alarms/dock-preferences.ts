import { rememberedStore } from '../../ui/remembered-store.ts';

export interface DockPreferences {
  /** Null until somebody has folded it away or unfolded it. */
  readonly open: boolean | null;
}

/** What this browser remembers of how its person likes the dock. */
export const dockPreferences = rememberedStore<DockPreferences>('watchfloor.alarm-dock', {
  open: null,
});
