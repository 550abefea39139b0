import { useStore } from 'zustand';
import type { SeenProblem } from '../../api/problem.ts';
import { controlState } from '../../device-access/control-state.ts';
import type { Helm } from './helm.ts';
import { useSteeringReport } from './use-steering-report.ts';

/** Why the last thing that this window asked of a camera was not done; null where it was. */
export function useRefusal(helm: Helm): SeenProblem | null {
  const own = useStore(helm.state, (state) => state.problem);
  const refused = useStore(controlState, (state) => state.refused);
  const holder = useSteeringReport(helm.cameraId)?.holder;
  const problem = own ?? (refused?.cameraId === helm.cameraId ? refused.problem : null);
  // Whoever was in the way has let go, or is another by now: beside that it would be a lie.
  const free = holder === null || holder?.own === true;
  return problem?.kind === 'steered-by-other' && free ? null : problem;
}
