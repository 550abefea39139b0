import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { SessionView } from '../../api/session.ts';
import { sessionQuery } from '../../device-access/account.ts';
import { connectionState } from '../../device-access/connection-state.ts';
import { ownKioskQuery } from '../../device-access/kiosks.ts';

/** Keeps the session of a screen true: it may get another view, or be removed, at any moment. */
export function useOwnSession(session: Extract<SessionView, { state: 'kiosk' }>): void {
  const queryClient = useQueryClient();
  const { queryKey } = sessionQuery();
  const { data: own } = useQuery({ ...ownKioskQuery(session.kiosk.id), initialData: session });
  useEffect(() => {
    queryClient.setQueryData(sessionQuery().queryKey, own);
  }, [queryClient, own]);
  useEffect(
    () =>
      connectionState.subscribe((now, before) => {
        // The server cuts the socket of a screen that was removed.
        if (now.state !== 'lost' || before.state === 'lost') return;
        void queryClient.refetchQueries({ queryKey, exact: true });
      }),
    [queryClient, queryKey],
  );
}
