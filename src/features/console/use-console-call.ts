import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConsoleCall, ConsoleReply } from '../../api/console.ts';
import type { SeenProblem } from '../../api/problem.ts';
import { callEndpoint } from '../../device-access/commands.ts';
import { problemOf } from '../../device-access/request-problem.ts';

interface CallState {
  readonly running: boolean;
  readonly reply: ConsoleReply | null;
  /** Why nothing was sent, or no reply came from the proxy. */
  readonly refusal: SeenProblem | null;
}

export interface ConsoleCallRun extends CallState {
  readonly run: (call: ConsoleCall) => void;
  /** The same call again, for its secrets. */
  readonly reveal: () => void;
  readonly cancel: () => void;
}

const idle: CallState = { running: false, reply: null, refusal: null };

/** One call at a time. It ends with the page, and its reply is kept nowhere else. */
export function useConsoleCall(deviceId: string, endpointId: string): ConsoleCallRun {
  const [state, setState] = useState(idle);
  const current = useRef<AbortController | null>(null);
  const last = useRef<ConsoleCall | null>(null);

  const run = useCallback(
    (call: ConsoleCall) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      last.current = call;
      setState({ ...idle, running: true });
      const settle = (next: Partial<CallState>) => {
        if (!controller.signal.aborted) setState({ ...idle, ...next });
      };
      callEndpoint(deviceId, endpointId, call, controller.signal).then(
        (reply) => settle({ reply }),
        (fault: unknown) => settle({ refusal: problemOf(fault) }),
      );
    },
    [deviceId, endpointId],
  );
  const reveal = useCallback(() => {
    if (last.current !== null) run({ ...last.current, reveal: true });
  }, [run]);
  const cancel = useCallback(() => {
    current.current?.abort();
    setState({ ...idle, refusal: { kind: 'unreachable', reason: 'stopped' } });
  }, []);
  useEffect(() => () => current.current?.abort(), []);

  return { ...state, run, reveal, cancel };
}
