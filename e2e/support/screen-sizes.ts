import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { screenFaults } from './screen-faults.ts';

/** The three seats from which every screen is looked at. */
export const screenSizes = [
  { name: 'desk', viewport: { width: 1920, height: 1080 }, hasTouch: false, leastTargetPx: 24 },
  { name: 'laptop', viewport: { width: 1280, height: 800 }, hasTouch: false, leastTargetPx: 24 },
  { name: 'phone', viewport: { width: 390, height: 844 }, hasTouch: true, leastTargetPx: 44 },
] as const;

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
