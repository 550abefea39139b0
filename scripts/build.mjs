import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root, stampBuild } from './set-up.mjs';

ensureInstalled();
const { build } = await import('vite');

/** A Node program: our own code in one file, packages left where npm put them. */
function nodeProgram(entry, outDir) {
  return build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({ root, logLevel: 'warn' });
await nodeProgram('src/proxy/main.ts', 'dist/proxy');
await nodeProgram('src/simulated-devices/main.ts', 'dist/devices');
cpSync(join(root, 'src/simulated-devices/clips'), join(root, 'dist/devices/clips'), {
  recursive: true,
});
stampBuild();
console.log('Built dist/app, dist/proxy and dist/devices.');
