import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { SessionView } from '../../api/session.ts';
import { sessionQuery } from '../../device-access/account.ts';
import { FakeSocket } from '../../device-access/fake-socket.ts';
import { ToastRegion } from '../../ui/toast.tsx';
import { EventsPage } from './events-page.tsx';
import type { EventsPlace } from './events-place.ts';
import { type FakeEvents, fakeEvents, greet } from './fake-events.ts';
import { newPane, type Pane } from './panes/pane.ts';
import { usualPanes } from './panes/pane-list.ts';

/** The page as somebody has it open. */
export interface OpenPage {
  place: EventsPlace;
  readonly personId: string;
}

/** Shows a row for everything. */
export const plainPane: Pane = { ...newPane, id: 'p1', name: 'All', sums: false };

export interface OpenOptions {
  readonly place?: Partial<EventsPlace>;
  /** The usual ones where absent. */
  readonly panes?: readonly Pane[];
}

/** Opens the page for somebody who has not been here before, and lets the proxy greet it. */
export async function openEventsPage(
  proxy: FakeEvents,
  { place = {}, panes }: OpenOptions = {},
): Promise<OpenPage> {
  const open: OpenPage = {
    place: { topics: '', cameras: '', event: '', ...place },
    // Files of tests that run beside this one remember what they show in the same storage.
    personId: crypto.randomUUID(),
  };
  if (panes !== undefined) {
    const stored = JSON.stringify({ ...usualPanes, panes });
    localStorage.setItem(`watchfloor.events.${open.personId}`, stored);
  }
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery().queryKey, sessionOf(open.personId));
  const router = createRouter({
    routeTree: createRootRoute({ component: () => <Page open={open} /> }),
    history: createMemoryHistory(),
  });
  await render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router as never} />
      <ToastRegion closeLabel="Close" />
    </QueryClientProvider>,
  );
  await expect.poll(() => FakeSocket.opened.length).toBeGreaterThan(0);
  greet(proxy.journal[0]?.number ?? 0);
  await leaveLists();
  return open;
}

/** Events wait while the pointer is in a list, where the last click may have left it. */
export async function leaveLists(): Promise<void> {
  await userEvent.hover(page.getByRole('heading', { name: 'Events', exact: true }));
}

function Page({ open }: { readonly open: OpenPage }): ReactElement {
  const [place, setPlace] = useState(open.place);
  const [onPlace] = useState(() => (changed: Partial<EventsPlace>) => {
    open.place = { ...open.place, ...changed };
    setPlace(open.place);
  });
  return (
    <div style={{ height: '100vh', display: 'flex' }}>
      <EventsPage place={place} onPlace={onPlace} />
    </div>
  );
}

function sessionOf(id: string): SessionView {
  return {
    state: 'signed-in',
    person: { id, name: 'Guard', role: 'operator' },
    may: [],
    allCameras: true,
    locksAfterMs: 0,
    locked: false,
    hasPassword: false,
  };
}

/** A proxy of its own for every test of a file, and what else the page needs of a browser. */
export function withFakeEvents(): { readonly proxy: FakeEvents } {
  const parts = { proxy: fakeEvents() };
  beforeEach(async () => {
    await page.viewport(1600, 900);
    document.documentElement.lang = 'en';
    vi.stubGlobal('WebSocket', FakeSocket);
    FakeSocket.opened = [];
    parts.proxy = fakeEvents();
    vi.stubGlobal('fetch', parts.proxy.fetch);
  });
  afterEach(() => vi.unstubAllGlobals());
  return parts;
}
