/**
 * Lets one window of the browser do what would be too much in all of them; another takes over when it
 * is gone. @returns a function that gives it up
 */
export function seekLeadership(name: string, onLead: (leads: boolean) => void): () => void {
  if (typeof navigator.locks === 'undefined') {
    // Without locks each window is on its own.
    onLead(true);
    return () => onLead(false);
  }
  const waiting = new AbortController();
  let release: () => void = () => undefined;
  let hasEnded = false;
  const led = new Promise<void>((resolve) => {
    release = resolve;
  });
  navigator.locks
    .request(name, { signal: waiting.signal }, () => {
      if (hasEnded) return Promise.resolve();
      onLead(true);
      return led;
    })
    .catch((fault: unknown) => {
      // That it was given up while it waited is no fault.
      if (!waiting.signal.aborted) throw fault;
    });
  return () => {
    hasEnded = true;
    waiting.abort();
    release();
    onLead(false);
  };
}

/** Whether some window of this browser leads. */
export async function hasLeader(name: string): Promise<boolean> {
  if (typeof navigator.locks === 'undefined') return false;
  const { held } = await navigator.locks.query();
  return held?.some((lock) => lock.name === name) ?? false;
}
