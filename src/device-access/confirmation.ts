import { createStore } from 'zustand/vanilla';

/** Whether something waits for the password of the person; a dialog listens. */
export const confirmation = createStore<{ readonly asked: boolean }>(() => ({ asked: false }));

const waiting = new Set<(given: boolean) => void>();
let askers = 0;

/** Says that this window can ask for the password. @returns a function that takes it back */
export function offerConfirmation(): () => void {
  askers += 1;
  return () => {
    askers -= 1;
    if (askers === 0) settleConfirmation(false);
  };
}

/**
 * Asks the person once, however many wait. Resolves with whether the password was given, and with
 * false where nobody can be asked.
 */
export function askConfirmation(signal?: AbortSignal): Promise<boolean> {
  if (askers === 0 || signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const settle = (given: boolean) => {
      signal?.removeEventListener('abort', giveUp);
      resolve(given);
    };
    const giveUp = () => {
      waiting.delete(settle);
      settle(false);
      if (waiting.size === 0) confirmation.setState({ asked: false });
    };
    waiting.add(settle);
    signal?.addEventListener('abort', giveUp);
    confirmation.setState({ asked: true });
  });
}

/** The dialog's answer, for all who wait. */
export function settleConfirmation(given: boolean): void {
  const all = [...waiting];
  waiting.clear();
  confirmation.setState({ asked: false });
  for (const settle of all) settle(given);
}
