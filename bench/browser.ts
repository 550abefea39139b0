import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumFlags } from '../scripts/chromium-flags.mjs';
import type { Product } from '../scripts/run-product.ts';
import { connectTo, type MeasuredPage } from './measured-page.ts';

export interface FirstScript {
  readonly script: (argument: number) => void;
  readonly argument: number;
}

export interface MeasuredBrowser {
  readonly pid: number;
  /** @param first runs in the page before its own scripts */
  readonly open: (address: string, ...first: FirstScript[]) => Promise<MeasuredPage>;
  readonly stop: () => Promise<void>;
}

const size = '1920,1080';

/**
 * A browser of its own for one measurement, so that nothing of the one before is still in it. It is
 * not driven by the library of the tests: that one has the browser report each WebSocket message
 * with its content, which costs more than to show the picture in it.
 * @param product to which its pages are signed in
 */
export async function startBrowser(product?: Product): Promise<MeasuredBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
  const child = spawn(
    process.env.CHROMIUM_PATH ?? '',
    [
      ...chromiumFlags,
      '--headless=new',
      `--window-size=${size}`,
      '--hide-scrollbars',
      '--mute-audio',
      '--ignore-certificate-errors',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The browser ended with ${code}.`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
  });
  return {
    pid: child.pid ?? 0,
    open: (address, ...first) =>
      connectTo(port, address, { product, first: first.map(scriptText).join(';') }),
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
      // Its helpers write for a moment longer than it lives.
      await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

function scriptText({ script, argument }: FirstScript): string {
  return `(${script})(${JSON.stringify(argument)})`;
}
