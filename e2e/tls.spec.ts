import type { CameraView } from '../src/api/camera.ts';
import { routes } from '../src/api/routes.ts';
import type { TlsView } from '../src/api/tls.ts';
import { expectMoving, watched } from './support/motion.ts';
import { runSecureProduct, type SecureProduct } from './support/secure-product.ts';
import { expect, test } from './support/test.ts';

test.describe('the product by TLS', { tag: '@trust' }, () => {
  // A browser trusts the authority of a machine once somebody tells it to; here nobody does.
  test.use({ ignoreHTTPSErrors: true, signedInAs: null });

  let secure: SecureProduct;
  test.beforeAll(async ({ site }) => {
    secure = await runSecureProduct(site.value.devices);
  });
  test.afterAll(() => secure.stop());

  test.beforeEach(({ context }) => secure.enter(context));

  test('shows twelve moving cameras, and nothing on the page comes without TLS', async ({
    page,
    context,
  }) => {
    const addresses: string[] = [];
    context.on('request', (request) => addresses.push(request.url()));
    page.on('websocket', (socket) => addresses.push(socket.url()));
    const cameras = async () => {
      const reply = await context.request.get(`${secure.origin}${routes.cameras}`);
      const { cameras } = (await reply.json()) as { cameras: CameraView[] };
      return cameras.filter(({ state, streams }) => state === 'connected' && streams.length > 0);
    };
    await expect.poll(async () => (await cameras()).length, { timeout: 40_000 }).toBe(12);

    await page.goto(secure.origin);
    await expect(page).toHaveURL(/^https:.*\/live\/[\w-]+/);
    await expect(page.locator('[data-camera]')).toHaveCount(12);
    await expectMoving(page, (await cameras()).map(watched));

    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.some((address) => address.startsWith('wss:'))).toBe(true);
    const plain = addresses.filter((address) => !/^(https|wss|blob|data):/.test(address));
    expect(plain).toEqual([]);
    expect(await page.evaluate(() => isSecureContext)).toBe(true);
  });

  test('keeps its session in a cookie that goes by TLS to this host alone', async ({
    page,
    context,
  }) => {
    const { port } = new URL(secure.origin);
    const session = (await context.cookies(secure.origin)).filter(({ name }) =>
      name.startsWith('__Host-'),
    );
    expect(session).toMatchObject([
      {
        name: `__Host-watchfloor-${port}`,
        secure: true,
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
      },
    ]);
    await page.goto(secure.origin);
    expect(await page.evaluate(() => document.cookie)).not.toContain('watchfloor');
  });

  test('shows the certificate whose fingerprint it printed', async ({ page, context }) => {
    const reply = await context.request.get(`${secure.origin}${routes.tls}`);
    const { mode, fingerprints } = (await reply.json()) as TlsView;
    expect(mode).toBe('own-authority');
    expect(secure.printed).toContain(`  SHA-256 ${fingerprints.authority}`);
    expect(secure.printed).toContain(`  SHA-256 ${fingerprints.certificate}`);
    const opened = await page.goto(secure.origin);
    const details = await opened?.securityDetails();
    expect(details?.protocol).toBe('TLS 1.3');
    expect(details?.issuer).toMatch(/^Watchfloor authority of /);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.evaluate((address) => {
        location.href = address;
      }, routes.authority),
    ]);
    expect(download.suggestedFilename()).toBe('watchfloor-authority.crt');
  });

  test('is found by whoever types its address without https', async ({ page }) => {
    await page.goto(secure.origin.replace('https:', 'http:'));
    await expect(page).toHaveURL(new RegExp(`^${secure.origin}/live`));
  });
});
