import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/chromium-flags.mjs';
import type { createProxy } from './src/proxy/create-proxy.ts';

/** `npm run dev`: the proxy answers in Vite's own process, so that one address serves both. */
function mountedProxy(): Plugin {
  return {
    name: 'watchfloor-proxy',
    apply: 'serve',
    async configureServer(server) {
      if (process.env.WATCHFLOOR_DEV !== '1') return;
      const module = await server.ssrLoadModule('/src/proxy/create-proxy.ts');
      const create = module.createProxy as typeof createProxy;
      // Vite listens here, and plainly.
      const options = { tls: { kind: 'plain' } } as const;
      const proxy = await create({ environment: process.env, options });
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) proxy.handle(request, response);
        else next();
      });
      server.httpServer?.on('upgrade', (request, socket, head) => {
        if (request.url?.startsWith('/ws/')) proxy.upgrade(request, socket, head);
      });
      const { greeting } = (await server.ssrLoadModule(
        '/src/proxy/sign-in-places.ts',
      )) as typeof import('./src/proxy/sign-in-places.ts');
      server.httpServer?.once('listening', () => {
        const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '');
        server.config.logger.info(greeting(origin ?? 'http://127.0.0.1:7000', proxy.signInPlaces));
      });
      server.httpServer?.once('close', () => void proxy.stop());
    },
  };
}

const browserTestPackages = [
  '@lingui/core',
  '@lingui/message-utils/compileMessage',
  '@tanstack/react-query',
  '@tanstack/react-router',
  '@tanstack/react-virtual',
  'hls.js/light',
  'js-sha256',
  'lucide-react',
  'mpegts.js',
  'radix-ui',
  'react-dom/client',
  'react-hook-form',
  'vitest-browser-react',
  'zustand',
  'zustand/vanilla',
];

export default defineConfig({
  plugins: [react(), tailwindcss(), mountedProxy()],
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2023', manifest: true },
  server: { host: '127.0.0.1', port: 7000, strictPort: true },
  test: {
    // Twice the cores that a small machine has: many tests wait for a socket most of the time.
    maxWorkers: 4,
    // A hang is what this is to find; how fast something must be stands in its own test.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    expect: { poll: { timeout: 10_000 } },
    coverage: {
      provider: 'v8',
      include: ['src/domain/**', 'src/protocols/**'],
      exclude: ['**/*.test.ts', '**/fixtures/**'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // To load the same modules for every file takes longer than the tests do; whatever a file
          // fakes or starts, it gives back.
          isolate: false,
          setupFiles: ['scripts/give-back-fakes.ts'],
          include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.browser.test.*', '**/node_modules/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        // Found late, each of these would make Vite reload the page in the middle of a test.
        optimizeDeps: { include: browserTestPackages },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['src/messages/words-for-tests.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
                args: chromiumFlags,
              },
            }),
            instances: [{ browser: 'chromium', viewport: { width: 1280, height: 800 } }],
          },
        },
      },
    ],
  },
});
