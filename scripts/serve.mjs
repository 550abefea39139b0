import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, root } from './set-up.mjs';

ensureInstalled();
ensureBuilt();
const { endTogether } = await import('./demo-site.mjs');
const proxy = spawn(process.execPath, ['dist/proxy/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
endTogether([proxy]);
