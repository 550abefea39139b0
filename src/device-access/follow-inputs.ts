import type { SeenProblem } from '../api/problem.ts';
import { routes } from '../api/routes.ts';
import type { InputReport, InputView } from '../api/site-control.ts';
import { connectionState } from './connection-state.ts';
import { LastingSocket } from './lasting-socket.ts';

/** The inputs of a camera as this window knows them. */
export interface SeenInputs {
  readonly inputs: readonly InputView[];
  /** Why nothing is known of them at the moment. */
  readonly problem?: SeenProblem | undefined;
}

const unreachable: SeenProblem = { kind: 'unreachable', reason: 'server-unreachable' };

/**
 * Listens to the inputs of a camera while the window is visible. When it hears nothing any more, it
 * tells all states as unknown.
 * @returns a function that ends it
 */
export function followInputs(cameraId: string, tell: (seen: SeenInputs) => void): () => void {
  let last: SeenInputs = { inputs: [] };
  const say = (next: SeenInputs) => {
    last = next;
    tell(next);
  };
  // What nobody tells any more is not known.
  const forget = (problem: SeenProblem) => {
    const sinceMs = Date.now() + connectionState.getState().clockSkewMs;
    const inputs = last.inputs.map((input) =>
      input.state === 'unknown' ? input : { ...input, state: 'unknown' as const, sinceMs },
    );
    say({ inputs, problem });
  };
  const socket = new LastingSocket<InputReport>({
    path: routes.inputs(cameraId),
    hear: ({ inputs, problem }) => {
      socket.greet();
      say({ inputs, problem });
    },
    lost: (problem) => forget(problem ?? unreachable),
    // Whoever looks at a camera ends this with the session.
    goesOn: () => true,
  });
  let listening = false;
  const onVisibility = () => {
    const visible = document.visibilityState !== 'hidden';
    if (visible === listening) return;
    listening = visible;
    if (visible) {
      socket.start();
      return;
    }
    socket.stop();
    forget(unreachable);
  };
  document.addEventListener('visibilitychange', onVisibility);
  onVisibility();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    socket.stop();
  };
}
