import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, root } from './set-up.mjs';

ensureInstalled();
const { endTogether, startDemoSite } = await import('./demo-site.mjs');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const devices = await startDemoSite([bin('tsx'), 'src/simulated-devices/main.ts']);
const vite = spawn(bin('vite'), process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
  env: {
    WATCHFLOOR_DATA: 'var/demo',
    ...process.env,
    WATCHFLOOR_DEV: '1',
    WATCHFLOOR_DEMO: devices.site,
  },
});
endTogether([devices.child, vite]);
