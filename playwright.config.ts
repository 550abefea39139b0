import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './scripts/chromium-flags.mjs';

const alone = /@alone/;

export default defineConfig({
  testDir: 'e2e',
  // Of one project, unless whoever calls asks for more.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Most tests wait for most of their time, and go two at a time. The pictures of a whole wall need
  // both cores, and a test that measures them would measure its neighbour.
  projects: [
    { name: 'together', grepInvert: alone, outputDir: '.cache/e2e/together' },
    { name: 'alone', grep: alone, outputDir: '.cache/e2e/alone', workers: 1 },
  ],
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.WATCHFLOOR_E2E_REPORT ?? '.cache/e2e-report.json' }],
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    // A trace takes a fifth of the time of every test; `--trace on` makes one of the test that failed.
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: chromiumFlags,
    },
  },
});
