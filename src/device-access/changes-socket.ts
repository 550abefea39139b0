import type { QueryClient } from '@tanstack/react-query';
import type { Change } from '../api/change.ts';
import { routes } from '../api/routes.ts';
import { sessionQuery } from './account.ts';
import { type ConnectionState, connectionState } from './connection-state.ts';
import { LastingSocket } from './lasting-socket.ts';
import { queryKeys } from './queries.ts';
import { readAgain } from './read-again.ts';

/**
 * Keeps one socket for pushed changes open while somebody is signed in, reading again what they name.
 * @returns a function that ends it for good
 */
export function startChanges(queryClient: QueryClient): () => void {
  const refresh = (queryKey?: readonly string[]) => readAgain(queryClient, queryKey);
  const socket = new LastingSocket<Change>({
    path: routes.changes,
    hear: (change) => {
      if (change.type === 'hello') {
        socket.greet();
        greet(change);
        // What changed while nobody listened, also before the first greeting, was never pushed.
        refresh();
      } else if (change.type === 'beat') set({ clockSkewMs: change.nowMs - Date.now() });
      else {
        refresh(queryKeys[change.type]);
        // A case shows how the exports in it stand.
        if (change.type === 'exports') refresh(queryKeys.cases);
      }
    },
    lost: () => {
      if (connectionState.getState().state !== 'lost') set({ state: 'lost', sinceMs: Date.now() });
    },
    goesOn: () => {
      const session = queryClient.getQueryData(sessionQuery().queryKey);
      return session?.state === 'signed-in' || session?.state === 'kiosk';
    },
  });
  socket.start();
  return () => {
    socket.stop();
    set({ state: 'connecting', sinceMs: Date.now() });
  };
}

function greet(hello: Extract<Change, { type: 'hello' }>): void {
  const before = connectionState.getState().serverVersion;
  set({
    state: 'connected',
    sinceMs: Date.now(),
    serverVersion: before ?? hello.version,
    versionChanged: before !== null && before !== hello.version,
    clockSkewMs: hello.nowMs - Date.now(),
  });
}

function set(change: Partial<ConnectionState>): void {
  connectionState.setState(change);
}
