import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { ProbeRequest, ProbeRung } from '../../api/probe.ts';
import { runProbe } from '../../device-access/probe-stream.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { idleProbe, type ProbeRun, probeReducer } from './probe-run.ts';

export interface Probe {
  readonly run: ProbeRun;
  /** Ends the ladder that is under way and climbs a new one. */
  readonly start: (request: ProbeRequest, keepUntil?: ProbeRung) => void;
  readonly cancel: () => void;
}

/** One ladder at a time; it is hung up when the screen goes away. */
export function useProbe(): Probe {
  const [run, dispatch] = useReducer(probeReducer, idleProbe);
  const underWay = useRef<AbortController | null>(null);

  const start = useCallback((request: ProbeRequest, keepUntil?: ProbeRung) => {
    underWay.current?.abort();
    const control = new AbortController();
    underWay.current = control;
    const { signal } = control;
    dispatch({ type: 'start', keepUntil });
    runProbe(request, { signal, onEvent: (event) => dispatch({ type: 'event', event }) }).catch(
      (fault: unknown) => {
        if (!signal.aborted) dispatch({ type: 'broken', problem: problemOf(fault) });
      },
    );
  }, []);

  const cancel = useCallback(() => {
    underWay.current?.abort();
    dispatch({ type: 'cancelled' });
  }, []);

  useEffect(() => () => underWay.current?.abort(), []);
  return { run, start, cancel };
}
