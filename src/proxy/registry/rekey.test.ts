import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../store/backups.ts';
import { fileName, openStore } from '../store/open-store.ts';
import { resealSecrets } from '../store/reseal-secrets.ts';
import { readKeyRing, replaceKeyFile } from './key-file.ts';
import { derivedKey, KeyRing } from './key-ring.ts';
import { rekey, resealWith } from './rekey.ts';
import { Sealer } from './sealer.ts';

const devices = ['d1', 'd2', 'd3'].map((id, index) => ({
  id,
  name: id,
  protocolId: 'tsapi',
  origin: `http://192.168.1.${20 + index}`,
  entryTarget: '/',
  username: 'admin',
}));
const contextOf = ({ id, origin }: { id: string; origin: string }) => ({
  deviceId: id,
  field: 'password',
  origin,
});

let folder = '';
let paths = { dataFolder: '', keyFile: '' };
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-rekey-'));
  paths = { dataFolder: path.join(folder, 'data'), keyFile: path.join(folder, 'master.key') };
  const { current } = readKeyRing(paths.keyFile, paths.dataFolder);
  const store = await openStore(paths.dataFolder, 1);
  const sealer = new Sealer(current);
  for (const device of devices) {
    const sealed = sealer.seal(`password of ${device.id}`, contextOf(device));
    await store.saveDevice(device, [{ deviceId: device.id, field: 'password', sealed }], []);
  }
  await store.close();
  await backUp(paths.dataFolder, path.join(paths.dataFolder, fileName), 2);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The passwords that a start would have now. */
async function passwords(): Promise<(string | null)[]> {
  const ring = readKeyRing(paths.keyFile, paths.dataFolder);
  const sealer = new Sealer(ring.current, ring.older);
  const store = await openStore(paths.dataFolder, 3);
  const { secrets } = await store.readRegistry();
  await store.close();
  return devices.map((device) => {
    const own = secrets.find(({ deviceId }) => deviceId === device.id);
    return sealer.open(own?.sealed ?? '', contextOf(device));
  });
}
const all = devices.map(({ id }) => `password of ${id}`);

describe('rekey', () => {
  it('leaves every password readable with the new key, and none with the old one', async () => {
    const before = readKeyRing(paths.keyFile, paths.dataFolder).current;
    expect(rekey(paths)).toEqual({ resealed: 3, lost: 0 });
    const after = readKeyRing(paths.keyFile, paths.dataFolder);
    expect(after.current).not.toEqual(before);
    expect(after.older).toEqual([]);
    expect(await passwords()).toEqual(all);
    const old = new Sealer(before);
    const store = await openStore(paths.dataFolder, 3);
    const { secrets } = await store.readRegistry();
    await store.close();
    for (const device of devices) {
      const own = secrets.find(({ deviceId }) => deviceId === device.id);
      expect(old.open(own?.sealed ?? '', contextOf(device))).toBeNull();
    }
  });

  it('seals the copies anew as well, and leaves no trace of the old sealing', async () => {
    const before = readKeyRing(paths.keyFile, paths.dataFolder).current;
    const oldId = new Sealer(before).seal('x', contextOf({ id: 'd', origin: 'o' })).split('.')[1];
    rekey(paths);
    const files = readdirSync(paths.dataFolder, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'));
    expect(texts.length).toBeGreaterThanOrEqual(2);
    expect(texts.filter((text) => text.includes(`v2.${oldId}.`))).toEqual([]);
    expect(texts.filter((text) => text.includes('v2.'))).toHaveLength(2);
  });

  it.each(['before', 'after'])(
    'can be cut off %s the sealing, and be run again',
    async (moment) => {
      const ring = readKeyRing(paths.keyFile, paths.dataFolder).renewed();
      replaceKeyFile(paths.keyFile, ring);
      if (moment === 'after') resealSecrets(paths.dataFolder, resealWith(ring));
      expect(await passwords()).toEqual(all);
      expect(rekey(paths)).toEqual({ resealed: 3, lost: 0 });
      expect(readKeyRing(paths.keyFile, paths.dataFolder).current).toEqual(ring.current);
      expect(await passwords()).toEqual(all);
    },
  );

  it('changes nothing while the product runs', async () => {
    const store = await openStore(paths.dataFolder, 3);
    const before = readFileSync(paths.keyFile, 'utf8');
    expect(() => rekey(paths)).toThrow(/Watchfloor is running/);
    expect(readFileSync(paths.keyFile, 'utf8')).toBe(before);
    await store.close();
    expect(rekey(paths).resealed).toBe(3);
  });

  it('counts what no key opens, and leaves it as it is', async () => {
    replaceKeyFile(paths.keyFile, KeyRing.make());
    expect(rekey(paths)).toEqual({ resealed: 0, lost: 3 });
    expect(await passwords()).toEqual([null, null, null]);
  });

  it('keeps the key that signs the record', () => {
    const before = readKeyRing(paths.keyFile, paths.dataFolder);
    rekey(paths);
    rekey(paths);
    const after = readKeyRing(paths.keyFile, paths.dataFolder);
    const signing = Buffer.from(derivedKey(before.current, 'audit-mac/v1'));
    expect(signing.equals(after.derive('audit-mac/v1'))).toBe(true);
    expect(Buffer.from(before.current).equals(after.current)).toBe(false);
  });
});
