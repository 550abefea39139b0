import { createRequire } from 'node:module';
import rules from './import-rules.mjs';
import { root } from './set-up.mjs';

const fewestModules = 100;

// The cruiser calls this parser without `tsx: true` and stops at the first JSX element; it takes
// the functions when it is loaded, hence the later import.
const swc = createRequire(import.meta.url)('@swc/core');
const parseFile = swc.parseFileSync;
swc.parseFileSync = (file, options) => parseFile(file, { ...options, tsx: file.endsWith('.tsx') });
const { cruise, format } = await import('dependency-cruiser');

process.chdir(root);
const result = await cruise(['src', 'e2e', 'bench'], {
  ...rules.options,
  ruleSet: { forbidden: rules.forbidden },
  validate: true,
});
const { summary } = result.output;
const report = await format(result.output, { outputType: 'err' });
console.log(report.output.trim());
// Without a TypeScript parser the cruiser finds no module and no fault.
if (summary.totalCruised < fewestModules) {
  console.error(`Looked at ${summary.totalCruised} modules only: the check itself is broken.`);
  process.exit(1);
}
process.exit(summary.error > 0 ? 1 : 0);
