import type { SeenProblem } from '../api/problem.ts';
import { refusalsBeforeProbing, refusedProbeMs, retryDelayMs } from '../domain/retry-ladder.ts';

const triesBeforeNextPlayer = 3;

/** How long a tile waits before it tries again, counted from the first failure in a row as 1. */
export function pauseBeforeRetryMs(failures: number, problem: SeenProblem, random: number): number {
  if (problem.kind === 'unauthorized' && failures >= refusalsBeforeProbing) return refusedProbeMs;
  return Math.max(retryDelayMs(failures - 1, true, random), problem.retryAfterMs ?? 0);
}

/** Whether another way to the same camera might work where this one keeps failing. */
export function deservesAnotherPlayer(failures: number, problem: SeenProblem): boolean {
  if (failures < triesBeforeNextPlayer) return false;
  return (
    problem.kind !== 'unauthorized' &&
    problem.kind !== 'forbidden' &&
    problem.kind !== 'unreachable'
  );
}
