import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { closeCodes, routes } from '../api/routes.ts';
import type { SessionView } from '../api/session.ts';
import { atSessionEnd } from '../device-access/session-end.ts';
import { verbsOf } from '../domain/role.ts';
import { AppGate } from './app-gate.tsx';
import '../ui/browser-test.css';

// The shell and the wall have tests of their own; here it counts which of them stands.
vi.mock('./shell.tsx', () => ({
  Shell: ({ session }: { session: { person: { name: string } } }) => (
    <h1>The shell of {session.person.name}</h1>
  ),
}));
vi.mock('./kiosk-route.tsx', () => ({
  KioskRoute: ({ session }: { session: SessionView }) => (
    <h1>The screen, {session.state === 'kiosk' ? session.viewId : session.state}</h1>
  ),
}));

class FakeSocket {
  static opened: FakeSocket[] = [];
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  constructor() {
    FakeSocket.opened.push(this);
  }
  close(): void {
    this.onclose = null;
  }
}

const signedOut: SessionView = { state: 'signed-out', demo: false };
const signedIn: SessionView = {
  state: 'signed-in',
  person: { id: 'p1', name: 'Mira', role: 'operator' },
  may: [...verbsOf('operator')],
  allCameras: true,
  locksAfterMs: 900_000,
  locked: false,
  hasPassword: true,
};

let session: SessionView | null;
let asked: string[];

beforeEach(() => {
  document.documentElement.lang = 'en';
  session = signedOut;
  asked = [];
  FakeSocket.opened = [];
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`);
    if (session === null) throw new TypeError('Failed to fetch');
    if (init?.method === 'POST' && path !== routes.active) session = signedIn;
    return Response.json(session);
  });
});

afterEach(() => vi.unstubAllGlobals());

async function open(address: string) {
  const root = createRootRoute({ component: AppGate });
  const route = (path: string) => createRoute({ getParentRoute: () => root, path });
  const router = createRouter({
    routeTree: root.addChildren(['/', '/devices', '/sign-in', '/setup', '/kiosk'].map(route)),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return { client, place: () => router.history.location.href };
}

const heading = (name: string) => page.getByRole('heading', { name, exact: true });

test('before the set-up every address says that it is due, but for the one that does it', async () => {
  session = { state: 'setup-needed' };
  await open('/devices');
  await expect.element(heading('Watchfloor has not been set up yet')).toBeVisible();
  expect(FakeSocket.opened).toEqual([]);
});

test('the address with the code sets up, and leads to the start', async () => {
  session = { state: 'setup-needed' };
  const { place } = await open('/setup#code');
  await page.getByLabelText('Your name').fill('Mira');
  await page.getByLabelText('New password').fill('heron lantern gravel');
  await page.getByLabelText('The same password once more').fill('heron lantern gravel');
  await page.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect.element(heading('The shell of Mira')).toBeVisible();
  expect(place()).toBe('/');
});

test('signing in keeps the address, and opens the socket only then', async () => {
  const { place } = await open('/devices');
  await page.getByLabelText('Name', { exact: true }).fill('Mira');
  await page.getByLabelText('Password', { exact: true }).fill('heron lantern gravel');
  expect(FakeSocket.opened).toEqual([]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(heading('The shell of Mira')).toBeVisible();
  expect(place()).toBe('/devices');
  expect(FakeSocket.opened).toHaveLength(1);
});

test('a session that ends takes everything along and asks to sign in, in place', async () => {
  session = signedIn;
  const { client, place } = await open('/devices');
  await expect.element(heading('The shell of Mira')).toBeVisible();
  client.setQueryData(['cameras'], []);
  const ended = vi.fn();
  atSessionEnd(ended);
  session = signedOut;
  FakeSocket.opened[0]?.onclose?.({ code: closeCodes.sessionEnded });
  await expect.element(page.getByText('You were signed out')).toBeVisible();
  expect(place()).toBe('/devices');
  expect(ended).toHaveBeenCalledTimes(1);
  expect(client.getQueryData(['cameras'])).toBeUndefined();
  expect(FakeSocket.opened).toHaveLength(1);
});

test('another tab signs in: this one follows', async () => {
  await open('/');
  await expect.element(heading('Sign in to Watchfloor')).toBeVisible();
  session = signedIn;
  const otherTab = new BroadcastChannel('watchfloor.session');
  otherTab.postMessage('changed');
  await expect.element(heading('The shell of Mira')).toBeVisible();
  otherTab.close();
});

test('a demo address is used up and leaves the address', async () => {
  const { place } = await open('/sign-in#demo.code');
  await expect.element(heading('The shell of Mira')).toBeVisible();
  expect(place()).toBe('/');
  expect(asked.filter((line) => line.startsWith('POST'))).toEqual([`POST ${routes.demoSession}`]);
});

test('an unattended screen shows its view and no more', async () => {
  session = { state: 'kiosk', kiosk: { id: 'k', name: 'Lobby' }, viewId: 'v7', may: ['view'] };
  const { place } = await open('/devices');
  await expect.element(heading('The screen, v7')).toBeVisible();
  expect(FakeSocket.opened).toHaveLength(1);
  expect(place()).toBe('/kiosk');
  session = signedOut;
  FakeSocket.opened[0]?.onclose?.({ code: closeCodes.sessionEnded });
  await expect.element(heading('The screen, signed-out')).toBeVisible();
});

test('a server that does not answer yet is asked again by itself', async () => {
  session = null;
  await open('/');
  await expect.element(page.getByText('Watchfloor does not answer yet.')).toBeVisible();
  session = signedOut;
  await expect.element(heading('Sign in to Watchfloor')).toBeVisible();
});
