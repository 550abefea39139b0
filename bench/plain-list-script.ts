import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The text of `plain-list.tsx` with all that it needs, as a browser runs it. */
export async function plainListScript(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: 'bench/plain-list.tsx', formats: ['iife'], name: 'plainList' },
    },
  });
  const [bundle] = Array.isArray(made) ? made : [made];
  const [chunk] = bundle && 'output' in bundle ? bundle.output : [];
  if (chunk?.type !== 'chunk') throw new TypeError('the plain list was not built');
  return chunk.code;
}
