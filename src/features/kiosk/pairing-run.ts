import { type Pairing, type PairingState, pairingLastsMs } from '../../api/kiosk.ts';
import type { SeenProblem } from '../../api/problem.ts';
import { problemOf } from '../../device-access/request-problem.ts';

const pollMs = 2000;
const longestWaitMs = 60_000;

/** How a screen that waits to be paired stands. */
export interface PairingNews {
  readonly code: string | null;
  /** When another code takes its place, by this window's clock. */
  readonly endsAtMs: number;
  /** The last thing that went wrong, until something goes right. */
  readonly problem: SeenProblem | null;
  /** When it is tried again, where it was told to wait. */
  readonly heldUntilMs: number | null;
}

export const noCodeYet: PairingNews = {
  code: null,
  endsAtMs: 0,
  problem: null,
  heldUntilMs: null,
};

export interface PairingRoads {
  readonly begin: (signal: AbortSignal) => Promise<Pairing>;
  readonly claim: (secret: string, signal: AbortSignal) => Promise<PairingState['state']>;
  readonly onNews: (news: PairingNews) => void;
  /** The screen is let in. @returns whether the window knows it already */
  readonly onPaired: () => Promise<boolean>;
}

/** Shows one code after another until one of them was approved. Ends with the signal. */
export async function runPairing(roads: PairingRoads, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const pairing = await begin(roads, signal);
    if (pairing === null) continue;
    if (!(await waitForApproval(pairing, roads, signal))) continue;
    while (!signal.aborted && !(await roads.onPaired())) await pause(pollMs, signal);
    return;
  }
}

/** @returns null where none was to be had; by then it has waited */
async function begin(roads: PairingRoads, signal: AbortSignal): Promise<Pairing | null> {
  try {
    return await roads.begin(signal);
  } catch (fault) {
    if (signal.aborted) return null;
    const problem = problemOf(fault);
    const waitMs = Math.min(longestWaitMs, problem.retryAfterMs ?? pollMs);
    const heldUntilMs = problem.retryAfterMs === undefined ? null : Date.now() + waitMs;
    roads.onNews({ ...noCodeYet, problem, heldUntilMs });
    await pause(waitMs, signal);
    return null;
  }
}

/** @returns false when the code counts no longer */
async function waitForApproval(
  { code, secret }: Pairing,
  { claim, onNews }: PairingRoads,
  signal: AbortSignal,
): Promise<boolean> {
  // Counted from here, since the clock of a screen may be wrong.
  const endsAtMs = Date.now() + pairingLastsMs;
  const tell = (problem: SeenProblem | null) =>
    onNews({ code, endsAtMs, problem, heldUntilMs: null });
  tell(null);
  while (!signal.aborted && Date.now() < endsAtMs) {
    await pause(pollMs, signal);
    if (signal.aborted) return false;
    try {
      const state = await claim(secret, signal);
      if (state !== 'waiting') return state === 'paired';
      tell(null);
    } catch (fault) {
      if (!signal.aborted) tell(problemOf(fault));
    }
  }
  return false;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}
