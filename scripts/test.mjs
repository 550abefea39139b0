import { ensureInstalled } from './set-up.mjs';

ensureInstalled();
const { checkSteps, e2eSteps, runSteps } = await import('./steps.mjs');
runSteps([...checkSteps, ...e2eSteps]);
