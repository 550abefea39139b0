import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { type Product, type RunningSite, runProduct, runSite } from '../scripts/run-product.ts';
import type { ConsoleReply } from '../src/api/console.ts';
import { guardHeader, routes } from '../src/api/routes.ts';
import { catalogue, protocolById } from '../src/protocols/catalogue.ts';
import type { Endpoint } from '../src/protocols/protocol.ts';
import { readWatermark } from '../src/simulated-devices/watermark.ts';
import {
  type AskRow,
  bareAddress,
  consoleCases,
  type Expected,
  refusedCases,
} from './support/console-cases.ts';
import {
  deviceNamed,
  fieldNamed,
  fillIn,
  openEndpoint,
  replyOf,
  runButton,
} from './support/console-page.ts';
import { deviceLog } from './support/site-log.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';

/** The cameras of the whole site, and one of them once more by its address. */
const everyCamera = 24;

function rowOf(protocol: string, id: string): Endpoint {
  const found = protocolById(protocol)?.endpoints.find((endpoint) => endpoint.id === id);
  if (found === undefined) throw new Error(`${protocol} has no ${id}`);
  return found;
}

/** The number that the camera painted into the picture of the reply. */
async function paintedIn(page: Page): Promise<number | undefined> {
  const picture = replyOf(page).getByRole('img', { name: 'The picture in the reply' });
  await expect(picture).toBeVisible();
  const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBeGreaterThan(100);
  const source = (await picture.getAttribute('src')) ?? '';
  const image = await loadImage(Buffer.from(source.split(',')[1] ?? '', 'base64'));
  const brush = createCanvas(image.width, image.height).getContext('2d');
  brush.drawImage(image, 0, 0);
  const { data } = brush.getImageData(0, 0, image.width, image.height);
  return readWatermark(data, image.width, image.height)?.camera;
}

async function expectReply(page: Page, expected: Expected): Promise<void> {
  const reply = replyOf(page);
  const decoded = reply.getByRole('tabpanel');
  if ('problem' in expected) {
    await expect(reply).toContainText(expected.problem);
    return;
  }
  await expect(reply).toContainText('Status 200');
  if ('texts' in expected) {
    for (const text of expected.texts) await expect(decoded).toContainText(text);
  } else if ('row' in expected) {
    const [name, value] = expected.row;
    await expect(decoded.getByRole('row', { name: `${name} ${value}`, exact: true })).toBeVisible();
  } else if ('painted' in expected) {
    expect(await paintedIn(page)).toBe(expected.painted);
  } else {
    await expect(decoded).toHaveText(expected.bytes);
    await reply.getByRole('tab', { name: 'Raw' }).click();
    const firstLine = (await reply.getByRole('tabpanel').locator('pre').textContent())?.split('\n');
    expect(firstLine?.[0]).toContain(expected.hex);
  }
}

test.describe('the endpoint console of every make', { tag: '@protocols' }, () => {
  let site: RunningSite;
  let product: Product;

  test.beforeAll(async () => {
    site = await runSite(true);
    const roof = site.value.devices.find(({ name }) => name === 'Roof');
    if (roof === undefined) throw new Error('no Roof');
    const byAddress = {
      ...roof,
      name: bareAddress,
      protocol: 'plain-stream',
      entryTarget: '/videostream.cgi',
    };
    product = await runProduct([...site.value.devices, byAddress]);
    await readyCameras(product, everyCamera);
  });

  test.afterAll(async () => {
    await product.stop();
    await site.stop();
  });

  async function post(device: string, endpoint: string, query: object): Promise<Response> {
    const { id } = await deviceNamed(product, device);
    return fetch(`${product.origin}${routes.endpoint(id, endpoint)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [guardHeader]: '1', origin: product.origin },
      body: JSON.stringify({ query }),
    });
  }

  for (const { protocol, device, endpoint, fill = {}, expected } of consoleCases) {
    test(`shows ${rowOf(protocol, endpoint).reply} of ${device} by ${endpoint}`, async ({
      page,
    }) => {
      const ask: AskRow = async (id, query) =>
        ((await (await post(device, id, query)).json()) as ConsoleReply).raw ?? '';
      const values = typeof fill === 'function' ? await fill(ask) : fill;
      await openEndpoint(page, product, device, endpoint);
      await fillIn(page, values);
      const before = await deviceLog(site, device);
      await runButton(page).click();
      await expectReply(page, expected);
      if (!('problem' in expected)) return;
      const since = (await deviceLog(site, device)).slice(before.length);
      expect(
        since.some((line) => line.startsWith(expected.request)),
        since.join('\n'),
      ).toBe(true);
    });
  }

  for (const { protocol, device, endpoint, ...refused } of refusedCases) {
    test(`refuses what is out of range before ${device} hears of it`, async ({ page }) => {
      const { path, query } = rowOf(protocol, endpoint);
      const { fill, field, outside, inside, words } = refused;
      const asked = async () =>
        (await deviceLog(site, device)).filter((line) => line.startsWith(`GET ${path}?`));
      const before = await asked();
      await openEndpoint(page, product, device, endpoint);
      await fillIn(page, { ...fill, [field]: String(outside) });
      await runButton(page).click();
      await expect(page.getByText(words)).toBeVisible();
      await expect(fieldNamed(page, field)).toHaveValue(String(outside));
      await expect(replyOf(page)).toHaveCount(0);

      // Whoever goes round the page is held to the same range.
      const direct = await post(device, endpoint, { ...query.shape, ...fill, [field]: outside });
      expect(direct.status).toBe(400);
      expect(await asked()).toEqual(before);

      await fillIn(page, { [field]: String(inside) });
      await runButton(page).click();
      await expect(replyOf(page)).toContainText(/Status 20[04]/);
      await expect(page.getByText(words)).toHaveCount(0);
      const since = (await asked()).slice(before.length);
      expect(since).toHaveLength(1);
      expect(since[0]).toContain(`${field}=${inside}`);
    });
  }
});

test('the console is tried with every kind of reply of every protocol', {
  tag: '@protocols',
}, () => {
  for (const { id, endpoints } of catalogue) {
    const documented = new Set(endpoints.map(({ reply }) => reply));
    const cases = consoleCases.filter(({ protocol }) => protocol === id);
    const tried = new Set(cases.map(({ endpoint }) => rowOf(id, endpoint).reply));
    expect([...tried].sort(), id).toEqual([...documented].sort());
    expect(
      cases.map(({ endpoint }) => rowOf(id, endpoint).danger),
      id,
    ).not.toContain('destructive');
  }
});
