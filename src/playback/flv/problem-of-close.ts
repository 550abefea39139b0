import { type Problem, problemSchema } from '../../api/problem.ts';
import { closeCodes } from '../../api/routes.ts';

const lost: Problem = { kind: 'unreachable', reason: 'connection-lost' };

/** What a close of `/ws/flv` means; without a reason of the proxy's own the line simply broke. */
export function problemOfClose(event: Pick<CloseEvent, 'code' | 'reason'>): Problem {
  if (event.code === closeCodes.tooSlow) return { kind: 'timeout', reason: 'stalled' };
  if (event.code !== closeCodes.problem) return lost;
  try {
    const parsed = problemSchema.safeParse(JSON.parse(event.reason));
    return parsed.success ? parsed.data : lost;
  } catch {
    // A reason that was cut off is no reason; the close itself still counts.
    return lost;
  }
}
