import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { AddDevicePage } from './add-device-page.tsx';
import { type FakeProxy, fakeProxy, ownCertificate } from './fake-proxy.ts';

vi.mock('../../playback/camera-tile.tsx', () => ({
  CameraTile: ({ camera }: { camera: { id: string } }) => <i data-camera={camera.id} />,
}));

let proxy: FakeProxy;
let router: ReturnType<typeof createTestRouter>;

function createTestRouter() {
  const root = createRootRoute();
  const route = (path: string, component: () => React.ReactNode) =>
    createRoute({ getParentRoute: () => root, path, component });
  return createRouter({
    routeTree: root.addChildren([
      route('/devices', () => <h1>The list</h1>),
      route('/devices/new', AddDevicePage),
      route('/devices/$deviceId', () => <h1>The device</h1>),
      route('/live/$viewId', () => <h1>The wall</h1>),
    ]),
    history: createMemoryHistory({ initialEntries: ['/devices', '/devices/new'] }),
  });
}

beforeEach(async () => {
  document.documentElement.lang = 'en';
  proxy = fakeProxy();
  vi.stubGlobal('fetch', proxy.fetch);
  router = createTestRouter();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
});

afterEach(() => vi.unstubAllGlobals());

const address = () => page.getByLabelText('Address', { exact: true });
const username = () => page.getByLabelText('User name', { exact: true });
const password = () => page.getByLabelText('Password', { exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('keyboard only: from an address to a saved device on the wall', async () => {
  await expect.element(address()).toHaveFocus();
  await userEvent.keyboard('192.168.1.20{Enter}');
  await expect.element(username()).toHaveFocus();
  await userEvent.keyboard('guard{Tab}right{Enter}');
  await expect.element(button('Continue')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { name: 'What was found' })).toHaveFocus();
  const second = page.getByLabelText('Name of camera 2');
  await second.fill('Loading dock');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Name of the device')).toHaveFocus();
  await userEvent.keyboard('East wing{Enter}');
  await expect.element(page.getByRole('heading', { name: 'East wing is ready' })).toHaveFocus();
  expect(proxy.saved).toEqual([
    {
      draftId: 'draft-2',
      name: 'East wing',
      cameras: [
        { id: 'c1', name: 'CAM1', enabled: true },
        { id: 'c2', name: 'Loading dock', enabled: true },
      ],
    },
  ]);
  await button('Show on the wall').click();
  await expect.element(page.getByRole('heading', { name: 'The wall' })).toBeVisible();
  expect(proxy.views).toMatchObject([{ name: 'East wing', layout: '4' }]);
});

test('a wrong password is said, what was typed stays, the right one goes on', async () => {
  await address().fill('192.168.1.20');
  await button('Check this address').click();
  await username().fill('guard');
  await password().fill('wrong');
  await button('Continue with this account').click();
  await expect.element(page.getByText('The device refused this account')).toBeVisible();
  await expect.element(username()).toHaveValue('guard');
  await expect.element(password()).toHaveFocus();
  await password().fill('right');
  await button('Continue with this account').click();
  await expect.element(page.getByText('TS-NVR: 2 cameras found')).toBeVisible();
  expect(proxy.probes.map(({ password }) => password)).toEqual([undefined, 'wrong', 'right']);
});

test('an account moves out of the address as soon as it is pasted', async () => {
  await address().fill('http://guard:right@192.168.1.20');
  await userEvent.tripleClick(address());
  await userEvent.cut();
  await expect.element(address()).toHaveValue('');
  await userEvent.paste();
  await expect.element(address()).toHaveValue('http://192.168.1.20');
  await expect.element(password()).toHaveValue('right');
  await expect.element(password()).toHaveAttribute('type', 'password');
});

test('an account in a typed address moves when the check begins', async () => {
  await address().fill('http://guard:right@192.168.1.20:8080/');
  await button('Check this address').click();
  await expect.element(page.getByText('TS-NVR: 2 cameras found')).toBeVisible();
  expect(proxy.probes).toEqual([
    { address: 'http://192.168.1.20:8080/', username: 'guard', password: 'right' },
  ]);
  expect(document.body.textContent).not.toContain('right@');
  await button('Back').click();
  await expect.element(address()).toHaveValue('http://192.168.1.20:8080/');
  await expect.element(username()).toHaveValue('guard');
});

test('nothing answers: says so, and the way back keeps the address', async () => {
  await address().fill('192.168.1.99');
  await button('Check this address').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing answered');
  await button('Change the address').click();
  await expect.element(address()).toHaveValue('192.168.1.99');
});

test('a check that hangs can be stopped, and hangs up', async () => {
  await address().fill('slow.lan');
  await button('Check this address').click();
  await expect.element(button('Stop the check')).toBeVisible();
  await button('Stop the check').click();
  await expect.element(page.getByText('The check was stopped.')).toBeVisible();
  expect(proxy.hungUp).toBe(1);
});

test('a search for cameras says how far it is, and can be stopped', async () => {
  await address().fill('searching.lan');
  await button('Check this address').click();
  const bar = page.getByRole('progressbar', { name: 'Asking for camera 5 of at most 32' });
  await expect.element(bar).toBeVisible();
  await expect.element(bar).toHaveAttribute('value', '4');
  await expect.element(bar).toHaveAttribute('max', '32');
  expect(bar.element().closest('[data-rung]')).toHaveAttribute('data-rung', 'channels');
  await button('Stop the check').click();
  await expect.element(page.getByText('The check was stopped.')).toBeVisible();
  expect(page.getByRole('progressbar').elements()).toEqual([]);
  expect(proxy.hungUp).toBe(1);
});

test('bad input gets a sentence and asks nobody', async () => {
  await address().fill('rtmp://cam/stream');
  await button('Check this address').click();
  await expect
    .element(page.getByText('Browsers cannot show rtmp://', { exact: false }))
    .toBeVisible();
  await expect.element(address()).toHaveAccessibleDescription(/rtmp:\/\//);
  expect(proxy.probes).toEqual([]);
});

test('names and ticks outlive the way back', async () => {
  await address().fill('http://guard:right@192.168.1.20');
  await button('Check this address').click();
  await button('Continue').click();
  await page.getByLabelText('Name of camera 1').fill('Gate');
  await page.getByRole('checkbox', { name: 'Show CAM2' }).click();
  await button('Back').click();
  await button('Back').click();
  await button('Check this address').click();
  await button('Continue').click();
  await expect.element(page.getByLabelText('Name of camera 1')).toHaveValue('Gate');
  await expect.element(page.getByRole('checkbox', { name: 'Show CAM2' })).not.toBeChecked();
  expect(proxy.probes).toHaveLength(1);
});

test('Esc leaves at once while nothing is typed', async () => {
  await expect.element(address()).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('heading', { name: 'The list' })).toBeVisible();
});

test('Esc asks before something typed is lost', async () => {
  await address().fill('nvr.lan');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('alertdialog')).toBeVisible();
  await button('Stay here').click();
  await expect.element(address()).toHaveValue('nvr.lan');
  await address().click();
  await userEvent.keyboard('{Escape}');
  await button('Leave').click();
  await expect.element(page.getByRole('heading', { name: 'The list' })).toBeVisible();
});

