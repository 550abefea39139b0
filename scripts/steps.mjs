import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './find-browser.mjs';
import { root } from './set-up.mjs';

const unitReport = join(root, '.cache/unit-report.json');

const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Everything that `npm run check` does, in the order that finds the cheapest faults first. */
export const checkSteps = [
  { name: 'types', command: [bin('tsc'), '-b'] },
  { name: 'lint', command: [bin('biome'), 'ci', '--colors=off', '.'] },
  { name: 'import rules', command: [process.execPath, 'scripts/check-imports.mjs'] },
  { name: 'dead code', command: [bin('knip'), '--treat-config-hints-as-errors'] },
  {
    name: 'unit tests',
    command: [
      bin('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    count: () => {
      const report = JSON.parse(readFileSync(unitReport, 'utf8'));
      return { passed: report.numPassedTests, failed: report.numFailedTests };
    },
    report: unitReport,
  },
  { name: 'build', command: [process.execPath, 'scripts/build.mjs'] },
  { name: 'size budget', command: [bin('size-limit')] },
];

/** One of the projects of `playwright.config.ts`; the one after the other, for the second wants both cores. */
function e2eStep(project, workers) {
  const report = join(root, `.cache/e2e-${project}.json`);
  const options = [`--project=${project}`, `--workers=${workers}`, '--pass-with-no-tests'];
  return {
    name: `e2e, ${project}`,
    command: [bin('playwright'), 'test', ...options],
    environment: { WATCHFLOOR_E2E_REPORT: report },
    count: () => {
      const { stats } = JSON.parse(readFileSync(report, 'utf8'));
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
    report,
  };
}

export const e2eSteps = [e2eStep('together', 2), e2eStep('alone', 1)];

function runStep(step, environment) {
  console.log(`\n── ${step.name}`);
  if (step.report) rmSync(step.report, { force: true });
  const [program, ...args] = step.command;
  const startedAt = Date.now();
  const done = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment, ...step.environment },
  });
  const counted = step.count && existsSync(step.report) ? step.count() : { passed: 0, failed: 0 };
  return {
    name: step.name,
    ok: done.status === 0,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    ...counted,
  };
}

/** Runs steps one after the other, all of them, and ends the process with the verdict. */
export function runSteps(steps) {
  const environment = { ...process.env, CHROMIUM_PATH: findBrowser(), FORCE_COLOR: '0' };
  const results = steps.map((step) => runStep(step, environment));
  console.log('');
  for (const { ok, name, seconds } of results) {
    console.log(`${ok ? 'ok    ' : 'FAILED'}  ${name} (${seconds} s)`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const failedSteps = results.filter((result) => !result.ok && result.failed === 0).length;
  console.log(`\n${sum('passed')} passed, ${sum('failed') + failedSteps} failed`);
  // Each of two steps may find no test of a theme, but not all of them.
  const isCounted = steps.some((step) => step.count);
  const nothingRan = isCounted && sum('passed') + sum('failed') === 0;
  process.exit(results.every((result) => result.ok) && !nothingRan ? 0 : 1);
}
