import '../../ui/browser-test.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Problem } from '../../api/problem.ts';
import { orderedExports } from '../../device-access/ordered-exports.ts';
import { ToastRegion } from '../../ui/toast.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { ExportDialog } from './export-dialog.tsx';
import { fakeExports } from './fake-exports.ts';
import { submitterMemory } from './submitter-memory.ts';

/** 12:00 in New York. */
const noonMs = Date.UTC(2026, 10, 20, 17);
const range = { fromMs: noonMs, toMs: noonMs + 60_000 };
let proxy: ReturnType<typeof fakeExports>;
const onShow = vi.fn();

beforeEach(() => {
  proxy = fakeExports();
  vi.stubGlobal('fetch', proxy.fetch);
  submitterMemory.setState({ submitter: '' });
});
afterEach(() => {
  vi.unstubAllGlobals();
  orderedExports.setState({ ids: [] });
  toasts.setState({ list: [] });
});

function Host({ cameraIds }: { readonly cameraIds: readonly string[] }): ReactElement | null {
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) return null;
  const draft = { ...range, cameraIds, zone: 'America/New_York' };
  return <ExportDialog draft={draft} onClose={() => setOpen(false)} onShow={onShow} />;
}

async function open(cameraIds: readonly string[] = ['c1', 'c2', 'c3']) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <Host cameraIds={cameraIds} />
      <ToastRegion closeLabel="Close" />
    </QueryClientProvider>,
  );
}

const dialog = page.getByRole('dialog', { name: 'Export recordings' });
const line = (camera: string) => dialog.getByRole('listitem').filter({ hasText: camera }).first();

it('orders by keyboard alone, and remembers who hands over and nothing else', async () => {
  await open(['c1']);
  const from = dialog.getByLabelText('From');
  await expect.element(from).toHaveFocus();
  await expect.element(from).toHaveValue('2026-11-20 12:00:00');
  await expect.element(dialog).toHaveTextContent('Times of America/New_York');
  await expect.element(dialog).toHaveTextContent('1 min of 1 camera');
  await dialog.getByLabelText('Handed over by').fill('Desk 2');
  await dialog.getByLabelText('Recipient').fill('Police');
  await dialog.getByLabelText('Purpose').fill('Theft');
  await dialog.getByLabelText('Name').fill('Ladder');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => proxy.ordered)
    .toEqual([
      {
        ...{ name: 'Ladder', submitter: 'Desk 2', recipient: 'Police', purpose: 'Theft' },
        ...{ ...range, cameraIds: ['c1'], subtitles: 'vtt', partBytes: null, password: null },
      },
    ]);
  await expect.element(dialog).not.toBeInTheDocument();
  expect(submitterMemory.getState()).toEqual({ submitter: 'Desk 2' });
  expect(orderedExports.getState().ids).toEqual(['e1']);
  await page.getByRole('button', { name: 'Show' }).click();
  expect(onShow).toHaveBeenCalledWith('e1');
});

it('says before it begins what will be missing, and lets it be left out', async () => {
  proxy.found.set('c1', {
    ...{ state: 'listed', precision: 'minute', knownToMs: noonMs + 1e9 },
    spans: [[noonMs + 20_000, noonMs + 60_000, 'motion']],
  });
  proxy.found.set('c2', {
    state: 'failed',
    problem: { kind: 'timeout', reason: 'answer-timeout' },
  });
  await open();
  await expect
    .element(line('Gate'))
    .toHaveTextContent('not recorded 2026-11-20 12:00:00 to 12:00:20, told to the minute');
  await expect.element(line('Yard')).toHaveTextContent('Whether it was recorded is not known.');
  await expect.element(line('Roof')).toHaveTextContent('lets no recordings be taken out');
  await expect.element(dialog).toHaveTextContent('81.6 GB free on the server');
  await dialog.getByRole('button', { name: 'Leave out Roof' }).click();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect.poll(() => proxy.ordered[0]?.cameraIds).toEqual(['c1', 'c2']);
});

it('does not order a time that it cannot read, and says where', async () => {
  await open(['c1']);
  await dialog.getByLabelText('From').fill('soon');
  await expect.element(dialog).toHaveTextContent('This is no time.');
  await expect.element(line('Gate')).toHaveTextContent('as soon as both times are right');
  await userEvent.keyboard('{Enter}');
  await dialog.getByLabelText('From').fill('12:02');
  await expect.element(dialog).toHaveTextContent('The end must be later than the beginning.');
  await userEvent.keyboard('{Enter}');
  await dialog.getByLabelText('From').fill('11:59:30');
  await expect.element(dialog).toHaveTextContent('1 min 30 s of 1 camera');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => proxy.ordered.length).toBe(1);
  expect(proxy.ordered[0]?.fromMs).toBe(noonMs - 30_000);
});

it.each([
  ['none of the devices offers it', ['c3'], 'None of these devices lets recordings be taken out.'],
  ['no camera is chosen', [], 'Choose at least one camera.'],
])('does not order while %s', async (_, cameraIds, words) => {
  await open(cameraIds);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect.element(dialog).toHaveTextContent(words);
  expect(proxy.ordered).toEqual([]);
});

it('tells which devices heed the parts and the password', async () => {
  await open(['c1', 'c2']);
  await dialog.getByText('Files: subtitles, parts and password').click();
  await expect.element(dialog).toHaveTextContent('Heeded by Recorder alone; not by Video server.');
  await expect
    .element(dialog)
    .toHaveTextContent('Encrypts the files of Recorder. Those of Video server are not encrypted.');
  await dialog.getByLabelText('Longest file').selectOptions('650 MB, for a CD');
  await dialog.getByLabelText('Password for the files').fill('harbour');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect
    .poll(() => proxy.ordered[0])
    .toMatchObject({ partBytes: 650_000_000, password: 'harbour' });
});

it('does not ask for a password that no device heeds', async () => {
  await open(['c2']);
  await dialog.getByText('Files: subtitles').click();
  await expect.element(dialog.getByLabelText('Subtitles with')).toBeVisible();
  await expect.element(dialog.getByLabelText('Password for the files')).not.toBeInTheDocument();
});

it.each<[string, number, Problem, string]>([
  [
    'the time',
    400,
    { kind: 'invalid-input', reason: 'invalid-input', detail: 'toMs' },
    'The server did not take this.',
  ],
  ['a camera', 404, { kind: 'not-found', reason: 'not-found', detail: 'camera' }, 'nothing here'],
  ['the disk', 507, { kind: 'disk-full', reason: 'disk-full' }, 'Remove exports that were handed'],
  [
    'how many wait',
    429,
    { kind: 'too-many-requests', reason: 'too-many-requests' },
    'Twenty exports wait or run already.',
  ],
])('keeps what was written where %s is refused', async (_, status, problem, words) => {
  await open(['c1']);
  await dialog.getByLabelText('Name').fill('Ladder');
  proxy.refusal = { status, problem };
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).toHaveTextContent(words);
  await expect.element(dialog.getByLabelText('Name')).toHaveValue('Ladder');
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect.poll(() => proxy.ordered.length).toBe(1);
});
