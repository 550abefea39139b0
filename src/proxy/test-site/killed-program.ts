import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Makes one file of a program of this folder. @returns where it lies */
export async function buildProgram(name: string): Promise<string> {
  const outDir = path.join(root, '.cache', name);
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    // In one file it starts in a third of the time; only what is compiled has to stay outside.
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: `src/proxy/test-site/${name}.ts`,
      outDir,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
  return path.join(outDir, 'main.js');
}

/**
 * Runs a program and kills it (-9) when it has said enough.
 * @returns the lines that it said, without one that was cut off
 */
export function runUntilKilled(
  script: string,
  args: readonly string[],
  isEnough: (lines: readonly string[]) => boolean,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    let rest = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (part: string) => {
      const pieces = `${rest}${part}`.split('\n');
      rest = pieces.pop() ?? '';
      lines.push(...pieces);
      if (isEnough(lines)) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(lines);
      else reject(new Error(`the program ended with ${code}`));
    });
  });
}
