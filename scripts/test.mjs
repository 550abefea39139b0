import { ensureInstalled } from './set-up.mjs';

ensureInstalled();
const { checkSteps, e2eStep, runSteps } = await import('./steps.mjs');
runSteps([...checkSteps, e2eStep]);
