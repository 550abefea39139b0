import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

function systemBrowser() {
  for (const name of systemNames) {
    const file = onPath(name);
    if (file) return file;
  }
  return undefined;
}

function playwrightBrowser() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const file = chromium.executablePath();
  if (file && existsSync(file)) return file;
  console.log('No browser found; asking Playwright to download one…');
  const done = spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  return done.status === 0 && existsSync(file) ? file : undefined;
}

function debianBrowser() {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return undefined;
  console.log('Installing the Debian package "chromium"…');
  for (const step of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const done = spawnSync('apt-get', step, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (done.status !== 0) return undefined;
  }
  return systemBrowser();
}

/** Path of a Chromium for the tests, installed on the way where that is possible. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, where there is no file.`);
  }
  const found = systemBrowser() ?? playwrightBrowser() ?? debianBrowser();
  if (found) return found;
  throw new Error(
    'No Chromium found. Install one, or name it: CHROMIUM_PATH=/path/to/chromium npm test',
  );
}
