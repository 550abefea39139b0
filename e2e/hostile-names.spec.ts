import type { BrowserContext, Page } from '@playwright/test';
import { type Product, type RunningSite, runProduct, runSite } from '../scripts/run-product.ts';
import { routes } from '../src/api/routes.ts';
import { hostileWords } from '../src/simulated-devices/http/hostile-words.ts';
import { openEndpoint, replyOf, runButton } from './support/console-page.ts';
import { enterOnce } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { readyCameras } from './support/wall.ts';
import { check, giveAccount, openWizard } from './support/wizard.ts';

const rounds = [0, 23] as const;
/** Each round names cameras and groups by its own half of all words. */
const shares = [hostileWords.slice(0, 30), hostileWords.slice(30)] as const;
/** No more than the site has cameras. */
const batch = 20;
/** Of a desk and of a phone; each screen is looked at in both. */
const sizes = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

/** One reply of each kind of device that is full of its own words. */
const wordy: Readonly<Record<string, { endpoint: string; reply: RegExp }>> = {
  tsapi: { endpoint: 'enum.channel', reply: /Status 200/ },
  ipcam: { endpoint: 'status.read', reply: /Status 200/ },
  securityspy: { endpoint: 'system.info', reply: /Status 200/ },
  'securityspy-legacy': { endpoint: 'script.list', reply: /Status 200/ },
  ipcamera: { endpoint: 'parameters.list', reply: /Status 200/ },
};

/** What a hostile text made happen; all of it stays empty. */
class Harm {
  readonly seen: string[] = [];

  /** Listens before a page runs anything of its own. */
  async listen(context: BrowserContext): Promise<void> {
    await context.exposeFunction('__report', (what: string) => this.seen.push(what));
    await context.addInitScript(() => {
      const report = (window as unknown as { __report: (what: string) => void }).__report;
      Object.assign(window, { __hit: () => report('a script of a device ran') });
      document.addEventListener('securitypolicyviolation', (event) =>
        report(`refused by the policy: ${event.violatedDirective}`),
      );
    });
    context.on('dialog', (dialog) => {
      this.seen.push(`dialog: ${dialog.type()}`);
      void dialog.dismiss();
    });
    context.on('page', (page) => {
      page.on('popup', () => this.seen.push('a window was opened'));
      page.on('framenavigated', (frame) => {
        if (!/^(?:http:\/\/127\.0\.0\.1|about:blank)/.test(frame.url())) {
          this.seen.push('a frame was led away');
        }
      });
    });
  }
}

async function overflow(page: Page, screen: string): Promise<string[]> {
  const [wide, room] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  return wide > room ? [`${screen}: ${wide} px in ${room}`] : [];
}

/** Puts the pointer and the focus on everything that a screen names, as a person would. */
async function touch(page: Page): Promise<void> {
  await page.mouse.move(200, 200);
  await page.mouse.move(220, 320, { steps: 4 });
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('Tab');
}

/** @returns what overflows */
async function lookOnce(page: Page, screen: string): Promise<string[]> {
  await touch(page);
  return overflow(page, screen);
}

/** The page stands at the first size again afterwards. */
async function lookInBothSizes(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    faults.push(...(await lookOnce(page, screen)));
  }
  await page.setViewportSize(sizes[0]);
  return faults;
}

