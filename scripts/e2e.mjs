import { ensureBuilt, ensureInstalled } from './set-up.mjs';

ensureInstalled();
ensureBuilt();
const { e2eSteps, runSteps } = await import('./steps.mjs');
// `npm run e2e -- @live` runs one theme; anything else goes to Playwright as it is.
const args = process.argv
  .slice(2)
  .flatMap((argument) => (argument.startsWith('@') ? ['--grep', argument] : [argument]));
runSteps(e2eSteps.map((step) => ({ ...step, command: [...step.command, ...args] })));
