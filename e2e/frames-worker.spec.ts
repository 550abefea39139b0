import type { Page } from '@playwright/test';
import { expectMoving, watched } from './support/motion.ts';
import { expect, test } from './support/test.ts';
import { cameraNamed, openWall, readyCameras, saveWall } from './support/wall.ts';

const stoppedWords = 'The part of this page that draws the pictures has stopped.';

test.describe('a worker that draws the pictures', { tag: ['@live', '@alone'] }, () => {
  test.use({
    viewport: { width: 1280, height: 1000 },
    // The exception that a test throws in it.
    allowedFaults: [/thrown by the test/],
  });

  const faults = [
    {
      name: 'an exception',
      // It is back before the last picture is too old to be called live.
      said: 0,
      strike: (page: Page) =>
        worker(page).evaluate(() => {
          setTimeout(() => {
            throw new TypeError('thrown by the test');
          });
        }),
    },
    {
      name: 'a loop without end, and the tiles say so meanwhile',
      said: 2,
      strike: (page: Page) =>
        worker(page).evaluate(() => {
          setTimeout(() => {
            for (;;);
          });
        }),
    },
  ];

  for (const { name, strike, said } of faults) {
    test(`is started anew after ${name}`, async ({ page, product }) => {
      const cameras = await readyCameras(product);
      const shown = ['Main gate', 'Roof'].map((one) => cameraNamed(cameras, one));
      const viewId = await saveWall(product, { name: 'Drawing', layout: '4', cameras: shown });
      await openWall(page, product, viewId);
      await expectMoving(page, shown.map(watched));
      const first = worker(page);
      await noteWords(page);
      await strike(page);
      await expect.poll(() => page.workers().includes(first)).toBe(false);
      await expectMoving(page, shown.map(watched), 10_000);
      await expect(page.getByText(stoppedWords)).toHaveCount(0);
      expect(await mostNoted(page), 'tiles that said so').toBeGreaterThanOrEqual(said);
    });
  }
});

/** Counts on how many tiles the words stand at once: a new worker takes them away in a moment. */
async function noteWords(page: Page): Promise<void> {
  await page.evaluate((words) => {
    const { dataset } = document.documentElement;
    const note = () => {
      const text = document.body.textContent ?? '';
      const most = Math.max(Number(dataset.most ?? 0), text.split(words).length - 1);
      dataset.most = String(most);
    };
    new MutationObserver(note).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  }, stoppedWords);
}

async function mostNoted(page: Page): Promise<number> {
  return Number(await page.evaluate(() => document.documentElement.dataset.most ?? '0'));
}

function worker(page: Page) {
  const [found] = page.workers();
  if (found === undefined) throw new Error('the window has no worker');
  return found;
}
