import type { CameraView } from '../src/api/camera.ts';
import { expectMoving, watched } from './support/motion.ts';
import { deviceLog } from './support/site-log.ts';
import { expect, test } from './support/test.ts';
import { cameraNamed, readyCameras, tileOf } from './support/wall.ts';

test.describe('one camera large', { tag: '@live' }, () => {
  let cameras: CameraView[];

  test.beforeEach(async ({ product }) => {
    cameras = await readyCameras(product);
  });

  test('shows the moving picture and what is known of the camera', async ({ page, product }) => {
    const roof = cameraNamed(cameras, 'Roof');
    await page.goto(`${product.origin}/cam/${roof.id}`);
    await expectMoving(page, [watched(roof)]);
    const rail = page.getByRole('complementary', { name: 'Details of Roof' });
    await expect(rail).toContainText(`Number${roof.number}`);
    await expect(rail).toContainText('Connected since');
    await expect(rail).toContainText('640 × 480');
    await expect(rail).toContainText(/Rate\d+\.\d pictures per second/);
    await expect(rail).toContainText('Pan and tilt');
    await expect(rail.getByRole('heading', { name: 'Camera settings' })).toBeVisible();
    await expect(rail).toContainText(/Brightness\d+ of \d+/);

    await page.goto(`${product.origin}/cam/${cameraNamed(cameras, 'Main gate').id}`);
    const railOfGate = page.getByRole('complementary', { name: 'Details of Main gate' });
    await expect(railOfGate).toContainText('Pan and tilt');
    await expect(railOfGate.getByRole('heading', { name: 'Camera settings' })).toHaveCount(0);
  });

  test.describe('in a window as wide and as low as twice enlarged text leaves', () => {
    test.use({ viewport: { width: 640, height: 400 } });

    test('has what controls the camera beside the picture', async ({ page, product }) => {
      await page.goto(`${product.origin}/cam/${cameraNamed(cameras, 'Roof').id}`);
      const rail = page.getByRole('complementary', { name: 'Details of Roof' });
      await expect(rail.getByText('Nobody is steering')).toBeInViewport();
      await expect(page.getByRole('button', { name: 'PTZ', exact: true })).toBeInViewport();
    });
  });

  test('plays the stream that is chosen, and keeps the choice in its address', async ({
    page,
    product,
  }) => {
    const lobby = cameraNamed(cameras, 'Lobby');
    await page.goto(`${product.origin}/cam/${lobby.id}`);
    await expectMoving(page, [watched(lobby)]);
    await expect(tileOf(page, lobby)).toHaveAttribute('data-stream', 'main-flv');
    await page.getByText('Sub-stream', { exact: true }).click();
    await expect(tileOf(page, lobby)).toHaveAttribute('data-stream', 'sub-flv');
    await expect(page).toHaveURL(/stream=sub/);
    await expectMoving(page, [watched(lobby)]);
    await expect(page.getByRole('complementary')).toContainText('640 × 360');
  });

  test('enlarges the picture without a word to the camera', async ({ page, product, site }) => {
    const yard = cameraNamed(cameras, 'Yard');
    await page.goto(`${product.origin}/cam/${yard.id}`);
    await expectMoving(page, [watched(yard)]);
    const picture = page.getByRole('region', { name: 'Live picture of Yard' });
    const before = await picture.screenshot();
    await picture.hover();
    await page.mouse.wheel(0, -600);
    await page.keyboard.press('+');
    await expect(page.getByText(/^[34]\.\d×$/)).toBeVisible();
    expect((await picture.screenshot()).equals(before)).toBe(false);
    await page.keyboard.press('0');
    await expect(page.getByText('1.0×', { exact: true })).toBeVisible();
    await expectMoving(page, [watched(yard)]);

    const log = await deviceLog(site, 'Yard');
    expect(log.filter((entry) => entry.includes('videostream.cgi'))).not.toEqual([]);
    expect(log.filter((entry) => /(?:decoder|camera)_control\.cgi/.test(entry))).toEqual([]);
  });

  test('goes to the next and the previous camera by key and by button', async ({
    page,
    product,
  }) => {
    const [first, second] = cameras as [CameraView, CameraView];
    await page.goto(`${product.origin}/cam/${first.id}`);
    await expect(page.getByRole('heading', { name: first.name })).toBeVisible();
    await page.keyboard.press('.');
    await expect(page).toHaveURL(new RegExp(`/cam/${second.id}`));
    await expectMoving(page, [watched(second)]);
    await page.keyboard.press(',');
    await expect(page).toHaveURL(new RegExp(`/cam/${first.id}`));
    await expectMoving(page, [watched(first)]);
    await page.getByRole('button', { name: 'Previous camera' }).click();
    await expect(page).toHaveURL(new RegExp(`/cam/${cameras.at(-1)?.id}`));
  });

  test('says of an unknown camera that it is gone, and leads back', async ({ page, product }) => {
    await page.goto(`${product.origin}/cam/nobody`);
    await expect(page.getByText('Camera removed or not yours')).toBeVisible();
    await page.getByRole('button', { name: 'Back to the wall' }).click();
    await expect(page).toHaveURL(/\/live\//);
    await expect(page.locator('[data-camera]')).toHaveCount(12);
  });
});
