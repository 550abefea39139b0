import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { surviveKills } from '../test-site/survive-kills.ts';

it('keeps every row that it called kept over ten kills, and never half a device', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-kills-'));
  try {
    const { kills, torn, lost, keptRows } = await surviveKills(10, folder);
    expect({ kills, torn, lost }).toEqual({ kills: 10, torn: 0, lost: 0 });
    expect(keptRows).toBeGreaterThanOrEqual(34);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