for (const [index, round] of rounds.entries()) {
  const share = shares[index] ?? [];
  test.describe(`devices that call themselves by attacks, round ${round}`, {
    tag: '@trust',
  }, () => {
    test.use({ actionTimeout: 15_000 });
    let site: RunningSite;
    let product: Product;

    test.beforeAll(async () => {
      test.setTimeout(120_000);
      site = await runSite(true, { WATCHFLOOR_SITE_WORDS: String(round) });
      const named = site.value.devices.map((device, index) => ({
        ...device,
        name: hostileWords[(round + index * 7) % hostileWords.length] ?? device.name,
      }));
      product = await runProduct(named);
      await readyCameras(product, 20);
    });
    test.afterAll(async () => {
      await product?.stop();
      await site?.stop();
    });

    test('run nothing and break no screen', async ({ page, context }) => {
      test.setTimeout(180_000);
      const harm = new Harm();
      await harm.listen(context);
      await enterOnce(context, product);
      const faults: string[] = [];
      const look = async (screen: string) => {
        faults.push(...(await lookInBothSizes(page, screen)));
      };

      await page.goto(product.origin);
      await expect(page.locator('[data-camera]').first()).toBeVisible();
      await look('wall');
      const { cameras } = (await (await product.ask(routes.cameras)).json()) as {
        cameras: { id: string }[];
      };
      expect(cameras.length).toBeGreaterThanOrEqual(20);
      for (const { id } of cameras.filter((_, index) => index % 5 === round % 5)) {
        await page.goto(`${product.origin}/cam/${id}`);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await look('focus');
      }
      await page.goto(`${product.origin}/devices`);
      await expect(page.getByRole('link', { name: /.+/ }).first()).toBeVisible();
      await look('devices');
      const { devices } = (await (await product.ask(routes.devices)).json()) as {
        devices: { id: string; name: string; protocolId: string }[];
      };
      expect(devices).toHaveLength(site.value.devices.length);
      for (const protocol of Object.keys(wordy)) {
        const device = devices.find(({ protocolId }) => protocolId === protocol);
        await page.goto(`${product.origin}/devices/${device?.id}`);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await look(`device of ${protocol}`);
        const { endpoint = '', reply = /^/ } = wordy[protocol] ?? {};
        // The console of a phone is another one: it is opened in each size anew.
        for (const size of sizes) {
          await page.setViewportSize(size);
          await openEndpoint(page, product, device?.name ?? '', endpoint);
          await runButton(page).click();
          await expect(replyOf(page)).toContainText(reply);
          faults.push(...(await lookOnce(page, `console of ${protocol}`)));
          await replyOf(page).getByRole('tab', { name: 'Raw' }).click();
          faults.push(...(await lookOnce(page, `raw reply of ${protocol}`)));
          await replyOf(page).getByRole('tab', { name: 'Record' }).click();
          faults.push(...(await lookOnce(page, `record of ${protocol}`)));
        }
        await page.setViewportSize(sizes[0]);
      }
      const recorder = site.value.devices.find(({ protocol }) => protocol === 'tsapi');
      await openWizard(page, product);
      await check(page, recorder?.origin ?? '');
      await giveAccount(page, {
        username: recorder?.username ?? '',
        password: recorder?.password ?? '',
      });
      await expect(page.getByText(/cameras found/)).toBeVisible();
      await look('wizard: check');
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible();
      await look('wizard: found');
      expect(harm.seen).toEqual([]);
      expect(faults).toEqual([]);
    });

    test('each of thirty, as the name of a camera and of a group, is shown as it is written', async ({
      page,
      context,
    }) => {
      test.setTimeout(120_000);
      const harm = new Harm();
      await harm.listen(context);
      await enterOnce(context, product);
      const faults: string[] = [];
      const shown = new Set<string>();
      for (let first = 0; first < share.length; first += batch) {
        const words = share.slice(first, first + batch).map((word) => word.slice(0, 64));
        await nameCameras(product, words);
        for (const name of words) {
          const body = JSON.stringify({ name, cameraIds: [] });
          expect((await product.ask(routes.cameraGroups, { method: 'POST', body })).status).toBe(
            201,
          );
        }
        for (const place of ['/', '/devices', '/people?tab=groups', '/audit']) {
          await page.goto(`${product.origin}${place}`);
          await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
          faults.push(...(await lookOnce(page, place)));
        }
        await page.goto(`${product.origin}/people?tab=groups`);
        for (const word of words) {
          await expect.poll(() => textOf(page), word).toContain(squeezed(word));
          shown.add(word);
        }
      }
      expect(shown.size).toBe(share.length);
      expect(harm.seen).toEqual([]);
      expect(faults).toEqual([]);
    });
  });
}

/** Gives the first cameras these names, as an administrator may. */
async function nameCameras(product: Product, words: readonly string[]): Promise<void> {
  const left = [...words];
  const { devices } = (await (await product.ask(routes.devices)).json()) as {
    devices: { id: string; cameras: { id: string; enabled: boolean }[] }[];
  };
  for (const { id, cameras } of devices) {
    const named = cameras.slice(0, left.length).map((camera) => ({
      id: camera.id,
      enabled: camera.enabled,
      name: left.shift() ?? '',
    }));
    const body = JSON.stringify({ cameras: named });
    expect((await product.ask(routes.device(id), { method: 'PATCH', body })).status).toBe(200);
  }
  expect(left).toEqual([]);
}

/** Without white space, which a page shows as it likes. */
function squeezed(text: string): string {
  return text.replace(/\s/g, '');
}

async function textOf(page: Page): Promise<string> {
  return squeezed((await page.locator('body').textContent()) ?? '');
}

test('sixty words are as hostile as they look', { tag: '@trust' }, async ({ page, context }) => {
  expect(new Set(shares.flat()).size).toBe(60);
  const harm = new Harm();
  await harm.listen(context);
  // Where somebody does take them for markup, some of them run: the listener is not deaf.
  await page.goto('about:blank');
  await page.evaluate(
    (words) => {
      document.body.innerHTML = words.join('\n');
    },
    hostileWords.filter((word) => word.startsWith('<img')),
  );
  await expect.poll(() => harm.seen.length).toBeGreaterThan(0);
});
