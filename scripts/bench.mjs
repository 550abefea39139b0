import { ensureBuilt, ensureInstalled, root, run } from './set-up.mjs';

ensureInstalled();
ensureBuilt();
const { findBrowser } = await import('./find-browser.mjs');
run(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, CHROMIUM_PATH: findBrowser() },
});
