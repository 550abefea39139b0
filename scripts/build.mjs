import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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

const compressible = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt']);
const leastBytes = 1024;
const brotliQuality = 9;

/** Lays beside each file of a folder what the proxy sends to browsers that take it smaller. */
function compressFiles(folder) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: brotliQuality } };
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!compressible.has(extname(name))) continue;
    const path = join(folder, name);
    const plain = readFileSync(path);
    if (plain.length < leastBytes) continue;
    for (const [suffix, small] of [
      ['.gz', gzipSync(plain, { level: 9 })],
      ['.br', brotliCompressSync(plain, quality)],
    ]) {
      if (small.length < plain.length) writeFileSync(path + suffix, small);
    }
  }
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
await build({ root, logLevel: 'warn' });
compressFiles(join(root, 'dist/app'));
await nodeProgram('src/proxy/main.ts', 'dist/proxy');
await nodeProgram('src/simulated-devices/main.ts', 'dist/devices');
cpSync(join(root, 'src/simulated-devices/clips'), join(root, 'dist/devices/clips'), {
  recursive: true,
});
stampBuild();
console.log('Built dist/app, dist/proxy and dist/devices.');
