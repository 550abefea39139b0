import { useStore } from 'zustand';
import type { SeenProblem } from '../../api/problem.ts';
import { controlState } from '../../device-access/control-state.ts';
import type { Helm } from './helm.ts';

/** Why the last thing that this window asked of a camera was not done; null where it was. */
export function useRefusal(helm: Helm): SeenProblem | null {
  const own = useStore(helm.state, (state) => state.problem);
  const refused = useStore(controlState, (state) => state.refused);
  return own ?? (refused?.cameraId === helm.cameraId ? refused.problem : null);
}
