import { ensureInstalled } from './set-up.mjs';

ensureInstalled();
const { checkSteps, runSteps } = await import('./steps.mjs');
runSteps(checkSteps);
