import '../../ui/browser-test.css';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { routes } from '../../api/routes.ts';
import { type FakePack, fakePack } from './fake-pack.ts';
import { VerifyPackPage } from './verify-pack-page.tsx';

let pack: FakePack;
let ownKey: string | null;

beforeEach(async () => {
  pack = await fakePack();
  ownKey = pack.publicKey;
  vi.stubGlobal('fetch', async (input: string) => {
    if (input === routes.site) return Response.json({ name: 'Harbour', zone: 'Europe/Berlin' });
    expect(input).toBe(routes.exportKey);
    if (ownKey !== null) return Response.json({ publicKey: ownKey });
    return Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <div style={{ height: '100vh', display: 'flex' }}>
        <VerifyPackPage heading={<h1>Verify an evidence pack</h1>} />
      </div>
    </QueryClientProvider>,
  );
}

async function choose(bytes: Uint8Array<ArrayBuffer>) {
  await userEvent.upload(page.getByLabelText('ZIP file of a pack'), new File([bytes], 'pack.zip'));
}

it('finds a pack whole, and shows what it says of itself', async () => {
  await open();
  await choose(pack.bytes);
  await expect.element(page.getByText('Whole and unchanged')).toBeVisible();
  await expect.element(page.getByText('Theft of a bicycle')).toBeVisible();
  await expect.element(page.getByText('Recorder (tsapi, 2.1)')).toBeVisible();
  await expect.element(page.getByText('3.2 s ahead', { exact: false })).toBeVisible();
  await expect
    .element(page.getByText('2026-10-25 02:59:30 (UTC+02:00) to 2026-10-25 02:00:00 (UTC+01:00)'))
    .toBeVisible();
  await expect.element(page.getByText('This control room', { exact: true })).toBeVisible();
});

it('names the file of which one byte was flipped, dropped on the page', async () => {
  await open();
  const flipped = pack.bytes.slice();
  flipped[100] = (flipped[100] ?? 0) ^ 1;
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([flipped], 'pack.zip'));
  const place = page.getByRole('region', { name: 'Choose a pack' }).element();
  place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('Not as it was written');
  await expect
    .element(page.getByRole('list', { name: 'What differs' }))
    .toHaveTextContent('Changed: camera-1/1.mp4');
});

it.each([
  ['another key', 'A'.repeat(43), 'Whole, but signed by somebody else'],
  ['a key that is not known', null, 'Whole, but it is not known who signed it'],
])('does not call a pack its own beside %s', async (_, key, words) => {
  ownKey = key && `${key}=`;
  await open();
  await choose(pack.bytes);
  await expect.element(page.getByText(words)).toBeVisible();
});

it('says of a manifest that was changed not who signed it', async () => {
  await open();
  const flipped = pack.bytes.slice();
  const text = new TextDecoder('latin1').decode(flipped);
  flipped[text.indexOf('Theft of a bicycle')] = 'H'.charCodeAt(0);
  await choose(flipped);
  await expect.element(page.getByText('The signature does not fit', { exact: true })).toBeVisible();
  await expect
    .element(page.getByText('This control room', { exact: true }))
    .not.toBeInTheDocument();
});

it('takes no other file for a pack', async () => {
  await open();
  await choose(new Uint8Array(3000));
  await expect.element(page.getByRole('alert')).toHaveTextContent('not a whole evidence pack');
});
