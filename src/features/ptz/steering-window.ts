import { controlState } from '../../device-access/control-state.ts';
import { RequestProblem } from '../../device-access/request-problem.ts';

/** What the proxy calls this window. Throws a RequestProblem while they are not connected. */
export function steeringWindow(): string {
  const { windowId } = controlState.getState();
  if (windowId === null) {
    throw new RequestProblem({ kind: 'unreachable', reason: 'server-unreachable' });
  }
  return windowId;
}
