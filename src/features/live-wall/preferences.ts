import { rememberedStore } from '../../ui/remembered-store.ts';

export interface WallPreferences {
  /** Letters and digits act without a modifier. */
  readonly singleKeys: boolean;
  readonly dockOpen: boolean;
  readonly lastViewId: string | null;
}

/** What this browser remembers of how its person works. */
export const preferences = rememberedStore<WallPreferences>('watchfloor.wall', {
  singleKeys: true,
  dockOpen: true,
  lastViewId: null,
});
