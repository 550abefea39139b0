import type { SeenProblem } from '../../api/problem.ts';

/** How long the proxy wants a person to wait after wrong passwords; null where not at all. */
export function waitOf(problem: SeenProblem | null, failedAtMs: number) {
  if (problem?.reason !== 'too-many-attempts' || problem.retryAfterMs === undefined) return null;
  return { ms: problem.retryAfterMs, fromMs: failedAtMs };
}
