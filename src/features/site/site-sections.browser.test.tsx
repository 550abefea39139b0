import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CameraView } from '../../api/camera.ts';
import { routes } from '../../api/routes.ts';
import { FakeSocket } from '../../device-access/fake-socket.ts';
import { noOffers } from '../../domain/camera.ts';
import { type Role, verbsOf } from '../../domain/role.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { cameraId, FakeSiteProxy } from './fake-site-proxy.ts';
import { SiteSections } from './site-sections.tsx';
import '../../ui/browser-test.css';

const camera = testCamera([], {
  id: cameraId,
  hasPictureSettings: true,
  offers: { ...noOffers, outputs: true, inputs: true, arming: true, pictureChange: true },
});
let proxy: FakeSiteProxy;

beforeEach(() => {
  proxy = new FakeSiteProxy();
  FakeSocket.opened = [];
  vi.stubGlobal('fetch', proxy.fetch);
  vi.stubGlobal('WebSocket', FakeSocket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function show(role: Role = 'operator', shown: CameraView = camera): Promise<void> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(['session'], { state: 'signed-in', may: [...verbsOf(role)] });
  client.setQueryData(['site'], { name: 'Site', zone: 'UTC' });
  await render(
    <QueryClientProvider client={client}>
      <div style={{ width: '288px' }}>
        <SiteSections camera={shown} />
      </div>
    </QueryClientProvider>,
  );
}

const part = (name: string) => page.getByRole('region', { name, exact: true });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const door = () => part('Outputs').getByRole('listitem').first();
const on = () => page.getByRole('button', { name: 'Switch Door on: hold for one second' });
const hold = (name: 'pointerdown' | 'pointerup') =>
  on()
    .element()
    .dispatchEvent(new PointerEvent(name, { bubbles: true, isPrimary: true, button: 0 }));
const click = () => (on().element() as HTMLElement).click();
const switched = `PUT ${routes.output(cameraId, 'relay-r1')} {"on":true}`;

test('an output is switched by holding; the command and the word of the device stand apart', async () => {
  await show();
  await expect.element(door()).toHaveTextContent('The device says: off');
  await expect.element(door()).toHaveTextContent('Last command: none from here');
  await expect.element(part('Outputs')).toHaveTextContent('Auxiliary output 1');
  await expect.element(part('Outputs')).toHaveTextContent('Unknown: the device does not say');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  hold('pointerdown');
  vi.advanceTimersByTime(1000);
  hold('pointerup');
  await expect.element(door()).toHaveTextContent('The device says: on');
  await expect.element(door()).toHaveTextContent('Last command: on, by Kim, 2026-11-25 14:05:12');
  expect(proxy.sent).toEqual([switched]);
});

test('let go early, nothing is sent; a dialog is there for whoever cannot hold', async () => {
  await show();
  await expect.element(on()).toBeVisible();
  hold('pointerdown');
  hold('pointerup');
  click();
  await expect.element(door()).toHaveTextContent('Nothing was sent.');
  expect(proxy.sent).toEqual([]);
  await button('Switch without holding…').click();
  await expect.element(page.getByRole('alertdialog')).toHaveTextContent('Switch Door on?');
  await button('Cancel').click();
  expect(proxy.sent).toEqual([]);
  click();
  await button('Switch on').click();
  await expect.element(door()).toHaveTextContent('The device says: on');
  expect(proxy.sent).toEqual([switched]);
});

test('a refusal and a device that does nothing are said at the control', async () => {
  await show();
  proxy.refusal = { kind: 'rejected', reason: 'command-refused', detail: '-3' };
  await expect.element(on()).toBeVisible();
  click();
  await button('Switch on').click();
  await expect.element(door()).toHaveTextContent('-3');
  proxy.refusal = null;
  proxy.lazy = true;
  click();
  await button('Switch on').click();
  await expect.element(door()).toHaveTextContent('still says that it is off');
  await expect.element(door()).toHaveTextContent('The device says: off');
});

test('a device that is silent, or a locked window, shows no state', async () => {
  proxy.silence = { kind: 'timeout', reason: 'answer-timeout' };
  await show();
  await expect.element(part('Arming')).toHaveTextContent('did not answer in time');
  await expect.element(part('Arming').getByRole('button', { pressed: true })).toHaveLength(0);
  proxy.silence = { kind: 'confirm-needed', reason: 'confirm-needed' };
  await part('Arming').getByRole('button', { name: 'Try again' }).click();
  await expect.element(part('Arming')).toHaveTextContent('This window is locked.');
  proxy.silence = null;
  await part('Outputs').getByRole('button', { name: 'Try again' }).click();
  await expect.element(door()).toBeVisible();
});

test('inputs are told live, and are unknown when nobody tells them', async () => {
  await show('viewer');
  const atMs = Date.now();
  const input = { id: 'input-1', name: '', sinceMs: atMs };
  FakeSocket.newest().say({ inputs: [{ ...input, state: 'off' }], atMs });
  await expect.element(part('Inputs')).toHaveTextContent('Input 1Inactive');
  FakeSocket.newest().say({ inputs: [{ ...input, state: 'on' }], atMs });
  await expect.element(part('Inputs')).toHaveTextContent('Input 1Active');
  FakeSocket.newest().break();
  await expect.element(part('Inputs')).toHaveTextContent(/Unknown since [\d-]* ?\d\d:\d\d:\d\d/);
});

test('a mode is armed and disarmed, and stays what the device says', async () => {
  await show();
  const continuous = page.getByRole('group', { name: 'Continuous recording' });
  const pressed = continuous.getByRole('button', { pressed: true });
  await expect.element(pressed).toHaveTextContent('Armed');
  await expect.element(part('Arming')).toHaveTextContent('Schedule: Always · Override: None');
  await expect.element(part('Arming')).toHaveTextContent('does not say whether it is armed');
  await continuous.getByRole('button', { name: 'Disarmed' }).click();
  await expect.element(pressed).toHaveTextContent('Disarmed');
  proxy.lazy = true;
  await continuous.getByRole('button', { name: 'Armed', exact: true }).click();
  await expect.element(part('Arming')).toHaveTextContent('has not changed this');
  await expect.element(pressed).toHaveTextContent('Disarmed');
  expect(proxy.sent).toHaveLength(2);
});

test('a switch is switched', async () => {
  await show();
  const tampering = page.getByRole('switch', { name: 'Tampering' });
  await expect.element(tampering).not.toBeChecked();
  await tampering.click();
  await expect.element(tampering).toBeChecked();
  expect(proxy.sent).toEqual([
    `POST ${routes.arming(cameraId)} {"kind":"switch","switchId":"tamper","on":true}`,
  ]);
});

test('a schedule and an override are set for the chosen modes', async () => {
  await show();
  await button('Schedule…').click();
  await page.getByLabelText('Motion detection').click();
  await page.getByLabelText('Override').selectOptions('Unarmed for 1 hour');
  await button('Set').click();
  await expect
    .poll(() => proxy.sent)
    .toEqual([
      `POST ${routes.arming(cameraId)} {"kind":"override","modes":["continuous"],"overrideId":"2"}`,
    ]);
  await expect.poll(() => page.getByRole('dialog').elements()).toEqual([]);
});

test('a preset for all cameras asks first', async () => {
  await show('supervisor');
  await button('Schedule presets…').click();
  await page.getByRole('menuitem', { name: 'Night' }).click();
  await expect
    .element(page.getByRole('alertdialog'))
    .toHaveTextContent('every camera of Recorder at once, not only Gate');
  expect(proxy.sent).toEqual([]);
  await button('Set for all cameras').click();
  await expect
    .poll(() => proxy.sent)
    .toEqual([`POST ${routes.arming(cameraId)} {"kind":"preset","presetId":"7"}`]);
});

test('the brightness is sent when the slider is let go, by keys too', async () => {
  await show();
  const slider = page.getByRole('slider', { name: 'Brightness' });
  await expect.element(slider).toHaveValue('128');
  const element = slider.element() as HTMLInputElement;
  element.focus();
  await userEvent.keyboard('{ArrowRight>}');
  await expect.element(part('Camera settings')).toHaveTextContent('129 of 255');
  expect(proxy.sent).toEqual([]);
  await userEvent.keyboard('{/ArrowRight}');
  await expect.poll(() => proxy.picture.brightness?.value).toBe(129);
  proxy.refusal = { kind: 'rejected', reason: 'command-refused' };
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(part('Camera settings')).toHaveTextContent('did not take the command');
  await expect.element(slider).toHaveValue('129');
});

test('the light mode and the turn of the picture are set', async () => {
  await show();
  await button('Outdoor').click();
  await expect.element(page.getByRole('button', { pressed: true, name: 'Outdoor' })).toBeVisible();
  await page.getByRole('switch', { name: 'Upside down' }).click();
  await expect.element(page.getByRole('switch', { name: 'Upside down' })).toBeChecked();
  expect(proxy.picture).toMatchObject({ mode: 'outdoor', flipped: true });
});

test('who may only look sees the inputs and the settings, and nothing to press', async () => {
  await show('viewer');
  await expect.element(part('Camera settings')).toHaveTextContent('Brightness128 of 255');
  expect(page.getByRole('button').elements()).toEqual([]);
  expect(page.getByRole('slider').elements()).toEqual([]);
});
