let listener: (() => Promise<void>) | null = null;

/** For whoever knows how to read the session again. @returns a function that ends the calls */
export function onSessionDoubt(readAgain: () => Promise<void>): () => void {
  listener = readAgain;
  return () => {
    if (listener === readAgain) listener = null;
  };
}

/**
 * The session of this window may have ended, or locked itself: has it read again. Resolves when it
 * is known how it stands.
 */
export async function doubtSession(): Promise<void> {
  await listener?.();
}
