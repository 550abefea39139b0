import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from '@playwright/test';
import { type Product, type RunningSite, runProduct, runSite } from '../scripts/run-product.ts';
import type { ConsoleCall, ConsoleReply } from '../src/api/console.ts';
import { routes } from '../src/api/routes.ts';
import { catalogue, protocolById } from '../src/protocols/catalogue.ts';
import type { Endpoint } from '../src/protocols/protocol.ts';
import { readWatermark } from '../src/simulated-devices/watermark.ts';
import {
  type AskRow,
  bareAddress,
  type ConsoleCase,
  consoleCases,
  type Expected,
  refusedCases,
} from './support/console-cases.ts';
import {
  chooseEndpoint,
  deviceNamed,
  fieldNamed,
  fillIn,
  openConsole,
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

function casesOf(device: string): readonly ConsoleCase[] {
  return consoleCases.filter((one) => one.device === device);
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
  } else if ('lines' in expected) {
    const text = (await decoded.locator('pre').textContent()) ?? '';
    expect(text.trim().split('\n')).toEqual(expected.lines);
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
    return product.ask(routes.endpoint(id, endpoint), {
      method: 'POST',
      body: JSON.stringify({ query }),
    });
  }

  for (const device of new Set(consoleCases.map((one) => one.device))) {
    test(`shows each kind of reply of ${device}`, async ({ page }) => {
      const ask: AskRow = async (id, query) =>
        ((await (await post(device, id, query)).json()) as ConsoleReply).raw ?? '';
      await openConsole(page, product, device);
      for (const { protocol, endpoint, fill = {}, expected } of casesOf(device)) {
        await test.step(`${rowOf(protocol, endpoint).reply} by ${endpoint}`, async () => {
          const values = typeof fill === 'function' ? await fill(ask) : fill;
          await chooseEndpoint(page, endpoint);
          await fillIn(page, values);
          const before = await deviceLog(site, device);
          await runButton(page).click();
          await expectReply(page, expected);
          if (!('problem' in expected)) return;
          const since = (await deviceLog(site, device)).slice(before.length);
          const asked = since.filter((line) => line.startsWith(expected.request));
          expect(asked).toHaveLength(expected.asked ?? 1);
        });
      }
    });
  }

  for (const refused of refusedCases) {
    test(`refuses what is out of range before ${refused.device} hears of it`, async ({ page }) => {
      const { protocol, device, endpoint, fill, field, range, outside, inside } = refused;
      const [minimum, maximum] = range;
      const name = field.charAt(0).toUpperCase() + field.slice(1);
      const words = `${name} takes ${minimum} to ${maximum}.`;
      const { path } = rowOf(protocol, endpoint);
      // The product asks by the same path what a camera can do, whenever it looks after it.
      const asked = async () =>
        (await deviceLog(site, device)).filter(
          (line) => line.startsWith(`GET ${path}?`) && line.includes(`${field}=`),
        );
      const before = await asked();
      await openEndpoint(page, product, device, endpoint);
      await fillIn(page, { ...fill, [field]: String(outside) });
      await runButton(page).click();
      await expect(page.getByText(words, { exact: true })).toBeVisible();
      await expect(fieldNamed(page, field)).toHaveValue(String(outside));
      await expect(replyOf(page)).toHaveCount(0);
      expect(await asked()).toEqual(before);

      await fillIn(page, { [field]: String(inside) });
      const sent = page.waitForRequest((request) => request.method() === 'POST');
      await runButton(page).click();
      const { query } = (await sent).postDataJSON() as ConsoleCall;
      await expect(replyOf(page)).toContainText(/Status 20[04]/);
      await expect(page.getByText(words, { exact: true })).toHaveCount(0);
      const after = await asked();
      expect(after).toHaveLength(before.length + 1);
      expect(after.at(-1)).toContain(`${field}=${inside}`);

      // Whoever goes round the page is held to the same range.
      const direct = await post(device, endpoint, { ...query, [field]: outside });
      expect(direct.status).toBe(400);
      expect(await direct.json()).toMatchObject({ detail: field, rule: { minimum, maximum } });
      expect(await asked()).toEqual(after);
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
