import { useSyncExternalStore } from 'react';
import type { ClockState, MasterClock } from './master-clock.ts';

/** What a clock says, as often as it says something. */
export function useClock(clock: MasterClock): ClockState {
  return useSyncExternalStore(clock.subscribe, () => clock.state);
}

/** The instant of a clock, anew with every step of `stepMs`. */
export function useClockStep(clock: MasterClock, stepMs: number): number {
  return useSyncExternalStore(
    clock.subscribe,
    () => Math.floor(clock.state.atMs / stepMs) * stepMs,
  );
}
