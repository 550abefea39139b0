import { spawn } from 'node:child_process';
import { ensureBuilt, ensureInstalled, root } from './set-up.mjs';

ensureInstalled();
ensureBuilt();
const { endTogether, startDemoSite } = await import('./demo-site.mjs');
const devices = await startDemoSite([process.execPath, 'dist/devices/main.js']);
const proxy = spawn(process.execPath, ['dist/proxy/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { WATCHFLOOR_DATA: 'var/demo', ...process.env, WATCHFLOOR_DEMO: devices.site },
});
endTogether([devices.child, proxy]);
