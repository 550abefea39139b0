import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import { routes } from '../api/routes.ts';
import type {
  openSessionListSchema,
  PasswordChange,
  SessionView,
  SetUp,
  SignIn,
} from '../api/session.ts';
import type { TlsView } from '../api/tls.ts';
import { pushed, queryKeys } from './queries.ts';
import { request, requestJson } from './request.ts';

type OpenSessionList = z.infer<typeof openSessionListSchema>;

export function sessionQuery() {
  return queryOptions({
    queryKey: queryKeys.session,
    queryFn: ({ signal }) => requestJson<SessionView>(routes.session, { signal }),
    ...pushed,
  });
}

export function ownSessionsQuery() {
  return queryOptions({
    queryKey: [...queryKeys.sessions, 'own'],
    queryFn: async ({ signal }) =>
      (await requestJson<OpenSessionList>(routes.ownSessions, { signal })).sessions,
    ...pushed,
  });
}

/** Those of everybody, for an administrator. */
export function sessionsQuery() {
  return queryOptions({
    queryKey: [...queryKeys.sessions, 'all'],
    queryFn: async ({ signal }) =>
      (await requestJson<OpenSessionList>(routes.sessions, { signal })).sessions,
    ...pushed,
  });
}

/** How the connection is secured; it changes with a certificate at most. */
export function tlsQuery() {
  return queryOptions({
    queryKey: ['tls'],
    queryFn: ({ signal }) => requestJson<TlsView>(routes.tls, { signal }),
    ...pushed,
  });
}

export function signIn(account: SignIn): Promise<SessionView> {
  return requestJson<SessionView>(routes.session, { method: 'POST', body: account });
}

export function signInToDemo(code: string): Promise<SessionView> {
  return requestJson<SessionView>(routes.demoSession, { method: 'POST', body: { code } });
}

export function setUp(first: SetUp): Promise<SessionView> {
  return requestJson<SessionView>(routes.setUp, { method: 'POST', body: first });
}

export async function signOut(): Promise<void> {
  await request(routes.session, { method: 'DELETE' });
}

/** The password once more; opens what is dangerous for ten minutes, and a window that locked. */
export function confirmPassword(password: string): Promise<SessionView> {
  return requestJson<SessionView>(routes.confirm, { method: 'POST', body: { password } });
}

/** Tells that a person uses this window. */
export async function reportActivity(): Promise<void> {
  await request(routes.active, { method: 'POST' });
}

/** From now on this session only looks, until the password is given again. */
export async function lockSession(): Promise<void> {
  await request(routes.active, { method: 'DELETE' });
}

export async function changeOwnPassword(change: PasswordChange): Promise<void> {
  await request(routes.ownPassword, { method: 'PUT', body: change });
}

export async function endOwnSession(sessionId: string): Promise<void> {
  await request(routes.ownSession(sessionId), { method: 'DELETE' });
}

export async function endSession(sessionId: string): Promise<void> {
  await request(routes.openSession(sessionId), { method: 'DELETE' });
}
