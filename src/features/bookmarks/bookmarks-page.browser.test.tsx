import '../../ui/browser-test.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Bookmark, BookmarkContent } from '../../api/bookmarks.ts';
import { routes } from '../../api/routes.ts';
import { sessionQuery } from '../../device-access/account.ts';
import { type Role, verbsOf } from '../../domain/role.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { ToastRegion } from '../../ui/toast.tsx';
import { BookmarkDialog } from './bookmark-dialog.tsx';
import { BookmarksPage } from './bookmarks-page.tsx';
import { anywhere, type BookmarksPlace } from './bookmarks-place.ts';

const noonMs = Date.UTC(2026, 10, 20, 12);
const own: Bookmark = {
  ...{ id: 'b1', fromMs: noonMs, toMs: null, cameraIds: ['c1'], note: 'Ladder at the wall' },
  ...{ tags: ['theft'], by: { id: 'p1', name: 'Ada' }, createdAtMs: noonMs },
};
const foreign: Bookmark = {
  ...own,
  ...{ id: 'b2', note: 'White van', tags: [], cameraIds: ['c1', 'gone'] },
  by: { id: 'p2', name: 'Grace' },
};

let kept: Bookmark[];
let fails: boolean;
let asked: URLSearchParams[];
let written: BookmarkContent[];
const play = vi.fn();
const forCase = vi.fn();

beforeEach(() => {
  kept = [own, foreign];
  fails = false;
  asked = [];
  written = [];
  play.mockReset();
  forCase.mockReset();
  let removed: Bookmark | undefined;
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const { pathname, searchParams } = new URL(input, 'http://127.0.0.1');
    if (pathname === routes.site) return Response.json({ name: 'Harbour', zone: 'UTC' });
    if (pathname === routes.cameras) {
      const gate = testCamera([], { id: 'c1', name: 'Gate', number: 1, zone: 'Europe/Berlin' });
      return Response.json({ cameras: [gate] });
    }
    if (fails) return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
    if (init?.method === 'DELETE') {
      removed = kept.find(({ id }) => pathname === routes.bookmark(id));
      kept = kept.filter((one) => one !== removed);
      return new Response(null, { status: 204 });
    }
    if (pathname.endsWith('/restore') && removed) {
      kept = [removed, ...kept];
      return Response.json(removed);
    }
    if (init?.body !== undefined) {
      const content = JSON.parse(String(init.body)) as BookmarkContent;
      written.push(content);
      kept = kept.map((one) =>
        pathname === routes.bookmark(one.id) ? { ...one, ...content } : one,
      );
      return Response.json({ ...own, ...content });
    }
    asked.push(searchParams);
    const text = searchParams.get('text') ?? '';
    const bookmarks = kept.filter(({ note }) => note.toLowerCase().includes(text.toLowerCase()));
    return Response.json({ bookmarks, more: false });
  });
});
afterEach(() => vi.unstubAllGlobals());

function Page(): ReactElement {
  const [place, setPlace] = useState(anywhere);
  const roads = {
    place: (changed: Partial<BookmarksPlace>) => setPlace((before) => ({ ...before, ...changed })),
    play,
    forCase,
  };
  return (
    <BookmarksPage
      heading={<h1>Bookmarks</h1>}
      place={place}
      roads={roads}
      more={({ id }, when) => <button type="button">{`${id} into a case, ${when}`}</button>}
    />
  );
}

async function open(shown: ReactElement = <Page />, role: Role = 'operator') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(sessionQuery().queryKey, {
    ...{ state: 'signed-in', may: [...verbsOf(role)], allCameras: true, locked: false },
    person: { id: 'p1', name: 'Ada', role },
  } as never);
  await render(
    <QueryClientProvider client={client}>
      <div style={{ height: '100vh', display: 'flex' }}>{shown}</div>
      <ToastRegion closeLabel="Close" />
    </QueryClientProvider>,
  );
}

const row = (note: string) => page.getByRole('listitem').filter({ hasText: note });

