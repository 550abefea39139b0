import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumFlags } from '../scripts/chromium-flags.mjs';

export interface FirstScript {
  readonly script: (argument: number) => void;
  readonly argument: number;
}

export interface MeasuredBrowser {
  readonly pid: number;
  /** @param first runs in the page before its own scripts */
  readonly open: (address: string, first?: FirstScript) => Promise<Page>;
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
  // The TypeScript loader wraps functions in a call of this name, also those that run in the page.
  await context.addInitScript('globalThis.__name = (value) => value');
  return {
    pid: server.process().pid ?? 0,
    open: async (address, first) => {
      const page = await context.newPage();
      if (first) await page.addInitScript(first.script, first.argument);
      // Endless pictures keep a page from ever being "loaded".
      await page.goto(address, { waitUntil: 'commit' });
      return page;
    },
    stop: async () => {
      await browser.close();
      await server.close();
    },
  };
}
