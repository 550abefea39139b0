import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Product, runProduct, type SeededDevice } from '../scripts/run-product.ts';
import { expectMoving } from './support/motion.ts';
import { enter } from './support/sign-in.ts';
import { readyCameras } from './support/wall.ts';
import {
  check,
  expect,
  foundCameras,
  giveAccount,
  openWizard,
  rung,
  saveFound,
  showOnWall,
  test,
} from './support/wizard.ts';

// Eight pictures at once, so that all of them can be compared.
test.use({ viewport: { width: 1280, height: 1200 }, actionTimeout: 10_000 });

const paintedByRecorder = [1, 2, 3, 4, 5, 6, 7, 8];

function deviceOf(devices: readonly SeededDevice[], name: string) {
  const {
    username = '',
    password = '',
    ...device
  } = devices.find((one) => one.name === name) ?? devices[0] ?? { name, origin: '' };
  return { ...device, host: device.origin.replace('http://', ''), username, password };
}

test.describe('adding a device', { tag: '@live' }, () => {
  test('a recorder: what speaks for it, a wrong password, eight pictures, the wall', async ({
    page,
    site,
    empty,
  }) => {
    const recorder = deviceOf(site.value.devices, 'Riverside recorder');
    await page.goto(empty.origin);
    await page.getByRole('button', { name: 'Add a device' }).click();
    await check(page, `  ${recorder.host}  `);
    await expect(page.getByRole('heading', { name: 'Why TS-API' })).toBeVisible();
    await expect(page.getByText('TS-API@')).not.toHaveCount(0);
    await expect(rung(page, 'Connect')).toContainText(recorder.host);
    await expect(rung(page, 'Log in')).toContainText('failed');
    await expect(rung(page, 'Fetch a live picture')).toContainText('not reached');

    await expect(page.getByLabel('User name', { exact: true })).toBeFocused();
    await expect(page.getByText('The device wants to know who asks')).toBeVisible();
    await giveAccount(page, { username: recorder.username, password: 'wrong' });
    await expect(page.getByText('The device refused this account')).toBeVisible();
    await expect(
      page.getByText(
        'Type both again with care: some devices lock the account after a few wrong tries.',
        { exact: true },
      ),
    ).toBeVisible();
    await expect(page.getByLabel('User name', { exact: true })).toHaveValue(recorder.username);

    await giveAccount(page, recorder);
    await expect(page.getByText(/8 cameras found/)).toBeVisible();
    await expect(rung(page, 'List the cameras')).toContainText('8 channels');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expectMoving(page, await foundCameras(page, paintedByRecorder), 30_000);
    await page.getByLabel('Name of camera 2').fill('Entrance hall');
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByLabel('Name of the device').fill('Riverside');
    await page.getByRole('button', { name: 'Save device' }).click();
    await expect(page.getByRole('heading', { name: 'Riverside is ready' })).toBeVisible();
    await showOnWall(page, paintedByRecorder);
    await expect(page.getByRole('treeitem', { name: /Entrance hall/ })).toBeVisible();
  });

  test('a camera by an address that holds its account', async ({ page, site, empty }) => {
    const { host, username, password } = deviceOf(site.value.devices, 'Roof');
    await openWizard(page, empty);
    const pasted = `http://${username}:${encodeURIComponent(password)}@${host}/`;
    await check(page, pasted);
    await expect(page.getByRole('heading', { name: 'Why IPCAM' })).toBeVisible();
    await expect(page.getByRole('heading', { name: `Checking http://${host}/` })).toBeVisible();
    await expect(page.getByText(password)).toHaveCount(0);
    await saveFound(page, { name: 'Roof of the mill', painted: [11] });
    await showOnWall(page, [11]);
  });

  test('an address is known already', async ({ page, product, site }) => {
    const { host, username, password } = deviceOf(site.value.devices, 'Roof');
    await openWizard(page, product);
    await check(page, `http://${username}:${password}@${host}`);
    await expect(page.getByText('This address is already in the list as “Roof”.')).toBeVisible();
    await page.goto('about:blank');
  });
});