it('lists what is kept in the time of its cameras, and plays it', async () => {
  await open();
  await expect
    .element(row('Ladder'))
    .toHaveTextContent('2026-11-20 13:00:00 (Europe/Berlin) · Gate');
  await expect.element(row('White van')).toHaveTextContent('a camera that is no longer there');
  await row('Ladder').getByRole('button', { name: /^Play/ }).click();
  expect(play).toHaveBeenCalledWith(own);
  // What others keep is theirs.
  await expect
    .element(row('White van').getByRole('button', { name: /^Remove/ }))
    .not.toBeInTheDocument();
});

it('keeps further filters folded on a phone, unless they leave something out', async () => {
  await page.viewport(390, 844);
  await open();
  const camera = page.getByLabelText('Camera');
  const more = page.getByRole('button', { name: 'More filters' });
  await expect.element(camera).not.toBeVisible();
  await more.click();
  await camera.selectOptions('1 · Gate');
  await expect.poll(() => asked.at(-1)?.get('camera')).toBe('c1');
  await expect.element(more).toBeDisabled();
  await camera.selectOptions('All cameras');
  await more.click();
  await expect.element(camera).not.toBeVisible();
});

it('searches by words, camera, time and tag', async () => {
  await page.viewport(1280, 800);
  await open();
  await row('Ladder').getByRole('button', { name: 'theft' }).click();
  await page.getByLabelText('Camera').selectOptions('1 · Gate');
  await page.getByLabelText('From (UTC)').fill('2026-11-20T11:00');
  await page.getByLabelText('Search').fill('wall');
  const query = { tag: 'theft', camera: 'c1', from: String(noonMs - 3_600_000), text: 'wall' };
  await expect.poll(() => Object.fromEntries(asked.at(-1) ?? [])).toEqual(query);
  await page.getByLabelText('Search').fill('nothing like it');
  await expect.element(page.getByText('No bookmark is like this')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect.element(row('White van')).toBeVisible();
  await expect.element(page.getByLabelText('Search')).toHaveValue('');
});

it('changes the note and the tags, and keeps what was written where that fails', async () => {
  await open();
  await row('Ladder')
    .getByRole('button', { name: /^Change/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Change the bookmark' });
  await dialog.getByLabelText('Note').fill('Ladder is gone');
  await dialog.getByLabelText('Tags').fill('theft, wall, Wall');
  fails = true;
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('was not kept');
  await expect.element(dialog.getByLabelText('Note')).toHaveValue('Ladder is gone');
  fails = false;
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect.element(row('Ladder is gone')).toBeVisible();
  const { fromMs, toMs, cameraIds } = own;
  const content = { fromMs, toMs, cameraIds, note: 'Ladder is gone', tags: ['theft', 'wall'] };
  expect(written.at(-1)).toEqual(content);
});

it('removes at once and brings back', async () => {
  await open();
  await row('Ladder')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await expect.element(row('Ladder')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(row('Ladder')).toBeVisible();
});

it('teaches how to keep the first', async () => {
  kept = [];
  await open();
  await expect.element(page.getByText('Press B or the bookmark button')).toBeVisible();
});

it('does not tell viewers to do what they may not', async () => {
  kept = [];
  await open(<Page />, 'viewer');
  await expect.element(page.getByText('Operators keep moments')).toBeVisible();
});

it('does not call empty what it could not read', async () => {
  fails = true;
  await open();
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be read');
  await expect.element(page.getByText('There are no bookmarks yet')).not.toBeInTheDocument();
});

it('keeps a new moment with what is said of it', async () => {
  const onClose = vi.fn();
  const moment = { fromMs: noonMs, toMs: noonMs + 5000, cameraIds: ['c1'] };
  await open(<BookmarkDialog bookmark={moment} onClose={onClose} onForCase={forCase} />);
  const dialog = page.getByRole('dialog', { name: 'Keep this moment' });
  await expect.element(dialog).toHaveTextContent('13:00:00 to 2026-11-20 13:00:05');
  await dialog.getByLabelText('Tags').fill('x'.repeat(41));
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect.element(dialog).toHaveTextContent('at most 40 characters');
  expect(written).toEqual([]);
  await dialog.getByLabelText('Tags').fill('gate 2');
  await dialog.getByLabelText('Then add it to a case').click();
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect.poll(() => written).toEqual([{ ...moment, note: '', tags: ['gate 2'] }]);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(forCase).toHaveBeenCalledWith(expect.objectContaining({ id: 'b1', tags: ['gate 2'] }));
});
