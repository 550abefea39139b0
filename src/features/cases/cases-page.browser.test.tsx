import '../../ui/browser-test.css';

import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { routes } from '../../api/routes.ts';
import { CasesPage } from './cases-page.tsx';
import { type CasesPlace, usualCases } from './cases-place.ts';
import { ada, bookmarkEntry, caseOf, FakeCases, grace, noonMs, showTo } from './fake-cases.tsx';

let proxy: FakeCases;
const open = vi.fn();

beforeEach(() => {
  open.mockReset();
  proxy = new FakeCases();
  proxy.cases = [
    caseOf('theft', { title: 'Theft', text: 'A ladder', entries: [bookmarkEntry('b1')] }),
    caseOf('van', { title: 'White van', by: grace }),
    caseOf('old', { title: 'Old one', closed: { by: ada, atMs: noonMs } }),
  ];
  vi.stubGlobal('fetch', proxy.fetch);
});
afterEach(() => vi.unstubAllGlobals());

function Page() {
  const [place, setPlace] = useState(usualCases);
  const roads = {
    place: (changed: Partial<CasesPlace>) => setPlace((before) => ({ ...before, ...changed })),
    open,
  };
  return <CasesPage heading={<h1>Cases</h1>} place={place} roads={roads} />;
}

const row = (words: string) => page.getByRole('listitem').filter({ hasText: words });

it('lists what is open with how much it holds, and finds the rest', async () => {
  await showTo('operator', Page);
  await expect.element(row('Theft').first()).toHaveTextContent('1 bookmark');
  await expect.element(row('White van').first()).toHaveTextContent('Nothing in it yet');
  await expect.element(row('Old one')).not.toBeInTheDocument();
  await page.getByLabelText('Show').selectOptions('Closed cases');
  await expect.element(row('Old one').first()).toHaveTextContent('Closed');
  await page.getByLabelText('Search').fill('nothing like it');
  await expect.element(page.getByText('No case is like this')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect.element(page.getByLabelText('Search')).toHaveValue('');
  await page.getByRole('button', { name: 'Open the case “White van”' }).click();
  expect(open).toHaveBeenCalledWith('van');
});

it('makes a case and opens it', async () => {
  await showTo('operator', Page);
  await page.getByRole('button', { name: 'New case' }).click();
  const dialog = page.getByRole('dialog', { name: 'New case' });
  await dialog.getByRole('button', { name: 'Make the case' }).click();
  await expect.element(dialog).toHaveTextContent('needs a title');
  await dialog.getByLabelText('Title').fill('Broken gate');
  await dialog.getByRole('button', { name: 'Make the case' }).click();
  await expect.poll(() => open.mock.calls).toEqual([[proxy.cases[0]?.id]]);
  expect(proxy.cases[0]).toMatchObject({ title: 'Broken gate' });
});

it('offers nothing to write to who only looks', async () => {
  await showTo('viewer', Page);
  await expect.element(row('Theft').first()).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'New case' })).not.toBeInTheDocument();
});

it('teaches what a case is, and does not call empty what it could not read', async () => {
  proxy.cases = [];
  const client = await showTo('operator', Page);
  await expect.element(page.getByText('of one matter together')).toBeVisible();
  const failure = Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 });
  proxy.failures.set(`GET ${routes.cases}`, failure);
  await client.resetQueries();
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be read');
  await expect.element(page.getByText('There are no open cases')).not.toBeInTheDocument();
});
