import type { SeenProblem } from '../api/problem.ts';

/** The one failure that a request to the proxy ends in. `problemText` turns it into words. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly problem: SeenProblem;
  /** Status of the reply; 0 where none came. */
  readonly status: number;

  constructor(problem: SeenProblem, status = 0) {
    super([problem.kind, problem.reason, problem.detail].filter(Boolean).join(': '));
    this.problem = problem;
    this.status = status;
  }
}

/** The problem inside whatever was caught, so that a screen always has words to show. */
export function problemOf(caught: unknown): SeenProblem {
  if (caught instanceof RequestProblem) return caught.problem;
  return { kind: 'internal', reason: 'internal' };
}
