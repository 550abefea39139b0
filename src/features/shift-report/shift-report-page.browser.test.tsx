import '../../ui/browser-test.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Verb } from '../../domain/role.ts';
import { type FakeShiftProxy, fakeShiftProxy, quietShift, shiftEndMs } from './fake-shift-proxy.ts';
import type { ReportPlace } from './report-place.ts';
import { ShiftReportPage } from './shift-report-page.tsx';

let proxy: FakeShiftProxy;
const hourMs = 60 * 60_000;

function Page({ start }: { readonly start: ReportPlace }): ReactElement {
  const [place, setPlace] = useState(start);
  return (
    <div style={{ height: '100vh', display: 'flex' }}>
      <ShiftReportPage
        place={place}
        onPlace={(changed) => setPlace((before) => ({ ...before, ...changed }))}
      />
    </div>
  );
}

async function open(
  start: Partial<ReportPlace> = {},
  may: Verb[] = ['handle-alarms', 'supervise'],
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(['session'], {
    ...{ state: 'signed-in', may, allCameras: true, locked: false },
    person: { id: 'p1', name: 'Ada', role: 'supervisor' },
  });
  await render(
    <QueryClientProvider client={client}>
      <Page start={{ span: '8h', from: '', to: '', ...start }} />
    </QueryClientProvider>,
  );
}

beforeEach(() => {
  proxy = fakeShiftProxy();
  vi.stubGlobal('fetch', proxy.fetch);
});
afterEach(() => vi.unstubAllGlobals());

const figure = (label: string) =>
  page.getByRole('term').filter({ hasText: label }).element().parentElement;

test('holds the numbers of a shift against their guide', async () => {
  await open();
  await expect
    .element(page.getByText('2026-11-25 06:00:00 to 2026-11-25 14:00:00 (Europe/Berlin)').last())
    .toBeVisible();
  expect(figure('Alarms')).toHaveTextContent(
    /47.*0\.98 in ten minutes on average.*within the guide/,
  );
  expect(figure('Busiest ten minutes')).toHaveTextContent(/14.*above the guide/);
  expect(figure('Time in flood')).toHaveTextContent(/21 min.*4\.4 %.*above the guide/);
  expect(figure('Mean time to acknowledge')).toHaveTextContent('1 min 14 sec');
  expect(figure('Not acknowledged at the end')).toHaveTextContent(/2.*above the guide/);
  expect(figure('Active for longer than a day')).toHaveTextContent(/1.*within the guide/);
  const chart = page.getByRole('img', { name: /47 in all, at most 14/ });
  await expect.element(chart).toBeVisible();
  await page.getByText('The same as a table').click();
  await expect.element(page.getByRole('row', { name: '2026-11-25 08:00:00 14' })).toBeVisible();
  const sources = page.getByRole('table', { name: 'What raised most' });
  await expect
    .element(sources.getByRole('row', { name: 'Main gate Emergency call 9' }))
    .toBeVisible();
  const mix = page.getByRole('table', { name: 'Priorities' });
  await expect
    .element(mix.getByRole('row', { name: 'Medium and low 41 87 % about 80 %' }))
    .toBeVisible();
  await expect.element(page.getByText('The barrier of gate 2 sticks.')).toBeVisible();
});

test('says that a shift was quiet', async () => {
  proxy.report = quietShift;
  await open();
  await expect.element(page.getByText('No alarm was raised in this time')).toBeVisible();
  await expect.element(page.getByText('Nobody has left a note in this time.')).toBeVisible();
  await expect.element(page.getByRole('img')).not.toBeInTheDocument();
  expect(figure('Mean time to acknowledge')).toHaveTextContent('none acknowledged');
});

test('is of the time that was typed, and says what is wrong with one', async () => {
  await open({ span: 'typed', from: '2026-11-25T06:00', to: '2026-11-25T05:00' });
  await expect.element(page.getByText('This is not after the beginning.')).toBeVisible();
  expect(proxy.asked).toEqual([]);
  await page.getByLabelText('Until (Europe/Berlin)').fill('2026-11-25T14:00');
  await expect.element(page.getByRole('img')).toBeVisible();
  const range = { from: `${shiftEndMs - 8 * hourMs}`, to: `${shiftEndMs}` };
  expect(Object.fromEntries(proxy.asked[0] ?? [])).toEqual(range);
  const csv = page.getByRole('link', { name: 'Save as CSV' });
  await expect
    .element(csv)
    .toHaveAttribute('href', `/api/shift-report.csv?from=${range.from}&to=${range.to}`);
});

test('begins another time with the one that is shown', async () => {
  await open();
  await expect.element(page.getByRole('img')).toBeVisible();
  await page.getByRole('radio', { name: 'Another time' }).click();
  await expect.element(page.getByLabelText('From (Europe/Berlin)')).not.toHaveValue('');
  await expect.element(page.getByRole('img')).toBeVisible();
});

test('is not shown as empty where it is not known', async () => {
  proxy.fails = true;
  await open();
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be made');
  await expect.element(page.getByText('No alarm was raised')).not.toBeInTheDocument();
  proxy.fails = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('img')).toBeVisible();
});

test('keeps a note, and what was written where it was not kept', async () => {
  await open();
  await expect.element(page.getByRole('img')).toBeVisible();
  const note = page.getByLabelText('Your note');
  const leave = page.getByRole('button', { name: 'Leave the note' });
  await leave.click();
  await expect.element(page.getByText('Write something first.')).toBeVisible();
  await note.fill('Keys are in the safe.');
  proxy.fails = true;
  await leave.click();
  await expect.element(page.getByText('The note was not kept.')).toBeVisible();
  await expect.element(note).toHaveValue('Keys are in the safe.');
  proxy.fails = false;
  await leave.click();
  await expect.element(page.getByText('The note is kept.')).toBeVisible();
  await expect.element(note).toHaveValue('');
  await expect
    .element(page.getByRole('listitem').filter({ hasText: 'Keys are in the safe.' }))
    .toBeVisible();
  expect(proxy.written).toEqual(['Keys are in the safe.']);
});

test('shows the notes alone to those who may not see the numbers', async () => {
  proxy.notes = [{ atMs: shiftEndMs, by: { id: 'p2', name: 'Grace' }, text: 'Gate 2 sticks.' }];
  await open({}, ['handle-alarms']);
  await expect.element(page.getByText('Gate 2 sticks.')).toBeVisible();
  await expect
    .element(page.getByText('The numbers of a shift are for supervisors.', { exact: false }))
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Print' })).not.toBeInTheDocument();
  expect(proxy.asked).toEqual([]);
});

test('fits a phone', async () => {
  await page.viewport(390, 844);
  await open();
  await expect.element(page.getByRole('img')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
