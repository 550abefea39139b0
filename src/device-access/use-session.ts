import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '../api/session.ts';
import type { Verb } from '../domain/role.ts';
import { sessionQuery } from './account.ts';

/** Who uses this window, as last read; the app itself asks. Undefined until it is known. */
export function useSession(): SessionView | undefined {
  return useQuery({ ...sessionQuery(), enabled: false }).data;
}

/** Whether whoever uses this window may do something. What they may not, the screen does not offer. */
export function useMay(verb: Verb): boolean {
  return mayIn(useSession(), verb);
}

export function mayIn(session: SessionView | undefined, verb: Verb): boolean {
  return session !== undefined && 'may' in session && session.may.includes(verb);
}
