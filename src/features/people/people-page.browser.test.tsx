import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { routes } from '../../api/routes.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { toasts } from '../../ui/toast-store.ts';
import { FakePeopleProxy, ownSession } from './fake-people-proxy.ts';
import { PeoplePage } from './people-page.tsx';
import '../../ui/browser-test.css';

let proxy: FakePeopleProxy;

beforeEach(async () => {
  document.documentElement.lang = 'en';
  proxy = new FakePeopleProxy();
  vi.stubGlobal('fetch', proxy.fetch);
  toasts.setState({ list: [] });
  await page.viewport(1280, 800);
});

afterEach(() => vi.unstubAllGlobals());

async function show(tab: 'people' | 'groups' | 'sessions' = 'people') {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(queryKeys.session, ownSession);
  const onTab = vi.fn();
  await render(
    <QueryClientProvider client={client}>
      <PeoplePage tab={tab} onTab={onTab} />
    </QueryClientProvider>,
  );
  return onTab;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const field = (name: string) => dialog().getByLabelText(name, { exact: true });
const row = (name: string | RegExp) => page.getByRole('row', { name });
const told = () => toasts.getState().list.map(({ text }) => text);

async function choose(menu: string, item: string): Promise<void> {
  await button(menu).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('lists everybody with what they may see', async () => {
  await show();
  await expect.element(row(/Mira \(you\)/)).toHaveTextContent('AdministratorAllnever1May sign in');
  await expect.element(row(/Night desk/)).toHaveTextContent('OperatorEntrancesnever2');
  expect(page.getByRole('tab', { name: 'Screens' }).elements()).toEqual([]);
});

test('keyboard only: adds a person and shows the password once', async () => {
  await show();
  await button('Add a person').click();
  await expect.element(field('Name')).toHaveFocus();
  await userEvent.keyboard('Day desk');
  await field('Role').selectOptions('viewer');
  await expect.element(dialog().getByText('May watch cameras', { exact: false })).toBeVisible();
  await dialog().getByLabelText('Only those of certain groups').click();
  await dialog().getByRole('checkbox', { name: 'Yard (2 cameras)' }).click();
  await dialog().getByRole('button', { name: 'Suggest one' }).click();
  await expect.element(dialog().getByText('Strong.')).toBeVisible();
  await dialog().getByRole('button', { name: 'Add a person' }).click();
  await expect.element(page.getByRole('dialog', { name: 'Password of Day desk' })).toBeVisible();
  const shown = field('Password').element() as HTMLInputElement;
  const password = shown.value;
  expect(password).toMatch(/^([a-z]{5}-?){4}$/);
  expect(proxy.sent).toEqual([
    {
      what: `POST ${routes.people}`,
      body: { name: 'Day desk', role: 'viewer', cameras: ['g2'], password },
    },
  ]);
  await button('I have passed it on').click();
  await expect.element(row(/Day desk/)).toBeVisible();
  expect(document.body.innerHTML).not.toContain(password);
});

test('a form that is not right says so and sends nothing', async () => {
  await show();
  await button('Add a person').click();
  await field('Name').fill('mira');
  await dialog().getByLabelText('Only those of certain groups').click();
  await dialog().getByRole('button', { name: 'Add a person' }).click();
  await expect.element(dialog().getByText('Somebody has this name already.')).toBeVisible();
  await expect.element(dialog().getByText('Use at least 12 characters.')).toBeVisible();
  await expect
    .element(dialog().getByText('Choose at least one group', { exact: false }))
    .toBeVisible();
  expect(proxy.sent).toEqual([]);
});

test('sends of a change what differs, and warns that sessions end', async () => {
  await show();
  await choose('Actions for Night desk', 'Edit…');
  await field('Role').selectOptions('supervisor');
  await expect
    .element(dialog().getByText('ends the 2 open sessions', { exact: false }))
    .toBeVisible();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect.poll(told).toEqual(['Night desk was saved.']);
  expect(proxy.sent).toEqual([
    { what: `PATCH ${routes.person('p2')}`, body: { role: 'supervisor' } },
  ]);
  await expect.element(button('Actions for Night desk')).toHaveFocus();
});

test('the last administrator stays, in words, and the form keeps what was chosen', async () => {
  await show();
  proxy.refusal = {
    status: 409,
    problem: { kind: 'last-administrator', reason: 'last-administrator' },
  };
  await choose('Actions for Mira', 'Edit…');
  await field('Role').selectOptions('viewer');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect.element(dialog().getByRole('alert')).toHaveTextContent('Nobody would be left');
  await expect.element(field('Role')).toHaveValue('viewer');
});

test('switches off and on, sets a password, and removes after a question', async () => {
  await show();
  await choose('Actions for Night desk', 'Switch off…');
  await button('Switch off').click();
  await expect.element(row(/Night desk/)).toHaveTextContent('Switched off');
  await choose('Actions for Night desk', 'Switch on');
  await expect.element(row(/Night desk/)).toHaveTextContent('May sign in');
  await choose('Actions for Night desk', 'New password…');
  await field('New password').fill('heron lantern gravel');
  await button('Set the password').click();
  await expect.element(field('Password')).toHaveValue('heron lantern gravel');
  await button('I have passed it on').click();
  await choose('Actions for Night desk', 'Remove…');
  await expect.element(button('Cancel')).toHaveFocus();
  await button('Remove this person').click();
  await expect.element(row(/Night desk/)).not.toBeInTheDocument();
  expect(proxy.sent.map(({ what }) => what.split(' ')[0])).toEqual([
    'PATCH',
    'PATCH',
    'PATCH',
    'DELETE',
  ]);
});

test('groups: chooses cameras by search, by device and one by one', async () => {
  await show('groups');
  await expect.element(row(/Entrances/)).toHaveTextContent('1Night desk');
  await button('Add a camera group').click();
  await field('Name of the group').fill('All of it');
  await dialog().getByRole('searchbox').fill('recorder');
  await dialog().getByRole('checkbox', { name: 'All of Recorder (0 of 2)' }).click();
  await dialog().getByRole('searchbox').fill('');
  await dialog().getByRole('checkbox', { name: 'Dock' }).click();
  await dialog().getByRole('checkbox', { name: 'Roof' }).click();
  const whole = dialog().getByRole('checkbox', { name: 'All of Recorder (1 of 2)' });
  await expect.element(whole).toBePartiallyChecked();
  await expect.element(dialog().getByText('2 of 3 cameras chosen')).toBeVisible();
  await dialog().getByRole('button', { name: 'Add a camera group' }).click();
  await expect.element(row(/All of it/)).toBeVisible();
  expect(proxy.sent[0]?.body).toEqual({ name: 'All of it', cameraIds: ['c1', 'c3'] });
});

test('groups: tells of cameras that are gone, and forgets them with the next saving', async () => {
  await show('groups');
  await choose('Actions for Entrances', 'Edit…');
  await expect
    .element(dialog().getByText('1 camera of this group was removed', { exact: false }))
    .toBeVisible();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect.poll(told).toEqual(['Group “Entrances” was saved.']);
  expect(proxy.sent[0]?.body).toEqual({ name: 'Entrances', cameraIds: ['c1'] });
});

test('groups: says who sees less before one is removed', async () => {
  await show('groups');
  await choose('Actions for Entrances', 'Remove…');
  await expect
    .element(page.getByText('One person no longer sees its cameras: Night desk.', { exact: false }))
    .toBeVisible();
  await button('Remove this group').click();
  await expect.element(row(/Entrances/)).not.toBeInTheDocument();
});

test('sessions: ends one of another, offers none to end of this browser', async () => {
  await show('sessions');
  await expect.element(row(/Mira/)).toHaveTextContent('this browser');
  expect(page.getByRole('button', { name: /^End the session of Mira/ }).elements()).toEqual([]);
  await button('End the session of Night desk on Chrome on Windows').click();
  await expect.element(row(/Night desk/)).not.toBeInTheDocument();
});

test('the tab that is shown goes into the address', async () => {
  const onTab = await show();
  await page.getByRole('tab', { name: 'People' }).click();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Camera groups' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('tab', { name: 'Sessions' })).toHaveFocus();
  expect(onTab.mock.calls.flat()).toEqual(['groups', 'sessions']);
});

test('on a phone every person is a card with all facts', async () => {
  await page.viewport(390, 844);
  await show();
  const cards = page.getByRole('list', { name: 'People' });
  await expect.element(cards.getByRole('listitem').first()).toHaveTextContent('Last sign-in');
  expect(document.documentElement.scrollWidth).toBe(390);
});

test('a list that cannot be read says so and can be read again', async () => {
  const working = proxy.fetch;
  vi.stubGlobal('fetch', async () =>
    Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 }),
  );
  await show();
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be read');
  vi.stubGlobal('fetch', working);
  await button('Try again').click();
  await expect.element(row(/Mira/)).toBeVisible();
});
