import '../../ui/browser-test.css';

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaseItem } from '../../api/cases.ts';
import { routes } from '../../api/routes.ts';
import { AddToCaseDialog } from './add-to-case-dialog.tsx';
import { ada, bookmarkEntry, caseOf, FakeCases, noonMs, showTo } from './fake-cases.tsx';

let proxy: FakeCases;
const onClose = vi.fn();
const onOpen = vi.fn();
const items: CaseItem[] = [{ kind: 'bookmark', id: 'b1' }];

beforeEach(() => {
  onClose.mockReset();
  onOpen.mockReset();
  proxy = new FakeCases();
  proxy.cases = [
    caseOf('theft', { title: 'Theft' }),
    caseOf('van', { title: 'White van' }),
    caseOf('old', { title: 'Old one', closed: { by: ada, atMs: noonMs } }),
  ];
  vi.stubGlobal('fetch', proxy.fetch);
});
afterEach(() => vi.unstubAllGlobals());

const show = () =>
  showTo('operator', () => <AddToCaseDialog items={items} onClose={onClose} onOpen={onOpen} />);
const field = page.getByRole('combobox', { name: 'Case' });
const option = (name: string | RegExp) => page.getByRole('option', { name });
const held = (caseId: string) =>
  proxy.cases.find(({ id }) => id === caseId)?.entries.map(({ id }) => id);

it('adds to an open case by the keyboard alone', async () => {
  await show();
  await expect.element(field).toHaveFocus();
  await expect.element(option(/^Theft/)).toHaveAttribute('aria-selected', 'true');
  await expect.element(option(/^Old one/)).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(option(/^White van/)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => held('van')).toEqual(['b1']);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  await page.getByRole('button', { name: 'Open the case' }).click();
  expect(onOpen).toHaveBeenCalledWith('van');
});

it('makes a new one of what was typed', async () => {
  await show();
  await userEvent.keyboard('theft');
  // There is one of that title: no second one is offered.
  await expect.element(option(/^Theft/)).toBeVisible();
  await expect.element(option(/^New case/)).not.toBeInTheDocument();
  await userEvent.keyboard(' of bikes');
  await expect
    .element(option('New case “theft of bikes”'))
    .toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(proxy.cases[0]).toMatchObject({ title: 'theft of bikes' });
  expect(held(proxy.cases[0]?.id ?? '')).toEqual(['b1']);
});

it('is chosen by a press as well', async () => {
  await show();
  await option(/^White van/).click();
  await expect.element(field).toHaveFocus();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect.poll(() => held('van')).toEqual(['b1']);
});

it('says where it is already', async () => {
  const closed = { by: ada, atMs: noonMs };
  proxy.cases = [caseOf('old', { title: 'Old one', closed, entries: [bookmarkEntry('b1')] })];
  await show();
  await expect.element(page.getByText('It is in “Old one” already.')).toBeVisible();
});

it('says what went wrong, and keeps what was chosen', async () => {
  const refused = { kind: 'conflict', reason: 'conflict', detail: 'closed' };
  const failure = Response.json(refused, { status: 409 });
  proxy.failures.set(`POST ${routes.caseItems('theft')}`, failure);
  await show();
  await option(/^Theft/).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Open it again first');
  expect(onClose).not.toHaveBeenCalled();
});

it('teaches what to do where there is no open case', async () => {
  proxy.cases = [];
  await show();
  await expect.element(page.getByText('Type the title of a new one')).toBeVisible();
});
