import { createStore } from 'zustand/vanilla';
import type { SteeringReport } from '../api/control.ts';
import type { SeenProblem } from '../api/problem.ts';

export interface ControlState {
  /** `closed` while no camera is looked at that could be steered. */
  readonly state: 'closed' | 'connecting' | 'connected' | 'lost';
  /** What the proxy calls this window; null while they are not connected. */
  readonly windowId: string | null;
  /** Who steers which camera, as last told; nothing while not connected. */
  readonly reports: ReadonlyMap<string, SteeringReport>;
  /** Why the last movement of this window was not done. */
  readonly refused: { readonly cameraId: string; readonly problem: SeenProblem } | null;
}

/** What this window knows of its steering. Written by the control socket alone. */
export const controlState = createStore<ControlState>(() => ({
  state: 'closed',
  windowId: null,
  reports: new Map(),
  refused: null,
}));
