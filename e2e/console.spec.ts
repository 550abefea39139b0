import type { ConsoleReply } from '../src/api/console.ts';
import { routes } from '../src/api/routes.ts';
import { canaryWatch } from './support/canary-watch.ts';
import {
  deviceNamed,
  openEndpoint,
  replyOf as reply,
  runButton as run,
} from './support/console-page.ts';
import { lookFrom, screenSeats } from './support/screen-sizes.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

test.beforeEach(async ({ product }) => {
  await readyCameras(product);
});

const recorder = 'Riverside recorder';
const camera = 'Roof';

test.describe('the endpoint console', { tag: '@protocols' }, () => {
  test('finds an endpoint by keyboard, runs it and shows JSON', async ({ page, product }) => {
    const device = await deviceNamed(product, recorder);
    await page.goto(`${product.origin}/devices/${device.id}`);
    await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
    await expect(page.getByText('72 of 72 endpoints')).toBeVisible();
    await page.keyboard.press('/');
    await expect(page.getByLabel('Find an endpoint')).toBeFocused();
    await page.keyboard.type('enum channel');
    await expect(page).toHaveURL(/q=enum/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/endpoint=enum\.channel/);
    await run(page).click();
    await expect(reply(page)).toContainText('Status 200');
    await expect(reply(page).getByRole('tabpanel')).toContainText('Main gate');
    await reply(page).getByRole('tab', { name: 'Raw' }).click();
    await expect(reply(page).getByRole('tabpanel')).toContainText('"Main gate"');
    await reply(page).getByRole('tab', { name: 'Record' }).click();
    await expect(reply(page).getByRole('tabpanel')).toContainText('tsapi.enum.channel');
  });

  test('shows what a stream of the recorder begins with', async ({ page, product }) => {
    await openEndpoint(page, product, recorder, 'stream.hls');
    await page.getByLabel('application').selectOption('hls');
    await page.getByLabel('stream').fill('ch1main');
    await run(page).click();
    await expect(reply(page)).toContainText('Status 200');
    await expect(reply(page).getByRole('tabpanel')).toContainText('#EXTM3U');
  });

  test('shows variables, and their secrets only when asked', async ({ page, product, site }) => {
    const secret = site.value.devices.find(({ name }) => name === camera)?.password ?? '';
    expect(secret).not.toBe('');
    await openEndpoint(page, product, camera, 'settings.read');
    await run(page).click();
    await expect(reply(page).getByRole('row', { name: /^user1_name/ })).toBeVisible();
    await expect(page.getByText('Secrets in this reply are hidden.')).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    canaryWatch.revealing = true;
    await page.getByRole('button', { name: 'Show secrets' }).click();
    await expect(page.getByText('Secrets are shown.')).toBeVisible();
    await expect(reply(page).getByRole('row', { name: /^user1_pwd/ })).not.toContainText('••••');
    await reply(page).getByRole('tab', { name: 'Record' }).click();
    await expect(reply(page)).toContainText('Secrets were shown');
    await page.reload();
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expect(reply(page)).toHaveCount(0);
  });

  test('shows a picture, and the first picture of a stream', async ({ page, product }) => {
    for (const endpoint of ['picture.snapshot', 'picture.mjpeg']) {
      await openEndpoint(page, product, camera, endpoint);
      await run(page).click();
      const picture = reply(page).getByRole('img', { name: 'The picture in the reply' });
      await expect(picture).toBeVisible();
      const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
      await expect.poll(width).toBeGreaterThan(100);
      await reply(page).getByRole('tab', { name: 'Raw' }).click();
      await expect(reply(page).getByRole('tabpanel')).toContainText('0000  ');
    }
  });

  test('refuses a value out of its range, here and in the proxy', async ({ page, product }) => {
    const device = await deviceNamed(product, camera);
    const sent: string[] = [];
    const isCall = (url: string) => url.includes('/endpoints/');
    page.on('request', (request) => {
      if (isCall(request.url())) sent.push(`${request.method()} ${request.url()}`);
    });
    await openEndpoint(page, product, camera, 'camera.brightness');
    await page.getByLabel('value').fill('256');
    await run(page).click();
    await expect(page.getByText('Value takes 0 to 255.')).toBeVisible();
    await expect(page.getByLabel('value')).toBeFocused();
    await expect(page.getByLabel('value')).toHaveValue('256');
    expect(sent.filter((one) => one.startsWith('POST'))).toEqual([]);

    const direct = await product.ask(routes.endpoint(device.id, 'camera.brightness'), {
      method: 'POST',
      body: JSON.stringify({ query: { param: 1, value: 256 } }),
    });
    expect(direct.status).toBe(400);
    expect(await direct.json()).toMatchObject({ detail: 'value', rule: { maximum: 255 } });

    await page.getByLabel('value').fill('120');
    const answered = page.waitForResponse((one) => isCall(one.url()));
    await run(page).click();
    const { audit } = (await (await answered).json()) as ConsoleReply;
    expect(audit).toMatchObject({ outcome: 'answered', parameters: { param: '1', value: '120' } });
    await expect(page.getByText('Value takes 0 to 255.')).toHaveCount(0);
  });

  test('asks before it acts, and for the name before it destroys', async ({ page, product }) => {
    await openEndpoint(page, product, camera, 'decoder.output');
    await page.getByLabel('command').selectOption('94');
    await run(page).click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText('It interrupts or acts at the site.');
    await dialog.getByRole('button', { name: 'Run it' }).click();
    await expect(reply(page)).toBeVisible();

    await openEndpoint(page, product, camera, 'device.restore-factory');
    await run(page).click();
    const destroy = page.getByRole('dialog', { name: `Run this on ${camera}?` });
    const go = destroy.getByRole('button', { name: 'Run it' });
    await expect(go).toBeDisabled();
    await destroy.getByRole('textbox').fill('roof');
    await expect(go).toBeDisabled();
    await destroy.getByRole('textbox').fill(camera);
    await expect(go).toBeEnabled();
    await page.keyboard.press('Escape');
    await expect(destroy).toHaveCount(0);
    await expect(reply(page)).toHaveCount(0);
  });

  test('says that firmware is not sent from here', async ({ page, product }) => {
    await openEndpoint(page, product, camera, 'device.upgrade-firmware');
    await expect(page.getByText('Uploads are not sent from here')).toBeVisible();
    await expect(run(page)).toHaveCount(0);
  });
});

for (const place of screenSeats) {
  const { seat, hasTouch, sizes } = place;
  test.describe(`the endpoint console on a ${seat}`, { tag: '@protocols' }, () => {
    test.use({ viewport: sizes[0], hasTouch, isMobile: hasTouch });

    test('is whole and reachable', async ({ page, product }) => {
      const faults: string[] = [];
      const see = async (what: string) => {
        faults.push(...(await lookFrom(page, place, `console-${what}`)));
      };
      const { id } = await deviceNamed(product, camera);
      await page.goto(`${product.origin}/devices/${id}/endpoints`);
      await expect(page.getByText('36 of 36 endpoints')).toBeVisible();
      await see('list');
      await openEndpoint(page, product, camera, 'settings.mail');
      await run(page).click();
      await see('form');
      await openEndpoint(page, product, camera, 'settings.read');
      await run(page).click();
      await expect(reply(page).getByRole('table')).toBeVisible();
      await see('variables');
      await openEndpoint(page, product, recorder, 'enum.channel');
      await run(page).click();
      await expect(reply(page)).toBeVisible();
      await see('tree');
      await openEndpoint(page, product, camera, 'device.restore-factory');
      await run(page).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await see('destroy');
      expect(faults).toEqual([]);
    });
  });
}
