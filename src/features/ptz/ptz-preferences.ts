import { rememberedStore } from '../../ui/remembered-store.ts';
import type { SteerKeyMap } from './steer-keys.ts';

export interface PtzPreferences {
  /** Share of the full speed for pad and keys, 0..1. */
  readonly speed: number;
  /** Keys that the person chose; the others are as usual. */
  readonly keys: Partial<SteerKeyMap>;
}

/** What this browser remembers of how its person steers. */
export const ptzPreferences = rememberedStore<PtzPreferences>('watchfloor.ptz', {
  speed: 0.6,
  keys: {},
});
