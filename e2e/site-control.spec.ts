import type { Page } from '@playwright/test';
import { SiteControl } from '../scripts/site-control.ts';
import type { AuditPage } from '../src/api/audit.ts';
import type { CameraView } from '../src/api/camera.ts';
import { routes } from '../src/api/routes.ts';
import { look } from './support/screen-sizes.ts';
import { expect } from './support/test.ts';
import { testOfMakes } from './support/test-of-makes.ts';
import { cameraNamed, readCameras } from './support/wall.ts';

const recorder = 'Riverside recorder';
const server = 'Annex video server';
/** One of each make that switches, feels or arms in a way of its own. */
const makes = [recorder, 'Yard', server, 'Barrier'];

/** A site of their own with every make, since these tests change it. */
const test = testOfMakes('site control', makes);

test.describe('the site around a camera', { tag: '@control' }, () => {
  // A refusal of the device, which one of the tests brings about.
  test.use({ allowedFaults: [/status of 503 .*\/outputs\//] });

  let cameras: CameraView[];
  let control: SiteControl;

  test.beforeEach(async ({ product, site }) => {
    control = new SiteControl(site.value.controlOrigin);
    cameras = await readCameras(product, 4, ({ name, state }) => {
      return ['Main gate', 'Yard', 'Reception', 'Barrier'].includes(name) && state === 'connected';
    });
  });

  const place = (name: string) => `/cam/${cameraNamed(cameras, name).id}`;
  const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
  const gateIsOn = async () =>
    (await control.outputs(recorder)).find(({ camera }) => camera === 1)?.on ?? null;

  test('a relay is switched by holding, by pointer and key, and every window sees the command', async ({
    context,
    page,
    product,
  }) => {
    await page.goto(`${product.origin}${place('Main gate')}`);
    const other = await context.newPage();
    await other.goto(`${product.origin}${place('Main gate')}`);
    const gate = part(page, 'Outputs').getByRole('listitem').first();
    await expect(gate).toContainText('Last command: none from here');
    await expect(gate).toContainText('the device does not say');

    await page.bringToFront();
    const on = gate.getByRole('button', { name: 'Switch Gate on: hold for one second' });
    const before = (await control.commands(recorder, 1)).length;
    await on.click();
    await expect(gate).toContainText('Nothing was sent.');
    expect(
      (await control.commands(recorder, 1)).slice(before).map(({ kind }) => kind),
    ).not.toContain('output');

    await on.hover();
    await page.mouse.down();
    await expect.poll(gateIsOn).toBe(true);
    await page.mouse.up();
    const command = /Last command: on, by Demo administrator, \d\d:\d\d:\d\d/;
    await expect(gate).toContainText(command);
    await expect(part(other, 'Outputs').getByRole('listitem').first()).toContainText(command);

    await gate.getByRole('button', { name: /^Switch Gate off/ }).focus();
    await page.keyboard.down('Space');
    await expect.poll(gateIsOn).toBe(false);
    await page.keyboard.up('Space');
    await expect(gate).toContainText('Last command: off');

    await control.disturb({ device: recorder, camera: 1, kind: 'refuse' });
    await on.dispatchEvent('click');
    await page.getByRole('button', { name: 'Switch on', exact: true }).click();
    await expect(gate).toContainText('The camera is still busy with the command before.');
    await expect(gate).toContainText('Last command: off');
    await control.callOff(recorder);

    const lines = await product.ask(`${routes.audit}?operation=output.switch`);
    const { entries } = (await lines.json()) as AuditPage;
    expect(entries.map(({ outcome }) => outcome)).toEqual(['failed', 'answered', 'answered']);
    expect(entries[1]).toMatchObject({
      actor: { name: 'Demo administrator' },
      object: { name: 'Main gate' },
      parameters: { state: 'off' },
    });
  });

  test('an input is shown as it is, and as unknown when the device is gone', async ({
    page,
    product,
    site,
  }) => {
    await control.setInput('Barrier', '1', false);
    await page.goto(`${product.origin}${place('Barrier')}`);
    const first = part(page, 'Inputs').getByRole('listitem').first();
    await expect(first).toContainText('Inactive');
    await control.setInput('Barrier', '1', true);
    await expect(first).toContainText(/(?<!In)[Aa]ctive/);
    await site.fault({ device: 'Barrier', fault: 'stopped' });
    await expect(first).toContainText(/Unknown since .*\d\d:\d\d:\d\d/);
    await site.fault({ device: 'Barrier', fault: 'none' });
    await expect(first).toContainText(/(?<!In)[Aa]ctive/);
  });

  test('a camera is armed per mode, by schedule, and with all the others', async ({
    page,
    product,
  }) => {
    await page.goto(`${product.origin}${place('Reception')}`);
    const arming = part(page, 'Arming');
    const actions = arming.getByRole('group', { name: 'Actions' });
    const pressed = (name: string) => actions.getByRole('button', { name, pressed: true });
    await expect(pressed('Disarmed')).toBeVisible();
    await actions.getByRole('button', { name: 'Armed', exact: true }).click();
    await expect(pressed('Armed')).toBeVisible();

    await arming.getByRole('button', { name: 'Schedule…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Schedule of Reception' });
    await dialog.getByText('Continuous recording').click();
    await dialog.getByText('Motion detection').click();
    await dialog.getByLabel('Override').selectOption('Disarmed For 1 Hour');
    await dialog.getByRole('button', { name: 'Set' }).click();
    await expect(dialog).toBeHidden();
    await expect(arming).toContainText('Override: Disarmed For 1 Hour');
    await expect(pressed('Disarmed')).toBeVisible();

    await arming.getByRole('button', { name: 'Schedule presets…' }).click();
    await page.getByRole('menuitem').first().click();
    const ask = page.getByRole('alertdialog');
    await expect(ask).toContainText(`every camera of ${server}`);
    await ask.getByRole('button', { name: 'Set for all cameras' }).click();
    await expect
      .poll(async () => {
        const told = await control.commands(server);
        return told.filter(({ kind, obeyed }) => kind === 'arming' && obeyed).length;
      })
      .toBe(3);
  });

  test('the picture is made brighter, and is as bright as the camera says', async ({
    page,
    product,
  }) => {
    await page.goto(`${product.origin}${place('Yard')}`);
    const settings = part(page, 'Camera settings');
    await settings.getByRole('slider', { name: 'Brightness' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(settings).toContainText('129 of 255');
    const told = async () =>
      (await control.commands('Yard')).filter(({ kind }) => kind === 'picture');
    await expect
      .poll(async () => (await told()).map(({ parameters }) => parameters))
      .toEqual([{ param: '1', value: '129' }]);
    await page.getByRole('switch', { name: 'Mirrored' }).click();
    await expect(page.getByRole('switch', { name: 'Mirrored' })).toBeChecked();
    await page.getByRole('switch', { name: 'Mirrored' }).click();
    await expect(page.getByRole('switch', { name: 'Mirrored' })).not.toBeChecked();
    expect(await look(page, 'laptop-site-control', 24)).toEqual([]);
  });
});
