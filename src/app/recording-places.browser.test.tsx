import '../messages/words-for-tests.ts';
import '../ui/browser-test.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { routes } from '../api/routes.ts';
import { sessionQuery } from '../device-access/account.ts';
import { type Role, verbsOf } from '../domain/role.ts';
import { type RecordingPlace, RecordingPlaces } from './recording-places.tsx';

const paths: readonly RecordingPlace[] = [
  ...(['/playback', '/playback/bookmarks', '/exports', '/exports/verify'] as const),
  ...(['/cases', '/playback/proof'] as const),
];

let exports: object[] | null;
let asked: string[];

beforeEach(() => {
  exports = [];
  asked = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    if (exports !== null) return Response.json({ exports, freeBytes: null });
    return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function open(role: Role, here: RecordingPlace) {
  const root = createRootRoute();
  const router = createRouter({
    routeTree: root.addChildren(
      paths.map((path) =>
        createRoute({
          getParentRoute: () => root,
          path,
          component: () => (
            <main>
              <RecordingPlaces here={path} />
            </main>
          ),
        }),
      ),
    ),
    history: createMemoryHistory({ initialEntries: [here] }),
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery().queryKey, {
    ...{ state: 'signed-in', may: [...verbsOf(role)], allCameras: true, locked: false },
    person: { id: 'p1', name: 'Ada', role },
  } as never);
  await render(
    <QueryClientProvider client={client}>
      {/* The tests have a router of their own; only that of the app is known to the types. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  return router;
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const names = () =>
  page
    .getByRole('menuitem')
    .elements()
    .map(({ textContent }) => textContent);

it('names the page, and leads by keyboard to another one whose name has the focus', async () => {
  await open('operator', '/playback');
  (heading('Playback').getByRole('button').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const current = page.getByRole('menuitem', { name: 'Playback' });
  await expect.element(current).toHaveAttribute('aria-current', 'page');
  expect(document.querySelectorAll('[aria-current]').length).toBe(1);
  expect(names()).toEqual([
    ...['Playback', 'Bookmarks', 'Exports', 'Verify an evidence pack', 'Cases'],
    'Proof of recording',
  ]);
  // A menu moves its focus a moment after each key.
  await expect.element(current).toHaveFocus();
  for (const name of ['Bookmarks', 'Exports', 'Verify an evidence pack']) {
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(page.getByRole('menuitem', { name })).toHaveFocus();
  }
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('Verify an evidence pack')).toHaveFocus();
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  await userEvent.keyboard('{Tab}{Enter}');
  const verify = page.getByRole('menuitem', { name: 'Verify an evidence pack' });
  await expect.element(verify).toHaveAttribute('aria-current', 'page');
  // Exports begin with the same path.
  expect(document.querySelectorAll('[aria-current]').length).toBe(1);
});

it('leads by links, which a window of its own can open too', async () => {
  const router = await open('operator', '/cases');
  await heading('Cases').getByRole('button').click();
  const link = page.getByRole('menuitem', { name: 'Proof of recording' });
  await expect.element(link).toHaveAttribute('href', '/playback/proof');
  await link.click();
  await expect.element(heading('Proof of recording')).toBeVisible();
  expect(router.state.location.pathname).toBe('/playback/proof');
});

it('keeps from a viewer what they may not, and does not ask for it', async () => {
  exports = [{ state: 'running', progress: 0.4 }];
  await open('viewer', '/playback');
  await heading('Playback').getByRole('button').click();
  await expect.element(page.getByRole('menuitem', { name: 'Cases' })).toBeVisible();
  expect(names()).toEqual([
    ...['Playback', 'Bookmarks', 'Verify an evidence pack', 'Cases', 'Proof of recording'],
  ]);
  expect(asked).not.toContain(routes.exports);
});

it('says how far running exports are, and leads to them', async () => {
  await page.viewport(1280, 800);
  exports = [
    { state: 'running', progress: 0.8 },
    { state: 'waiting', progress: null },
    { state: 'done', progress: 1 },
  ];
  await open('operator', '/playback');
  const running = page.getByRole('link', { name: '2 exports run · 40 %' });
  await expect.element(running).toBeVisible();
  await heading('Playback').getByRole('button').click();
  await expect
    .element(page.getByRole('menuitem', { name: 'Exports' }))
    .toHaveTextContent('2 run · 40 %');
  await userEvent.keyboard('{Escape}');
  await running.click();
  await expect.element(heading('Exports')).toBeVisible();
  // The page itself says it.
  await expect.element(page.getByRole('link')).not.toBeInTheDocument();
});

it('says so on a phone too, below the name', async () => {
  await page.viewport(390, 844);
  exports = [{ state: 'packing', progress: 0.999 }];
  await open('operator', '/playback');
  await expect.element(page.getByText('1 · 99 %')).toBeVisible();
  await expect.element(heading('Playback')).toBeVisible();
});

it('does not say that something runs when that is not known', async () => {
  exports = null;
  await open('operator', '/playback');
  await expect.poll(() => asked).toContain(routes.exports);
  await heading('Playback').getByRole('button').click();
  await expect
    .element(page.getByRole('menuitem', { name: 'Exports' }))
    .toHaveTextContent('Exports');
  expect(names()).toContain('Exports');
});
