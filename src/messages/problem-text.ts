import type { SeenProblem } from '../api/problem.ts';
import { problems } from './en-problems.ts';
import { t } from './t.ts';

export interface ProblemText {
  /** What happened, one sentence. */
  readonly what: string;
  /** What the person can do about it, one sentence. */
  readonly todo: string;
}

/** The words for a problem, for a person who knows neither protocols nor status codes. */
export function problemText(problem: SeenProblem): ProblemText {
  const detail = problem.detail ?? '';
  const values = { detail, hasDetail: detail === '' ? 'no' : 'yes' };
  // A server newer than this window may know reasons that the window has no words for.
  const reason = `problem.${problem.reason}` in problems ? problem.reason : 'internal';
  return {
    what: t(`problem.${reason}`, values),
    todo: t(`problem.${reason}.todo`, values),
  };
}
