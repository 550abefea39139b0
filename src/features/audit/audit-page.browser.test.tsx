import '../../ui/browser-test.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { AuditPage } from './audit-page.tsx';
import { type AuditPlace, noFilter } from './audit-place.ts';
import { type FakeAudit, fakeAudit, noonMs } from './fake-audit.ts';

let proxy: FakeAudit;
let place: AuditPlace;

function Record({ start }: { readonly start: Partial<AuditPlace> }): ReactElement {
  const [shown, setShown] = useState<AuditPlace>({ ...noFilter, entry: null, ...start });
  place = shown;
  return (
    <div style={{ height: '100vh', display: 'flex' }}>
      <AuditPage
        place={shown}
        onPlace={(changed) => setShown((before) => ({ ...before, ...changed }))}
      />
    </div>
  );
}

async function open(start: Partial<AuditPlace> = {}, lines = 12) {
  proxy ??= fakeAudit(lines);
  vi.stubGlobal('fetch', proxy.fetch);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <Record start={start} />
    </QueryClientProvider>,
  );
}

beforeEach(async () => {
  await page.viewport(1600, 900);
  document.documentElement.lang = 'en';
  proxy = fakeAudit(12);
});
afterEach(() => vi.unstubAllGlobals());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (name: RegExp) => page.getByRole('row', { name });

test('tells when, who, what, of what and how it ended, in the zone of the site', async () => {
  await open();
  await expect.element(row(/2026-11-25 13:00:00 Ada Opened the picture Dock 12/)).toBeVisible();
  await expect.element(row(/12:59:58 Ada ipcam\.device\.reboot Dock 10 refused/)).toBeVisible();
  await expect.element(row(/Signed in Dock 11 done 192\.168\.1\.7/)).toBeVisible();
  await expect
    .element(page.getByRole('columnheader', { name: 'Time Europe/Berlin' }))
    .toBeVisible();
  await expect.element(page.getByText('This is the oldest line.')).toBeVisible();
});

test('draws few of many lines, and reads on as they are scrolled to', async () => {
  proxy = fakeAudit(1000);
  await open();
  await expect.element(row(/Dock 1000 /)).toBeVisible();
  expect(document.querySelectorAll('[data-line]').length).toBeLessThan(60);
  expect(proxy.asked).toHaveLength(1);
  await button('2026-11-25 13:00:00').click();
  await userEvent.keyboard('{Escape}{End}');
  await expect.poll(() => proxy.asked.length).toBe(2);
  expect(proxy.asked[1]?.get('before')).toBe('901');
  await expect.element(row(/Dock 901 /)).toBeVisible();
  expect(document.querySelectorAll('[data-line]').length).toBeLessThan(60);
});

test('opens a line by keyboard, and gives the focus back', async () => {
  await open();
  await button('2026-11-25 13:00:00').click();
  await expect.element(page.getByRole('heading', { name: 'Line 12' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('2026-11-25 13:00:00')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(button('2026-11-25 12:59:58')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  const details = page.getByRole('complementary', { name: 'Line 10' });
  await expect.element(details).toHaveTextContent('after');
  await expect.element(details).toHaveTextContent('••••');
  await expect.element(details).toHaveTextContent('Operator');
  await details.getByRole('button', { name: 'Show only lines like this' }).click();
  expect(place).toMatchObject({ what: 'ipcam.device.reboot', entry: 10 });
  await expect.element(page.getByLabelText('What', { exact: true })).toHaveValue(place.what);
});

test('looks for what the filters say, once a name has been typed', async () => {
  await open();
  await expect.element(row(/Dock 12/)).toBeVisible();
  await page.getByLabelText('Who', { exact: true }).fill('Zoë');
  await page.getByLabelText('What', { exact: true }).selectOptions('Requests to devices');
  await page.getByLabelText('From (Europe/Berlin)').fill('2026-11-25T12:00');
  await expect
    .poll(() => Object.fromEntries(proxy.asked.at(-1) ?? []))
    .toEqual({ actor: 'Zoë', operation: 'ipcam', from: String(noonMs - 60 * 60_000) });
  await expect.element(row(/Dock 7/)).toBeVisible();
  const csv = page.getByRole('link', { name: 'Save as CSV' });
  expect(csv.element().getAttribute('href')).toBe(
    `/api/audit.csv?actor=Zo%C3%AB&operation=ipcam&from=${noonMs - 60 * 60_000}`,
  );
  await button('Show the whole record').click();
  await expect.element(row(/Dock 12/)).toBeVisible();
});

test('says that nothing fits, that nothing is there, and that it cannot be read', async () => {
  await open({ who: 'Nobody' });
  await expect.element(page.getByText('No line of the record fits')).toBeVisible();
  proxy.fails = true;
  await button('Show the whole record').first().click();
  await expect.element(page.getByText('The record could not be read.')).toBeVisible();
  proxy.fails = false;
  await button('Try again').click();
  await expect.element(row(/Dock 12/)).toBeVisible();
});

test('is empty before anything was done', async () => {
  proxy = fakeAudit(0);
  await open();
  await expect.element(page.getByText('Nothing has been recorded yet')).toBeVisible();
});

test('verifies the record and says so in words', async () => {
  await open();
  proxy.verdict = {
    entries: 12,
    first: { number: 1, atMs: noonMs },
    last: { number: 12, atMs: noonMs },
    head: { number: 12, mac: 'abc' },
  };
  await button('Verify the record').click();
  await expect.element(page.getByText('All 12 lines of the record fit.')).toBeVisible();
  await expect.element(page.getByText('12:abc')).toBeVisible();
  proxy.verdict = { entries: 12, fault: { kind: 'gap', number: 7, count: 2 } };
  await button('Verify the record').click();
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('number 7 does not fit');
  await expect.element(alert).toHaveTextContent('Lines are missing from this number on.');
  await button('Show the place').click();
  await expect.element(page.getByRole('heading', { name: 'Line 7' })).toBeVisible();
  proxy.fails = true;
  await button('Verify the record').click();
  await expect.element(page.getByText('The record could not be verified.')).toBeVisible();
});

test('finds the line of a link that the list does not have, or says that it is gone', async () => {
  proxy = fakeAudit(1000);
  await open({ entry: 4 });
  const details = page.getByRole('complementary', { name: 'Line 4' });
  await expect.element(details).toHaveTextContent('Dock 4');
  expect(proxy.asked.map((query) => query.get('before'))).toContain('5');
});

test('says that a line is gone', async () => {
  await open({ entry: 5000 });
  await expect.element(page.getByText('There is no line 5000')).toBeVisible();
});

test('on a phone lines are cards, and the details take their place', async () => {
  await page.viewport(390, 844);
  await open();
  const card = button(/Opened the picture.*Ada.*Dock 12/);
  await expect.element(card).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  await button('Filters').click();
  await page.getByLabelText('Who', { exact: true }).fill('Zoë');
  await expect.element(button('Filters (1)')).toBeVisible();
  await button(/Signed in.*Zoë.*Dock 11/).click();
  await expect.element(page.getByRole('heading', { name: 'Line 11' })).toHaveFocus();
  await expect.element(page.getByRole('list')).not.toBeInTheDocument();
  await button('Close the details').click();
  await expect.element(button(/Signed in.*Zoë.*Dock 11/)).toHaveFocus();
});
