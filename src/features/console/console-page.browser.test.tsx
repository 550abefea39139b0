import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
  useSearch,
} from '@tanstack/react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ConsolePage } from './console-page.tsx';
import type { ConsolePlace } from './console-place.ts';
import { type FakeConsole, fakeConsole } from './fake-console.ts';

let proxy: FakeConsole;
let router: ReturnType<typeof createTestRouter>;

const path = '/devices/$deviceId/endpoints';
const nowhere: ConsolePlace = { endpoint: null, q: '', danger: '', role: '' };

function Console() {
  const search: Partial<ConsolePlace> = useSearch({ strict: false });
  const go = (changed: Partial<ConsolePlace>) =>
    void router.navigate({
      to: path,
      params: { deviceId: 'd1' },
      search: { ...search, ...changed },
      replace: true,
    });
  return (
    <ConsolePage deviceId="d1" place={{ ...nowhere, ...search }} onPlace={go} singleKeys={true} />
  );
}

function createTestRouter(entry: string) {
  const root = createRootRoute();
  const route = (at: string, component: () => React.ReactNode) =>
    createRoute({ getParentRoute: () => root, path: at, component });
  return createRouter({
    routeTree: root.addChildren([
      route(path, Console),
      route('/devices', () => <h1>The list</h1>),
      route('/devices/$deviceId', () => <h1>The device</h1>),
    ]),
    history: createMemoryHistory({ initialEntries: [entry] }),
  });
}

async function open(search = '') {
  router = createTestRouter(`/devices/d1/endpoints${search}`);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

beforeEach(async () => {
  await page.viewport(1280, 800);
  document.documentElement.lang = 'en';
  proxy = fakeConsole();
  vi.stubGlobal('fetch', proxy.fetch);
});
afterEach(() => vi.unstubAllGlobals());

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('keyboard only: from a slash to a reply', async () => {
  await open();
  await expect.element(page.getByText('4 of 4 endpoints')).toBeVisible();
  await userEvent.keyboard('/');
  await expect.element(page.getByLabelText('Find an endpoint')).toHaveFocus();
  await userEvent.keyboard('bright');
  await expect.element(page.getByText('1 of 4 endpoints')).toBeVisible();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Set the brightness' })).toBeVisible();
  await page.getByLabelText('value', { exact: true }).fill('7');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Status 200')).toBeVisible();
  expect(proxy.calls).toEqual([
    { endpoint: 'camera.brightness', call: { query: { param: 1, value: 7 } } },
  ]);
});

test('arrow keys go through the list, one stop for Tab', async () => {
  await open();
  const link = (name: RegExp) => page.getByRole('link', { name });
  await page.getByLabelText('Find an endpoint').click();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(link(/All settings/)).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(link(/Erase everything/)).toHaveFocus();
  await userEvent.keyboard('{ArrowUp}{Home}');
  await expect.element(link(/All settings/)).toHaveFocus();
});

test('a value out of range is said, kept, and not sent', async () => {
  await open('?endpoint=camera.brightness');
  const value = page.getByLabelText('value', { exact: true });
  await value.fill('256');
  await button('Run').click();
  await expect.element(page.getByText('Value takes 0 to 255.')).toBeVisible();
  await expect.element(value).toHaveFocus();
  await expect.element(value).toHaveValue('256');
  expect(proxy.calls).toEqual([]);
});

test('what the proxy refuses is said at the field, in the same words', async () => {
  proxy.refuse({
    kind: 'invalid-input',
    reason: 'invalid-input',
    detail: 'value',
    rule: { type: 'integer', minimum: 0, maximum: 100 },
  });
  await open('?endpoint=camera.brightness');
  await page.getByLabelText('value', { exact: true }).fill('200');
  await button('Run').click();
  await expect.element(page.getByText('Value takes 0 to 100.')).toBeVisible();
  await expect.element(page.getByLabelText('value', { exact: true })).toHaveValue('200');
});

test('secrets are asked for apart, and gone with the page', async () => {
  await open('?endpoint=settings.read');
  await button('Run').click();
  await expect.element(page.getByText('Secrets in this reply are hidden.')).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '••••' })).toBeVisible();
  await button('Show secrets').click();
  await expect.element(page.getByRole('cell', { name: 'open-sesame' })).toBeVisible();
  expect(proxy.calls.map(({ call }) => call.reveal)).toEqual([undefined, true]);
  await page.getByRole('link', { name: /Set the brightness/ }).click();
  await page.getByRole('link', { name: /All settings/ }).click();
  await expect.element(button('Run')).toBeVisible();
  expect(document.body.textContent).not.toContain('open-sesame');
});

test('what disturbs asks first, what destroys wants the name', async () => {
  await open('?endpoint=device.reboot');
  await button('Run').click();
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  expect(proxy.calls).toEqual([]);
  await button('Run it').click();
  await expect.element(page.getByText('Status 200')).toBeVisible();
  await expect.element(button('Run')).toHaveFocus();
  await page.getByRole('link', { name: /Erase everything/ }).click();
  await button('Run').click();
  await expect.element(button('Run it')).toBeDisabled();
  await userEvent.keyboard('{Escape}');
  await expect.element(button('Run')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await page.getByLabelText('Type the name of the device: East wing').fill('East wing');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Status 200')).toBeVisible();
  expect(proxy.calls.map(({ call }) => call.confirm)).toEqual([true, 'East wing']);
});

test('a running call can be cancelled', async () => {
  proxy.hang();
  await open('?endpoint=settings.read');
  await button('Run').click();
  await expect.element(page.getByText('Waiting for the device…')).toBeVisible();
  await expect.element(button('Run')).toHaveFocus();
  await button('Cancel').click();
  await expect.element(page.getByText('It was stopped before it came to an end.')).toBeVisible();
  expect(proxy.hungUp).toBe(1);
});

test('on a phone the endpoint takes the place of the list, and leads back', async () => {
  await page.viewport(390, 844);
  await open('?q=settings');
  await page.getByRole('link', { name: /All settings/ }).click();
  await expect.element(page.getByRole('heading', { name: 'All settings' })).toHaveFocus();
  await button('All endpoints').click();
  await expect.element(page.getByLabelText('Find an endpoint')).toHaveValue('settings');
});

test('a search that fits nothing, an unknown endpoint and a failure have their words', async () => {
  await open('?q=nothing-like-it&endpoint=gone');
  await expect.element(page.getByText('No endpoint matches this search')).toBeVisible();
  await expect.element(page.getByText('This device has no endpoint of that name')).toBeVisible();
  await button('Show all endpoints').click();
  await expect.element(page.getByText('4 of 4 endpoints')).toBeVisible();
});

test('a list that cannot be read says so, and is read again', async () => {
  proxy.failList(true);
  await open();
  await expect.element(page.getByText('The list of endpoints could not be read.')).toBeVisible();
  proxy.failList(false);
  await button('Try again').click();
  await expect.element(page.getByText('4 of 4 endpoints')).toBeVisible();
});
