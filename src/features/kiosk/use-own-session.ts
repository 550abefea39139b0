import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { SessionView } from '../../api/session.ts';
import { sessionQuery } from '../../device-access/account.ts';
import { connectionState } from '../../device-access/connection-state.ts';
import { ownKioskQuery } from '../../device-access/kiosks.ts';

const askEveryMs = 5000;

/** Keeps the session of a screen true: it may get another view, or be removed, at any moment. */
export function useOwnSession(session: Extract<SessionView, { state: 'kiosk' }>): void {
  const queryClient = useQueryClient();
  const lost = useStore(connectionState, ({ state }) => state === 'lost');
  const { data: own } = useQuery({ ...ownKioskQuery(session.kiosk.id), initialData: session });
  useEffect(() => {
    queryClient.setQueryData(sessionQuery().queryKey, own);
  }, [queryClient, own]);
  useEffect(() => {
    if (!lost) return;
    // Either the server is gone or it has cut the socket of a screen that was removed, and while
    // there is no socket nothing is pushed.
    const { queryKey } = ownKioskQuery(session.kiosk.id);
    const ask = () => void queryClient.refetchQueries({ queryKey }, { cancelRefetch: false });
    ask();
    const timer = setInterval(ask, askEveryMs);
    return () => clearInterval(timer);
  }, [lost, queryClient, session.kiosk.id]);
}
