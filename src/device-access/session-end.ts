const endings = new Set<() => void>();

/** For what lives as long as a session, e.g. a worker with its sockets. Called once, at its end. */
export function atSessionEnd(end: () => void): void {
  endings.add(end);
}

/** To be called once nothing on screen uses the session any more. */
export function endSessionParts(): void {
  const all = [...endings];
  endings.clear();
  for (const end of all) end();
}
