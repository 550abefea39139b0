import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumFlags } from '../scripts/chromium-flags.mjs';

export interface MeasuredBrowser {
  readonly pid: number;
  readonly open: (address: string) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

/** A browser of its own for one measurement, so that nothing of the one before is still in it. */
export async function startBrowser(): Promise<MeasuredBrowser> {
  const server = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? '',
    args: chromiumFlags,
  });
  const browser: Browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    ignoreHTTPSErrors: true,
    // A measurement puts other players into our own page, for the same stream and the same origin.
    bypassCSP: true,
  });
  return {
    pid: server.process().pid ?? 0,
    open: async (address) => {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    stop: async () => {
      await browser.close();
      await server.close();
    },
  };
}
