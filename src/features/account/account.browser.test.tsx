import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { queryKeys } from '../../device-access/queries.ts';
import { request } from '../../device-access/request.ts';
import { toasts } from '../../ui/toast-store.ts';
import { AccountMenu } from './account-menu.tsx';
import { AccountPage } from './account-page.tsx';
import { ConfirmPasswordDialog } from './confirm-password-dialog.tsx';
import { DemoSignIn } from './demo-sign-in.tsx';
import { FakeAccountProxy, right, signedIn } from './fake-account-proxy.ts';
import { SetUpPage } from './set-up-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import '../../ui/browser-test.css';

let proxy: FakeAccountProxy;
let client: QueryClient;

beforeEach(() => {
  document.documentElement.lang = 'en';
  proxy = new FakeAccountProxy();
  vi.stubGlobal('fetch', proxy.fetch);
  toasts.setState({ list: [] });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(queryKeys.session, proxy.session);
});

afterEach(() => vi.unstubAllGlobals());

const show = (element: ReactNode) =>
  render(<QueryClientProvider client={client}>{element}</QueryClientProvider>);
const field = (name: string) => page.getByLabelText(name, { exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const state = () => client.getQueryData<{ state: string }>(queryKeys.session)?.state;
const told = () => toasts.getState().list.map(({ text }) => text);

test('keyboard only: name, password, in', async () => {
  await show(<SignInPage demo={false} before={null} />);
  await expect.element(field('Name')).toHaveFocus();
  await userEvent.keyboard(`Mira{Tab}${right}{Enter}`);
  await expect.poll(state).toBe('signed-in');
  expect(field('Name').element().getAttribute('autocomplete')).toBe('username');
  expect(field('Password').element().getAttribute('autocomplete')).toBe('current-password');
});

test('nothing typed is said, and nobody is asked', async () => {
  await show(<SignInPage demo={false} before={null} />);
  await button('Sign in').click();
  await expect.element(page.getByText('Enter your name.')).toBeVisible();
  await expect.element(page.getByText('Enter your password.')).toBeVisible();
  expect(proxy.sent).toEqual([]);
});

test('a wrong password is said in words, and the field is ready for the next', async () => {
  await show(<SignInPage demo={false} before="ended" />);
  await expect.element(page.getByText('You were signed out')).toBeVisible();
  await field('Name').fill('Mira');
  await field('Password').fill('wrong');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('do not fit together');
  await expect.element(field('Password')).toHaveFocus();
  await userEvent.keyboard(`${right}{Enter}`);
  await expect.poll(state).toBe('signed-in');
});

test('counts the wait after too many wrong ones, sends nothing, then lets the next go', async () => {
  proxy.refusal = { kind: 'too-many-attempts', reason: 'too-many-attempts', retryAfterMs: 1500 };
  await show(<SignInPage demo={false} before={null} />);
  await field('Name').fill('Mira');
  await field('Password').fill(right);
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Try again in 2 s')).toBeVisible();
  proxy.refusal = null;
  await userEvent.keyboard('{Enter}');
  expect(proxy.sent).toHaveLength(1);
  await expect.element(button('Try again in 1 s')).toBeVisible();
  await button('Sign in').click();
  await expect.poll(state).toBe('signed-in');
});

test('a demo says where its addresses are', async () => {
  await show(<SignInPage demo before={null} />);
  await expect.element(page.getByText('Open one of the addresses', { exact: false })).toBeVisible();
});

test('the address of a demo signs in by itself; an old one says so', async () => {
  const onDone = vi.fn();
  const shown = await show(<DemoSignIn code="demo-code" onDone={onDone} />);
  await expect.poll(state).toBe('signed-in');
  await expect.poll(() => onDone.mock.calls.length).toBe(1);
  await shown.rerender(
    <QueryClientProvider client={client}>
      <DemoSignIn key="old" code="old" onDone={onDone} />
    </QueryClientProvider>,
  );
  await expect.element(page.getByRole('alert')).toHaveTextContent('no longer works');
  await button('Go on').click();
  expect(onDone).toHaveBeenCalledTimes(2);
});

test('setting up takes a code, a name and the same long password twice', async () => {
  await show(<SetUpPage code="good" />);
  await field('Your name').fill('Mira');
  await field('New password').fill('elevenchars');
  await expect.element(page.getByText('Too short: 1 more character.')).toBeVisible();
  await field('New password').fill('mira mira mira');
  await expect.element(page.getByText('Easy to guess.')).toBeVisible();
  await field('New password').fill(right);
  await field('The same password once more').fill('another');
  await button('Set up and sign in').click();
  await expect.element(page.getByText('The two passwords are not the same.')).toBeVisible();
  expect(proxy.sent).toEqual([]);
  await field('The same password once more').fill(right);
  await button('Set up and sign in').click();
  await expect.poll(state).toBe('signed-in');
});

test('a code that is missing or used up says what to do, and loses nothing', async () => {
  const shown = await show(<SetUpPage code="" />);
  await expect.element(page.getByRole('alert')).toHaveTextContent('no set-up code');
  await shown.rerender(
    <QueryClientProvider client={client}>
      <SetUpPage code="used" />
    </QueryClientProvider>,
  );
  await field('Your name').fill('Mira');
  await field('New password').fill(right);
  await field('The same password once more').fill(right);
  await button('Set up and sign in').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('the start prints a new one');
  await expect.element(field('Your name')).toHaveValue('Mira');
});

test('a request that wants the password waits for it and is sent again by itself', async () => {
  proxy.guarded = true;
  client.setQueryData(queryKeys.session, signedIn);
  await show(<ConfirmPasswordDialog />);
  const removing = request('/api/people/p2', { method: 'DELETE' });
  await expect.element(page.getByRole('dialog')).toHaveTextContent('Your password, please');
  await expect.element(field('Password')).toHaveFocus();
  await userEvent.keyboard('wrong{Enter}');
  await expect.element(page.getByText('This is not your password.')).toBeVisible();
  await userEvent.keyboard(`${right}{Enter}`);
  expect((await removing).status).toBe(204);
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
  expect(proxy.sent.filter((line) => line.startsWith('DELETE'))).toHaveLength(2);
});

test('Esc gives the waiting request its problem back', async () => {
  proxy.guarded = true;
  client.setQueryData(queryKeys.session, { ...signedIn, locked: true });
  await show(<ConfirmPasswordDialog />);
  const removing = request('/api/people/p2', { method: 'DELETE' });
  const outcome = removing.catch((fault: unknown) => fault);
  await expect.element(page.getByText('used it for 15 minutes', { exact: false })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  expect(await outcome).toMatchObject({ problem: { reason: 'confirm-needed' } });
});

test('the account page changes the password and ends sessions', async () => {
  client.setQueryData(queryKeys.session, signedIn);
  await show(<AccountPage />);
  await field('Current password').fill('wrong');
  await field('New password').fill('a new one that is long');
  await field('The same password once more').fill('a new one that is long');
  await button('Change the password').click();
  await expect.element(page.getByText('This is not your current password.')).toBeVisible();
  await expect.element(field('New password')).toHaveValue('a new one that is long');
  await field('Current password').fill(right);
  await button('Change the password').click();
  await expect.poll(told).toEqual(['Your password was changed. Your other sessions have ended.']);
  await expect.element(field('New password')).toHaveValue('');

  const list = page.getByRole('list', { name: 'Where you are signed in' });
  await expect.element(list.getByRole('listitem')).toHaveLength(3);
  await expect.element(list.getByText('this browser', { exact: false })).toHaveLength(1);
  await button('End this session: Chrome on s2, 192.168.1.7').click();
  await expect.element(list.getByRole('listitem')).toHaveLength(2);
  await button('End all others').click();
  await expect.element(page.getByText('You are signed in nowhere else.')).toBeVisible();
});

test('the account page shows by which marks the certificate is known', async () => {
  client.setQueryData(queryKeys.session, signedIn);
  proxy.tls = {
    mode: 'own-authority',
    fingerprints: { authority: 'AA:01', certificate: 'BB:02' },
    notAfterMs: 1_800_000_000_000,
    names: ['wall.example'],
  };
  await show(<AccountPage />);
  await expect.element(page.getByText('AA:01')).toBeVisible();
  await expect.element(page.getByText('BB:02')).toBeVisible();
  const download = page.getByRole('link', { name: 'Download the certificate of the authority' });
  await expect.element(download).toHaveAttribute('href', '/authority.crt');
});

test('the menu locks, unlocks and signs out', async () => {
  proxy.session = signedIn;
  client.setQueryData(queryKeys.session, signedIn);
  const menu = (locked: boolean) => (
    <QueryClientProvider client={client}>
      <ConfirmPasswordDialog />
      <AccountMenu
        session={{ ...signedIn, locked }}
        current={false}
        onOpenAccount={() => undefined}
      />
    </QueryClientProvider>
  );
  const shown = await show(menu(false));
  await button('Account of Mira, Administrator').click();
  await page.getByRole('menuitem', { name: 'Lock now' }).click();
  await expect.poll(told).toHaveLength(1);
  await shown.rerender(menu(true));
  await button('Account of Mira, Administrator, locked').click();
  await page.getByRole('menuitem', { name: 'Unlock…' }).click();
  await field('Password').fill(right);
  await userEvent.keyboard('{Enter}');
  await expect.poll(told).toHaveLength(2);
  await button('Account of Mira, Administrator, locked').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect.poll(state).toBe('signed-out');
});
