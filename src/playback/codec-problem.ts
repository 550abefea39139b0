import type { SeenProblem } from '../api/problem.ts';

/** This browser has no decoder for the stream. */
export const codecProblem: SeenProblem = { kind: 'unsupported', reason: 'codec-unplayable' };
