import { writeFile } from 'node:fs/promises';
import { expectMoving, watched } from './support/motion.ts';
import { expect, test } from './support/test.ts';
import { readyCameras, timeCalls } from './support/wall.ts';

test.describe('the wall that opens first', { tag: ['@live', '@alone'] }, () => {
  test('shows twelve cameras, each moving in its own tile and of now', async ({
    page,
    product,
  }) => {
    const cameras = await readyCameras(product);
    await page.goto(product.origin);
    await expect(page).toHaveURL(/\/live\/[\w-]+/);
    await expect(page.locator('[data-camera]')).toHaveCount(12);
    const all = cameras.map(watched);
    expect(new Set(all.map(({ painted }) => painted)).size).toBe(12);
    await expectMoving(page, all);

    const shown = await page
      .locator('[data-camera]')
      .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-player')));
    expect(shown.filter((player) => player === 'webcodecs')).toHaveLength(8);
    expect(shown.filter((player) => player === 'frames')).toHaveLength(4);

    const times = await timeCalls(page, 60);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(300);
    await expectMoving(page, all);
  });

  test('comes in a third of its bytes', async ({ product }) => {
    const page = await (await fetch(product.origin)).text();
    const [, script = ''] = /<script type="module"[^>]* src="([^"]+)"/.exec(page) ?? [];
    const [plain, small] = await Promise.all(
      ['identity', 'br'].map((encoding) =>
        fetch(product.origin + script, { headers: { 'accept-encoding': encoding } }),
      ),
    );
    const length = (reply?: Response) => Number(reply?.headers.get('content-length'));
    expect(length(plain)).toBeGreaterThan(100_000);
    expect(length(small)).toBeLessThan(length(plain) / 3);
  });

  test('looks as the documentation shows it', async ({ page, product }) => {
    const cameras = await readyCameras(product);
    await page.goto(product.origin);
    await expectMoving(page, cameras.map(watched));
    await expect(page.getByRole('treeitem', { level: 2 })).toHaveCount(12);
    const picture = await page.screenshot({ type: 'png', animations: 'allow' });
    expect(picture.length).toBeLessThan(600_000);
    const file = process.env.WATCHFLOOR_UPDATE_DOCS === '1' ? 'docs/live-wall.png' : null;
    await (file === null ? Promise.resolve() : writeFile(file, picture));
  });
});
