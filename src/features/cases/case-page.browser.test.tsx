import '../../ui/browser-test.css';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { CaseEntry } from '../../api/cases.ts';
import { forgetAlarms, takeInAlarms } from '../../device-access/alarm-state.ts';
import { casesChanged } from '../../device-access/cases.ts';
import { alarmOf } from '../../device-access/fake-alarms.ts';
import { CasePage } from './case-page.tsx';
import { ada, bookmarkEntry, caseOf, FakeCases, grace, noonMs, showTo } from './fake-cases.tsx';

let proxy: FakeCases;
const roads = {
  back: vi.fn(async () => undefined),
  play: vi.fn(),
  openExport: vi.fn(),
  openAlarm: vi.fn(),
};

const dayMs = 24 * 60 * 60_000;
const shared = { addedAtMs: noonMs, addedBy: grace, toMs: null };
const copy: CaseEntry = {
  ...{ ...shared, kind: 'export', id: 'e1', fromMs: noonMs + 60_000, toMs: noonMs + 120_000 },
  found: {
    ...{ id: 'e1', name: 'For the police', by: ada, createdAtMs: noonMs, endedAtMs: noonMs },
    ...{ fromMs: noonMs + 60_000, toMs: noonMs + 120_000, recipient: 'Police', purpose: 'Theft' },
    ...{ state: 'done', progress: 1, bytes: 1, expiresAtMs: noonMs + 14 * dayMs },
    cameras: [
      {
        ...{ cameraId: 'c1', name: 'Gate', state: 'done', files: 1, bytes: 1 },
        ...{ problem: null, gaps: [] },
      },
    ],
  },
};
const call: CaseEntry = {
  ...{ ...shared, kind: 'alarm', id: 'a1', fromMs: noonMs + dayMs },
  found: alarmOf('a1'),
};

beforeEach(() => {
  for (const road of Object.values(roads)) road.mockClear();
  forgetAlarms();
  proxy = new FakeCases();
  proxy.cases = [
    caseOf('theft', {
      ...{ title: 'Theft', text: 'A ladder\nat the wall' },
      entries: [bookmarkEntry('b1'), copy, call],
    }),
  ];
  vi.stubGlobal('fetch', proxy.fetch);
});
afterEach(() => vi.unstubAllGlobals());

const show = (role: 'operator' | 'viewer' = 'operator') =>
  showTo(role, () => <CasePage caseId="theft" roads={roads} />);
const row = (words: string) => page.getByRole('listitem').filter({ hasText: words });
const button = (name: string | RegExp) => page.getByRole('button', { name });

it('tells what happened day by day, and opens each thing where it belongs', async () => {
  await show();
  await expect.element(page.getByRole('heading', { name: '2026-11-20' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: '2026-11-21' })).toBeVisible();
  // By the clock of the site, and by that where it was recorded.
  await expect.element(row('Note b1')).toHaveTextContent('12:00:00');
  await expect.element(row('Note b1')).toHaveTextContent('13:00:00 in Europe/Berlin');
  await expect.element(row('For the police')).toHaveTextContent('12:01:00 to 12:02:00');
  await expect
    .element(row('For the police'))
    .toHaveTextContent('Its files are removed 2026-12-04 12:00:00');
  await row('Note b1').getByRole('button', { name: /^Play/ }).click();
  expect(roads.play).toHaveBeenCalledWith(expect.objectContaining({ id: 'b1' }));
  await row('For the police').getByRole('button', { name: /^Open/ }).click();
  expect(roads.openExport).toHaveBeenCalledWith('e1');
  await row('Level 2').getByRole('button', { name: /^Open/ }).click();
  expect(roads.openAlarm).toHaveBeenCalledWith('a1');
});

it('shows an alarm as it stands now', async () => {
  await show();
  await expect.element(row('Level 2')).toHaveTextContent('Not acknowledged');
  const acknowledged = { by: grace, atMs: noonMs, reason: 'real' } as const;
  takeInAlarms(
    {
      alarms: [{ ...alarmOf('a1'), number: 2, acknowledged }],
      flood: { active: false, sinceMs: null },
    },
    'all',
  );
  await expect.element(row('Level 2')).toHaveTextContent('Acknowledged');
});

