import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { routes } from '../api/routes.ts';
import type { SessionView } from '../api/session.ts';
import { sessionQuery } from './account.ts';
import {
  adoptSession,
  followSession,
  forgetAnswers,
  signOutHere,
  wasLeft,
} from './follow-session.ts';
import { camerasQuery, queryKeys } from './queries.ts';
import { doubtSession } from './session-doubt.ts';

const signedOut: SessionView = { state: 'signed-out', demo: false };
const kiosk: SessionView = {
  state: 'kiosk',
  kiosk: { id: 'k', name: 'Lobby' },
  viewId: 'v',
  may: ['view'],
};

let asked: string[];
let refuses: boolean;
let client: QueryClient;
let otherTab: BroadcastChannel;
let heard: unknown[];
let stop: () => void;

beforeEach(() => {
  asked = [];
  refuses = false;
  heard = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`);
    if (refuses) return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
    return init?.method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json(signedOut);
  });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData<SessionView>(queryKeys.session, kiosk);
  otherTab = new BroadcastChannel('watchfloor.session');
  otherTab.onmessage = ({ data }) => heard.push(data);
  stop = followSession(client);
});

afterEach(() => {
  stop();
  otherTab.close();
  vi.unstubAllGlobals();
});

const state = () => client.getQueryData(sessionQuery().queryKey)?.state;

test('reads the session again when in doubt, once for many doubts', async () => {
  await Promise.all([doubtSession(), doubtSession(), doubtSession()]);
  expect(asked).toEqual([`GET ${routes.session}`]);
  expect(state()).toBe('signed-out');
});

test('follows another tab, and knows whether the person left', async () => {
  otherTab.postMessage('left');
  await expect.poll(state).toBe('signed-out');
  expect(wasLeft()).toBe(true);
  otherTab.postMessage('changed');
  await expect.poll(wasLeft).toBe(false);
});

test('signing out tells the other tabs', async () => {
  await signOutHere(client);
  expect(asked).toEqual([`DELETE ${routes.session}`, `GET ${routes.session}`]);
  expect(wasLeft()).toBe(true);
  await expect.poll(() => heard).toEqual(['leaving', 'left']);
});

test('a sign-out that fails leaves everything as it was', async () => {
  refuses = true;
  await expect(signOutHere(client)).rejects.toMatchObject({ problem: { reason: 'internal' } });
  expect(wasLeft()).toBe(false);
  expect(state()).toBe('kiosk');
});

test('a sign-in is known at once, here and elsewhere', async () => {
  adoptSession(client, signedOut);
  expect(state()).toBe('signed-out');
  await expect.poll(() => heard).toEqual(['changed']);
  expect(asked).toEqual([]);
});

test('forgets what was read, but not who is signed in', () => {
  client.setQueryData(camerasQuery().queryKey, []);
  forgetAnswers(client);
  expect(client.getQueryData(camerasQuery().queryKey)).toBeUndefined();
  expect(state()).toBe('kiosk');
});
