import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SessionView } from '../api/session.ts';
import { startChanges } from '../device-access/changes-socket.ts';
import { followSession, forgetAnswers, wasLeft } from '../device-access/follow-session.ts';
import { startInputHeartbeat } from '../device-access/input-heartbeat.ts';
import { endSessionParts } from '../device-access/session-end.ts';

export interface SessionLife {
  /** Nothing is left of the session before: what shows the new one may begin. */
  readonly ready: boolean;
  /** How the session before ended, for the page that stands in its place now. */
  readonly before: 'ended' | 'left' | null;
}

/**
 * Starts what a session needs and ends it with the session: pushed changes, players, signs of life
 * and all that was read.
 */
export function useSessionLife(
  queryClient: QueryClient,
  session: SessionView | undefined,
): SessionLife {
  const [life, setLife] = useState<{
    key: string | null | undefined;
    before: SessionLife['before'];
  }>({ key: undefined, before: null });
  const lived = useRef<string | null>(null);
  const key = keyOf(session);
  const atKeyboard = session?.state === 'signed-in';
  const locksAfterMs = atKeyboard && session.hasPassword ? session.locksAfterMs : null;

  useEffect(() => followSession(queryClient), [queryClient]);
  useEffect(() => {
    if (key === undefined) return;
    const last = lived.current;
    lived.current = key;
    if (last !== null && last !== key) {
      // What showed the session has unmounted by now, so nothing wakes what ends here.
      endSessionParts();
      forgetAnswers(queryClient);
    }
    setLife(({ before }) => {
      if (key !== null) return { key, before: null };
      return { key, before: last === null ? before : wasLeft() ? 'left' : 'ended' };
    });
    return key === null ? undefined : startChanges(queryClient);
  }, [queryClient, key]);
  useEffect(
    () => (atKeyboard ? startInputHeartbeat(locksAfterMs) : undefined),
    [atKeyboard, locksAfterMs],
  );
  return { ready: key !== undefined && life.key === key, before: life.before };
}

/** Another person, or another role of the same one, is another session. Null for nobody. */
function keyOf(session: SessionView | undefined): string | null | undefined {
  if (session === undefined) return undefined;
  if (session.state === 'signed-in') return `${session.person.id} ${session.person.role}`;
  return session.state === 'kiosk' ? session.kiosk.id : null;
}
