import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SeenProblem } from '../../api/problem.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { useCountdown } from './use-countdown.ts';
import { waitOf } from './wait-of.ts';

export interface PasswordTry<Input> {
  readonly run: (input: Input) => void;
  readonly busy: boolean;
  readonly problem: SeenProblem | null;
  /** Seconds until the proxy looks at another password. */
  readonly waitSeconds: number;
  readonly forget: () => void;
}

/** One thing that takes a password, with what came of it and the wait after wrong ones. */
export function usePasswordTry<Input, Result>(
  attempt: (input: Input) => Promise<Result>,
  onDone: (result: Result) => void,
  onFailed: (problem: SeenProblem) => void,
): PasswordTry<Input> {
  const [failedAtMs, setFailedAtMs] = useState(0);
  const trying = useMutation({
    mutationFn: attempt,
    // Kept no longer than it is tried: what was typed holds a password.
    gcTime: 0,
    onSuccess: onDone,
    onError: (fault) => {
      setFailedAtMs(Date.now());
      onFailed(problemOf(fault));
    },
  });
  const problem = trying.error === null ? null : problemOf(trying.error);
  const waitSeconds = useCountdown(waitOf(problem, failedAtMs));
  return {
    run: (input) => {
      if (!trying.isPending && waitSeconds === 0) trying.mutate(input);
    },
    busy: trying.isPending,
    problem,
    waitSeconds,
    forget: trying.reset,
  };
}
