import '../../ui/browser-test.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ExportView } from '../../api/exports.ts';
import { confirmation } from '../../device-access/confirmation.ts';
import { exportsChanged } from '../../device-access/exports.ts';
import { noteOrdered, orderedExports } from '../../device-access/ordered-exports.ts';
import { ToastRegion } from '../../ui/toast.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { ExportEnds } from './export-ends.tsx';
import { ExportsPage } from './exports-page.tsx';
import { fakeCamera, fakeExport, fakeExports } from './fake-exports.ts';

let proxy: ReturnType<typeof fakeExports>;
let client: QueryClient;
const roads = { playback: vi.fn(), play: vi.fn() };
const show = vi.fn();

beforeEach(() => {
  proxy = fakeExports();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  vi.stubGlobal('fetch', proxy.fetch);
  roads.play.mockReset();
  show.mockReset();
});
afterEach(() => {
  vi.unstubAllGlobals();
  orderedExports.setState({ ids: [] });
  toasts.setState({ list: [] });
});

async function open(...exports: ExportView[]) {
  proxy.exports = exports;
  await render(
    <QueryClientProvider client={client}>
      <div style={{ height: '100vh', display: 'flex' }}>
        <ExportsPage heading={<h1>Exports</h1>} current={null} roads={roads} />
      </div>
      <ExportEnds onShow={show} />
      <ToastRegion closeLabel="Close" />
    </QueryClientProvider>,
  );
}

/** As a pushed change does. */
function push(...exports: ExportView[]) {
  proxy.exports = exports;
  exportsChanged(client);
}

const card = (name: string) => page.getByRole('listitem', { name, exact: true });
const done = { state: 'done', progress: 1, endedAtMs: 1, expiresAtMs: 1_800_000_000_000 } as const;

it('tells how far one is, and reads it again when told to', async () => {
  await open(fakeExport());
  await expect
    .element(card('Ladder'))
    .toHaveTextContent('Fetching recordings: 40 %, 1.2 MB so far');
  await expect
    .element(card('Ladder'))
    .toHaveTextContent('2026-11-20 11:59:00 to 2026-11-20 12:00:00 (America/New_York), 1 min');
  await expect.element(page.getByRole('progressbar')).toHaveAttribute('value', '0.4');
  push(fakeExport({ state: 'packing', progress: 1 }));
  await expect.element(card('Ladder')).toHaveTextContent('Sealing');
  push(fakeExport({ ...done, cameras: [fakeCamera({ state: 'done', files: 2 })] }));
  await expect.element(card('Ladder')).toHaveTextContent('All recordings of this time are');
  await expect.element(card('Ladder')).toHaveTextContent('Kept until 2027-01-15');
  const link = card('Ladder').getByRole('link', { name: 'Download the pack of Ladder' });
  await expect.element(link).toHaveAttribute('href', '/api/exports/e1/pack');
  await expect.element(link).toHaveAttribute('download');
});

const failed = fakeCamera({
  ...{ cameraId: 'c2', name: 'Yard', state: 'failed', bytes: 0 },
  problem: { kind: 'timeout', reason: 'answer-timeout' },
});
const noonMs = Date.UTC(2026, 10, 20, 17);
const came = fakeCamera({ state: 'done', files: 2 });

it.each<[string, Partial<ExportView>, readonly string[], readonly string[]]>([
  ['waiting', { state: 'waiting', progress: null }, ['Waiting', 'its turn'], ['Play', 'Cancel']],
  [
    'done with a gap',
    {
      ...done,
      cameras: [{ ...came, gaps: [{ fromMs: noonMs - 30_000, toMs: noonMs - 20_000 }] }],
    },
    ['Done', 'did not record', 'Not recorded: 2026-11-20 11:59:30 to 11:59:40'],
    ['Play', 'Remove'],
  ],
  [
    'done without a camera',
    { ...done, cameras: [came, fakeCamera({ cameraId: 'c2', state: 'no-footage', bytes: 0 })] },
    ['Done', '1 camera recorded nothing', 'nothing recorded'],
    ['Play', 'Remove'],
  ],
  [
    'not complete',
    { ...done, state: 'failed', cameras: [came, failed] },
    ['Not complete', 'Not everything came from 1 camera', 'Yard · failed', 'did not answer'],
    ['Play', 'Remove', 'Try again'],
  ],
  [
    'failed',
    { ...done, state: 'failed', cameras: [failed] },
    ['Failed', 'Nothing came'],
    ['Play', 'Remove', 'Try again'],
  ],
  [
    'without footage',
    { ...done, state: 'failed', cameras: [fakeCamera({ state: 'no-footage', bytes: 0 })] },
    ['Nothing recorded', 'Nothing was recorded in this time'],
    ['Play', 'Remove', 'Try again'],
  ],
  [
    'cancelled',
    { ...done, state: 'cancelled', cameras: [fakeCamera({ state: 'cancelled', bytes: 0 })] },
    ['Cancelled', 'None of its files'],
    ['Play', 'Remove', 'Try again'],
  ],
  [
    'interrupted',
    { state: 'interrupted', progress: null, cameras: [fakeCamera({ state: 'waiting' })] },
    ['Interrupted', 'The server ended while it ran', 'not fetched yet'],
    ['Play', 'Remove', 'Go on'],
  ],
])('says what one that is %s came to, and what can be done', async (_, over, words, buttons) => {
  await open(fakeExport(over));
  for (const text of words) await expect.element(card('Ladder')).toHaveTextContent(text);
  const shown = card('Ladder').getByRole('button').elements();
  expect(shown.map(({ textContent }) => textContent)).toEqual(buttons);
});

