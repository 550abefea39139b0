import type { QueryClient } from '@tanstack/react-query';
import type { SessionView } from '../api/session.ts';
import { sessionQuery, signOut } from './account.ts';
import { queryKeys } from './queries.ts';
import { RequestProblem } from './request-problem.ts';
import { onSessionDoubt } from './session-doubt.ts';

const channelName = 'watchfloor.session';

/** What the tabs of one browser tell each other. */
type Word = 'changed' | 'leaving' | 'left';

let left = false;
/** One for both ways: a channel does not hear itself. */
let channel: BroadcastChannel | null = null;

/** Whether a person has signed out in this browser, as opposed to a session that was ended. */
export function wasLeft(): boolean {
  return left;
}

/**
 * Reads the session again whenever there is doubt about it, also when it changed in another tab of
 * this browser. @returns a function that ends it
 */
export function followSession(queryClient: QueryClient): () => void {
  const readAgain = () => readSession(queryClient);
  const ownChannel = new BroadcastChannel(channelName);
  channel = ownChannel;
  ownChannel.onmessage = ({ data }: MessageEvent<Word>) => {
    left = data !== 'changed';
    if (data !== 'leaving') void readAgain();
  };
  const endDoubt = onSessionDoubt(readAgain);
  return () => {
    endDoubt();
    ownChannel.close();
    if (channel === ownChannel) channel = null;
  };
}

/** Takes over what a sign-in, or a password, has changed, here and in the other tabs. */
export function adoptSession(queryClient: QueryClient, session: SessionView): void {
  left = false;
  queryClient.setQueryData(sessionQuery().queryKey, session);
  tellOtherTabs('changed');
}

/** Signs out in all tabs of this browser. Rejects with a RequestProblem where the proxy did not. */
export async function signOutHere(queryClient: QueryClient): Promise<void> {
  // Known before it is done: the proxy closes the sockets of the session while it answers.
  left = true;
  tellOtherTabs('leaving');
  try {
    await signOut();
  } catch (fault) {
    left = false;
    tellOtherTabs('changed');
    throw fault;
  }
  tellOtherTabs('left');
  await readSession(queryClient);
}

/** What was read for one person is not for the next. */
export function forgetAnswers(queryClient: QueryClient): void {
  const [session] = queryKeys.session;
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== session });
}

/** Joins a reading that is under way. Who looks at the session sees also that it failed. */
async function readSession(queryClient: QueryClient): Promise<void> {
  try {
    await queryClient.fetchQuery({ ...sessionQuery(), staleTime: 0 });
  } catch (fault) {
    if (!(fault instanceof RequestProblem)) throw fault;
  }
}

function tellOtherTabs(word: Word): void {
  channel?.postMessage(word);
}