it('keeps the place of what is gone, and says so', async () => {
  const [first, ...rest] = proxy.cases[0]?.entries ?? [];
  const gone = { ...first, found: null } as CaseEntry;
  proxy.cases = [caseOf('theft', { entries: [gone, ...rest] })];
  await show();
  await expect.element(row('A bookmark that was removed')).toHaveTextContent('12:00:00');
  await expect
    .element(row('A bookmark that was removed').getByRole('button', { name: /^Play/ }))
    .not.toBeInTheDocument();
});

it('takes out at once and puts back', async () => {
  await show();
  await row('Note b1')
    .getByRole('button', { name: /^Take out/ })
    .click();
  await expect.element(row('Note b1')).not.toBeInTheDocument();
  await button('Undo').click();
  await expect.element(row('Note b1')).toBeVisible();
});

it('saves what is written, never unseen over the words of another', async () => {
  const client = await show();
  await button('Change').click();
  const field = page.getByLabelText('Text');
  await expect.element(field).toHaveFocus();
  await field.fill('Two ladders');
  proxy.cases = proxy.cases.map((one) => ({ ...one, text: 'By Grace', revision: 2 }));
  casesChanged(client);
  await expect.element(page.getByText('By Grace', { exact: true })).toBeVisible();
  await expect.element(field).toHaveValue('Two ladders');
  await button(/^Save$/).click({ force: true });
  expect(proxy.cases[0]?.text).toBe('By Grace');
  await button('Save what I wrote instead').click();
  await expect.poll(() => proxy.cases[0]?.text).toBe('Two ladders');
  await expect.element(page.getByText('Two ladders')).toBeVisible();
});

it('is opened again by who insists on what they wrote meanwhile', async () => {
  const client = await show();
  await button('Change').click();
  await page.getByLabelText('Text').fill('Two ladders');
  const closed = { by: grace, atMs: noonMs };
  proxy.cases = proxy.cases.map((one) => ({ ...one, closed, revision: 2 }));
  casesChanged(client);
  await button('Open it again and save what I wrote').click();
  await expect.poll(() => proxy.cases[0]).toMatchObject({ text: 'Two ladders', closed: null });
});

it('needs a title, and is left as it was', async () => {
  await show();
  await button('Change').click();
  await page.getByLabelText('Title').fill('');
  await button(/^Save$/).click();
  await expect.element(page.getByText('A case needs a title')).toBeVisible();
  await button('Cancel').click();
  await expect.element(page.getByRole('heading', { name: 'Theft' })).toBeVisible();
});

it('is closed and opened again, and is not written meanwhile', async () => {
  await show();
  await button('Close the case').click();
  await expect.element(page.getByText('Closed by Ada')).toBeVisible();
  await expect.element(button('Change')).not.toBeInTheDocument();
  await expect.element(button(/^Take out/)).not.toBeInTheDocument();
  await button('Open it again').click();
  await expect.element(button('Change')).toBeVisible();
});

it('is removed only when somebody says so twice', async () => {
  await show();
  await button('Remove the case').click();
  const asking = page.getByRole('alertdialog', { name: 'Remove “Theft”?' });
  await expect.element(asking).toHaveTextContent('stay where they are');
  await asking.getByRole('button', { name: 'Remove the case' }).click();
  await expect.poll(() => proxy.cases).toEqual([]);
  expect(roads.back).toHaveBeenCalledOnce();
  await expect.element(page.getByText('The case is removed.')).toBeVisible();
});

it('leaves the writing of a case to whoever made it', async () => {
  proxy.cases = [caseOf('theft', { by: grace, entries: [bookmarkEntry('b1'), copy] })];
  await show();
  // What is theirs there they may take out again.
  await expect.element(row('Note b1').getByRole('button', { name: /^Take out/ })).toBeVisible();
  await expect
    .element(row('For the police').getByRole('button', { name: /^Take out/ }))
    .not.toBeInTheDocument();
  await expect.element(button('Close the case')).not.toBeInTheDocument();
});

it('says when there is no such case', async () => {
  proxy.cases = [];
  await show();
  await expect.element(page.getByText('There is no such case')).toBeVisible();
  await button('Cases').click();
  expect(roads.back).toHaveBeenCalled();
});
