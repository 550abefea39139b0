import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { screenFaults } from './screen-faults.ts';

/** The seats from which every screen is looked at, each with the sizes of its screens. */
export const screenSeats = [
  {
    seat: 'desk',
    hasTouch: false,
    leastTargetPx: 24,
    sizes: [
      { name: 'desk', width: 1920, height: 1080 },
      { name: 'laptop', width: 1280, height: 800 },
    ],
  },
  {
    seat: 'phone',
    hasTouch: true,
    leastTargetPx: 44,
    sizes: [{ name: 'phone', width: 390, height: 844 }],
  },
] as const;

type ScreenSeat = (typeof screenSeats)[number];

const pictures = '.cache/screens';

export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** Keeps a picture of the screen and answers what is wrong with it. */
export async function look(page: Page, name: string, leastTargetPx: number): Promise<string[]> {
  await keepPicture(page, name);
  const faults = await screenFaults(page, leastTargetPx);
  return faults.map((fault) => `${name}: ${fault}`);
}

/** The same in each size of a seat; the screen stays as it was found. */
export async function lookFrom(
  page: Page,
  { sizes, leastTargetPx }: ScreenSeat,
  name: string,
): Promise<string[]> {
  const faults: string[] = [];
  const before = page.viewportSize();
  for (const { name: size, width, height } of sizes) {
    await page.setViewportSize({ width, height });
    faults.push(...(await look(page, `${size}-${name}`, leastTargetPx)));
  }
  if (before !== null) await page.setViewportSize(before);
  return faults;
}