it('asks before it throws away, and says what came of it', async () => {
  await open(fakeExport());
  await card('Ladder').getByRole('button', { name: 'Cancel Ladder' }).click();
  await page.getByRole('button', { name: 'Let it run' }).click();
  expect(proxy.done).toEqual([]);
  await card('Ladder').getByRole('button', { name: 'Cancel Ladder' }).click();
  await page.getByRole('button', { name: 'Cancel the export' }).click();
  await expect.element(page.getByText('The export is cancelled.')).toBeVisible();
  push(fakeExport(done));
  await card('Ladder').getByRole('button', { name: 'Remove Ladder' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect
    .poll(() => proxy.done)
    .toEqual(['POST /api/exports/e1/cancel {}', 'DELETE /api/exports/e1']);
  proxy.refusal = { status: 409, problem: { kind: 'conflict', reason: 'conflict' } };
  await card('Ladder').getByRole('button', { name: 'Remove Ladder' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect.element(page.getByText(/That did not work. Somebody else/)).toBeVisible();
});

it('asks for a password that nobody knows any more before it goes on', async () => {
  await open(fakeExport({ state: 'interrupted', progress: null }));
  proxy.refusal = {
    status: 400,
    problem: { kind: 'invalid-input', reason: 'invalid-input', detail: 'password' },
  };
  await card('Ladder').getByRole('button', { name: 'Go on with Ladder' }).click();
  const dialog = page.getByRole('dialog', { name: 'The password once more' });
  await dialog.getByLabelText('Password for the files').fill('harbour');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect
    .poll(() => proxy.done)
    .toEqual(['POST /api/exports/e1/retry {"password":"harbour"}']);
  await expect.element(dialog).not.toBeInTheDocument();
});

it('says in the window that ordered one that it has ended, once, and shows it', async () => {
  await open(fakeExport(), fakeExport({ id: 'e2', name: 'Of somebody else' }));
  await expect.element(card('Ladder')).toBeVisible();
  noteOrdered('e1');
  push(fakeExport(done), fakeExport({ ...done, id: 'e2', name: 'Of somebody else' }));
  const toast = page.getByText('The export “Ladder” is done.');
  await expect.element(toast).toBeVisible();
  expect(toasts.getState().list).toHaveLength(1);
  expect(orderedExports.getState().ids).toEqual([]);
  await page.getByRole('button', { name: 'Show' }).click();
  expect(show).toHaveBeenCalledWith('e1');
});

it('teaches how to make the first, and leads to the recordings', async () => {
  await open();
  await expect.element(page.getByText(/choose “Mark a time” below the timeline/)).toBeVisible();
  await expect.element(page.getByText('81.6 GB free on the server')).toBeVisible();
  await page.getByRole('button', { name: 'Open Playback' }).click();
  expect(roads.playback).toHaveBeenCalled();
});

it('asks nobody for a password for what was pushed, and says that the session is locked', async () => {
  await open(fakeExport());
  await expect.element(card('Ladder')).toBeVisible();
  const asked = vi.fn();
  const forget = confirmation.subscribe(asked);
  const locked = { kind: 'confirm-needed', reason: 'confirm-needed' };
  vi.stubGlobal('fetch', async () => Response.json(locked, { status: 403 }));
  exportsChanged(client);
  await expect.element(page.getByText('This session is locked')).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
  forget();
});

it('says why a pack does not come, and saves no refusal as if it were one', async () => {
  await open(fakeExport({ ...done, cameras: [came] }));
  const gone = { kind: 'not-found', reason: 'not-found' };
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click');
  vi.stubGlobal('fetch', async () => Response.json(gone, { status: 404 }));
  await card('Ladder').getByRole('link').click();
  await expect.element(page.getByText(/The pack could not be downloaded/)).toBeVisible();
  expect(clicked).not.toHaveBeenCalled();
});

it('says when there is no room, and does not call empty what it could not read', async () => {
  proxy.freeBytes = 0;
  await open(fakeExport(done));
  await expect.element(page.getByText(/no room left for exports/)).toBeVisible();
  vi.stubGlobal('fetch', async () => Response.json({}, { status: 500 }));
  exportsChanged(client);
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be read');
  await expect.element(card('Ladder')).toBeVisible();
});
