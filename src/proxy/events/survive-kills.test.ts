import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { killListeners } from '../test-site/journal-kills.ts';
import { startTellingDevice } from '../test-site/telling-device.ts';

it('loses no event that the device still has over five kills, and tells none twice', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-event-kills-'));
  const device = await startTellingDevice();
  try {
    const found = await killListeners(5, device, folder);
    expect(found).toMatchObject({ lost: [], twice: [], forgotten: [] });
    expect(found.said).toBeGreaterThan(150);
    expect(found.gapStates).not.toHaveLength(0);
  } finally {
    await device.stop();
    rmSync(folder, { recursive: true });
  }
});
