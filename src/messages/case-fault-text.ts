import type { SeenProblem } from '../api/problem.ts';
import { problemText } from './problem-text.ts';
import { t } from './t.ts';

const refusals = ['changed', 'closed', 'items', 'cases', 'item'] as const;

/** Why the proxy did not do what a person wanted of a case, and what to do. */
export function caseFaultText(problem: SeenProblem): string {
  const isOurs = problem.reason === 'conflict' || problem.reason === 'not-found';
  const known = refusals.find((reason) => isOurs && reason === problem.detail);
  if (known !== undefined) return t(`cases.refused.${known}`);
  const { what, todo } = problemText(problem);
  return `${what} ${todo}`;
}
