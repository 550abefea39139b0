import { reportActivity } from './account.ts';
import { RequestProblem } from './request-problem.ts';
import { doubtSession } from './session-doubt.ts';

const reportEveryMs = 60_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Tells the proxy, once a minute at most, that a person uses this window, and has the session read
 * again when nobody did for so long that it locks itself; null where it never does.
 * @returns a function that ends it
 */
export function startInputHeartbeat(locksAfterMs: number | null): () => void {
  let reportedAtMs = Number.NEGATIVE_INFINITY;
  let lockTimer: ReturnType<typeof setTimeout> | undefined;
  const awaitLock = () => {
    clearTimeout(lockTimer);
    if (locksAfterMs !== null) lockTimer = setTimeout(() => void doubtSession(), locksAfterMs);
  };
  const notice = () => {
    const nowMs = performance.now();
    if (nowMs - reportedAtMs < reportEveryMs) return;
    reportedAtMs = nowMs;
    awaitLock();
    reportActivity().catch((fault: unknown) => {
      // A proxy that is away hears of the next sign a minute later; nothing else depends on it.
      if (!(fault instanceof RequestProblem)) throw fault;
    });
  };
  for (const sign of signs) window.addEventListener(sign, notice, { capture: true, passive: true });
  awaitLock();
  return () => {
    clearTimeout(lockTimer);
    for (const sign of signs) window.removeEventListener(sign, notice, { capture: true });
  };
}
