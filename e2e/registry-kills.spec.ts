import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { surviveKills } from '../src/proxy/test-site/survive-kills.ts';

test('a registry survives 100 kills (-9) while it is written', { tag: '@trust' }, async () => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-kills-'));
  try {
    const { kills, torn, lost, keptRows } = await surviveKills(100, folder);
    expect({ kills, torn, lost }).toEqual({ kills: 100, torn: 0, lost: 0 });
    expect(keptRows).toBeGreaterThanOrEqual(390);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
