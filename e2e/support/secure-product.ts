import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { runProgram, type SeededDevice } from '../../scripts/run-product.ts';
import { guardHeader, routes } from '../../src/api/routes.ts';
import { expect } from './test.ts';

export interface SecureProduct {
  readonly origin: string;
  /** Every line that the start printed. */
  readonly printed: readonly string[];
  /** Signs a browser in as the administrator of the demo, by TLS. */
  readonly enter: (context: BrowserContext) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the built product by TLS on a free loopback port, at its first run. */
export async function runSecureProduct(devices: readonly SeededDevice[]): Promise<SecureProduct> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-'));
  const printed: string[] = [];
  const program = await runProgram(
    ['dist/proxy/main.js', '--tls'],
    (line) => {
      printed.push(line);
      return /ready: (https:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
    },
    {
      WATCHFLOOR_DATA: join(folder, 'data'),
      WATCHFLOOR_KEY_FILE: join(folder, 'keys', 'master.key'),
      WATCHFLOOR_DEMO: JSON.stringify({ name: 'Test site', devices }),
      PORT: '0',
    },
  );
  const origin = program.value;
  return {
    origin,
    printed,
    enter: async (context) => {
      const code = /administrator .*#demo\.(\S+)$/m.exec(printed.join('\n'))?.[1];
      const reply = await context.request.post(`${origin}${routes.demoSession}`, {
        headers: { origin, [guardHeader]: '1' },
        data: { code },
      });
      expect(reply.status(), await reply.text()).toBe(200);
    },
    stop: async () => {
      await program.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