test('the account of the last device is offered without showing its password', async () => {
  await address().fill('http://guard:right@192.168.1.20');
  await button('Check this address').click();
  await button('Continue').click();
  await button('Continue').click();
  await button('Save device').click();
  await button('Add another').click();
  await address().fill('192.168.1.21');
  await button('Check this address').click();
  await button('Use the account of the last device (guard)').click();
  await expect.element(page.getByText('TS-NVR: 2 cameras found')).toBeVisible();
  expect(proxy.probes.at(-1)).toMatchObject({ address: '192.168.1.21', password: 'right' });
  await button('Back').click();
  expect([...document.querySelectorAll('input')].map(({ value }) => value)).not.toContain('right');
});

test('a protocol that shows after the login alone is not called needless', async () => {
  await address().fill('shy.lan');
  await button('Check this address').click();
  const rung = page.getByRole('listitem').filter({ hasText: 'Recognise the protocol' });
  await expect.element(rung).toHaveTextContent('after the login');
});

test('streams of one kind and size are named once', async () => {
  await address().fill('http://guard:right@192.168.1.20');
  await button('Check this address').click();
  await button('Continue').click();
  const facts = page.getByRole('list', { name: 'Streams of CAM1' });
  await expect.element(facts.getByRole('listitem')).toHaveLength(2);
  await expect.element(facts).toHaveTextContent('HLSMJPEG 320×240');
});

test('a certificate that nobody vouches for is shown, and trusted at its own address alone', async () => {
  await address().fill('https://own.lan');
  await button('Check this address').click();
  const panel = page.getByRole('region', { name: 'Is this your device?' });
  await expect.element(panel).toHaveTextContent(ownCertificate.fingerprint);
  await expect.element(panel).toHaveTextContent('2025-01-02 to 2035-01-02');
  await button('Trust this certificate').click();
  await username().fill('guard');
  await password().fill('right');
  await button('Continue with this account').click();
  await expect.element(page.getByText('TS-NVR: 2 cameras found')).toBeVisible();
  await button('Back').click();
  await address().fill('192.168.1.20');
  await button('Check this address').click();
  await expect.element(page.getByText('TS-NVR: 2 cameras found')).toBeVisible();
  const { key } = ownCertificate;
  expect(proxy.probes.map(({ trustedKey }) => trustedKey)).toEqual([
    undefined,
    key,
    key,
    undefined,
  ]);
});