test.describe('what is wrong gets its words', { tag: '@live' }, () => {
  const closedPort = async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return port;
  };

  test('a wrong port, and Back keeps what was typed', async ({ page, empty }) => {
    const address = `127.0.0.1:${await closedPort()}`;
    await openWizard(page, empty);
    await check(page, address);
    await expect(page.getByText('The device turned the connection away.')).not.toHaveCount(0);
    await expect(
      page.getByText(
        'Check the port number, and that the web service of the device is switched on.',
        { exact: true },
      ),
    ).toBeVisible();
    await expect(rung(page, 'Connect')).toContainText('failed');
    await page.getByRole('button', { name: 'Change the address' }).click();
    await expect(page.getByLabel('Address', { exact: true })).toHaveValue(address);
  });

  test('a name that nobody knows', async ({ page, empty }) => {
    await openWizard(page, empty);
    await check(page, 'no-such-recorder.invalid');
    await expect(page.getByText('Nobody on the network knows this name.')).not.toHaveCount(0);
    await expect(
      page.getByText('Check the spelling, or enter the IP address instead.', { exact: true }),
    ).toBeVisible();
    await expect(rung(page, 'Look up the name')).toContainText('failed');
  });

  test('a web page where a stream should be', async ({ page, empty }) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end('<!doctype html><title>Printer</title><h1>Printer ready</h1>');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await openWizard(page, empty);
    await check(page, `http://127.0.0.1:${port}`);
    await expect(
      page.getByText('Something answers here, but no protocol that we know.'),
    ).not.toHaveCount(0);
    await page.getByRole('button', { name: 'Change the address' }).click();
    await check(page, `http://127.0.0.1:${port}/video.mjpg`);
    await expect(
      page.getByText('A web page came back where a picture was expected.'),
    ).not.toHaveCount(0);
    await expect(
      page.getByText('Check the path: enter the address of the stream, not of its page.', {
        exact: true,
      }),
    ).toBeVisible();
    server.closeAllConnections();
    server.close();
  });

  for (const { fault, what, todo } of [
    {
      fault: 'html-instead-of-picture',
      what: 'A web page came back where a picture was expected.',
      todo: 'Check the path: enter the address of the stream, not of its page.',
    },
    {
      fault: 'endless-body',
      what: 'The answer is larger than any camera has reason to send.',
      todo: 'Check the path, or lower the picture size on the device.',
    },
  ]) {
    test(`a camera with the fault ${fault}`, async ({ page, site, empty }) => {
      const { name, host, username, password } = deviceOf(site.value.devices, 'Workshop');
      await site.fault({ device: name, fault });
      try {
        await openWizard(page, empty);
        await check(page, `http://${username}:${password}@${host}`);
        const picture = rung(page, 'Fetch a live picture');
        await expect(picture).toContainText(what);
        await expect(picture).toContainText(todo);
      } finally {
        await site.fault({ device: name, fault: 'none' });
      }
    });
  }

  test('stopping in the middle leaves nothing behind', async ({ page, empty }) => {
    let hungUp = 0;
    const silent = createServer((request) => request.socket.once('close', () => (hungUp += 1)));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await openWizard(page, empty);
    await check(page, `127.0.0.1:${port}`);
    await expect(rung(page, 'Get a first answer')).toContainText('running');
    await page.getByRole('button', { name: 'Stop the check' }).click();
    await expect(page.getByText('The check was stopped.')).toBeVisible();
    await expect.poll(() => hungUp).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(page.getByText('No cameras yet')).toBeVisible();
    const { devices } = await (await empty.ask('/api/devices')).json();
    expect(devices).toEqual([]);
    expect(await new Promise((resolve) => silent.getConnections((_, open) => resolve(open)))).toBe(
      0,
    );
    silent.close();
  });
});

test.describe('a device that is there', { tag: '@live' }, () => {
  let known: Product;
  test.beforeEach(async ({ site }) => {
    const kept = ['Canteen', 'Yard'];
    known = await runProduct(site.value.devices.filter(({ name }) => kept.includes(name)));
  });
  test.afterEach(async ({ page }) => {
    await page.close();
    await known.stop();
  });

  test('gets a wrong password, then the right one, is tested and removed', async ({
    page,
    site,
  }) => {
    const { password } = deviceOf(site.value.devices, 'Canteen');
    await readyCameras(known, 2);
    await enter(page.context(), known);
    await page.goto(`${known.origin}/devices`);
    await page.getByRole('link', { name: 'Canteen' }).click();
    await expect(page.getByText('Online', { exact: true })).toBeVisible();

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(page.getByLabel('New password', { exact: true })).toHaveValue('');
    await page.getByLabel('New password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const test = page.getByRole('dialog', { name: 'Test of Canteen' });
    await expect(test).toContainText('The device refused this user name or password');
    await test.getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByText('Login refused')).not.toHaveCount(0);

    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('New password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(test.getByText('Everything works.')).toBeVisible();
    await test.getByRole('button', { name: 'Close' }).last().click();
    await expect(page.getByText('Online', { exact: true })).toBeVisible();
    await expectMoving(page, await foundCameras(page, [13]));

    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(test.getByText('Everything works.')).toBeVisible();
    await test.getByRole('button', { name: 'Close' }).last().click();

    await page.goto(known.origin);
    await expect(page).toHaveURL(/\/live\//);
    const wall = page.url();
    await expect(page.getByRole('grid').locator('[data-camera]')).toHaveCount(2);
    await page.getByRole('link', { name: 'Devices', exact: true }).click();
    await page.getByRole('link', { name: 'Canteen' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    const warning = page.getByRole('alertdialog').or(page.getByRole('dialog'));
    await expect(warning).toContainText('1 camera will no longer be shown.');
    await warning.getByRole('button', { name: 'Remove device' }).click();
    await expect(page.getByRole('link', { name: 'Yard' })).toBeVisible();
    await page.goto(wall);
    await expect(page.getByRole('gridcell', { name: 'Tile 1, camera removed' })).toBeVisible();
  });
});
