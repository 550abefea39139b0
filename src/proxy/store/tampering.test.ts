import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { protocolById } from '../../protocols/catalogue.ts';
import { InProcessEventBus } from '../cluster/event-bus.ts';
import { AddressPolicy } from '../link/address-policy.ts';
import { DeviceConnection } from '../link/device-connection.ts';
import { checkDevice } from '../registry/check-device.ts';
import { DeviceRegistry } from '../registry/device-registry.ts';
import { Sealer } from '../registry/sealer.ts';
import { fileName, openStore } from './open-store.ts';
import type { Store } from './store.ts';

const environment = { now: () => 1_763_700_000_000, random: () => 0.5 };
const deviceCount = 320;
const untouched = 20;

let folder = '';
const opened: { registry: DeviceRegistry; store: Store }[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-tampering-'));
});
afterEach(async () => {
  for (const { registry, store } of opened.splice(0)) {
    await registry.close();
    await store.close();
  }
  rmSync(folder, { recursive: true });
});

async function open(key = 1) {
  const store = await openStore(folder, 1);
  const registry = await DeviceRegistry.open({
    store,
    bus: new InProcessEventBus(),
    sealer: new Sealer(Buffer.alloc(32, key)),
    connect: (target) => new DeviceConnection(target, environment),
    addresses: new AddressPolicy({ allowLoopback: true }),
    protocolById,
    now: environment.now,
  });
  opened.push({ registry, store });
  return registry;
}

async function fill(): Promise<void> {
  const registry = await open();
  for (let number = 0; number < deviceCount; number += 1) {
    const row = {
      id: `d${number}`,
      name: `Recorder ${number}`,
      protocolId: 'tsapi',
      origin: `http://127.0.0.1:${10_000 + number}`,
      entryTarget: '/',
      username: 'admin',
    };
    const sealed = registry.seal(row, `password of ${number}`);
    await registry.add(registry.activate(row, sealed), { name: row.name, cameras: [] });
  }
  const [only] = opened.splice(0);
  await only?.registry.close();
  await only?.store.close();
}

/** Flips one bit in the bytes of one part of a sealed text. */
function flipped(sealed: string, part: number, bit: number): string {
  const parts = sealed.split('.');
  const bytes = Buffer.from(parts[part] ?? '', 'base64url');
  const at = bit % (bytes.length * 8);
  bytes[at >> 3] = (bytes[at >> 3] ?? 0) ^ (1 << (at & 7));
  parts[part] = bytes.toString('base64url');
  return parts.join('.');
}

/** Every way to forge a record, each applied to devices of its own. */
const forgeries: readonly ((database: SqliteDatabase.Database, number: number) => void)[] = [
  ...[1, 2, 3, 4].map((part) => (database: SqliteDatabase.Database, number: number) => {
    const sealed = flipped(sealedOf(database, number), part, number * 13);
    database.prepare('update secrets set sealed = ? where device_id = ?').run(sealed, `d${number}`);
  }),
  // The secret of a device that is left alone.
  (database, number) =>
    void database
      .prepare('update secrets set sealed = ? where device_id = ?')
      .run(sealedOf(database, number % untouched), `d${number}`),
  (database, number) =>
    void database
      .prepare('update devices set origin = ? where id = ?')
      .run(`http://127.0.0.1:${50_000 + number}`, `d${number}`),
  (database, number) => {
    database.pragma('foreign_keys = OFF');
    database.prepare('update devices set id = ? where id = ?').run(`e${number}`, `d${number}`);
    database
      .prepare('update secrets set device_id = ? where device_id = ?')
      .run(`e${number}`, `d${number}`);
  },
  // As if an older program had sealed it, which bound it to less.
  (database, number) => {
    const [, , ...parts] = sealedOf(database, number).split('.');
    database
      .prepare('update secrets set sealed = ? where device_id = ?')
      .run(['v1', ...parts].join('.'), `d${number}`);
  },
  (database, number) =>
    void database
      .prepare(
        'update secrets set sealed = substr(sealed, 1, length(sealed) - 2) where device_id = ?',
      )
      .run(`d${number}`),
  (database, number) =>
    void database
      .prepare('update secrets set field = ?, sealed = ? where device_id = ?')
      .run('password', `password of ${number}`, `d${number}`),
];

function sealedOf(database: SqliteDatabase.Database, number: number): string {
  const row = database.prepare('select sealed from secrets where device_id = ?').get(`d${number}`);
  return (row as { sealed: string }).sealed;
}

it('accepts none of 300 forged records, and loads everything else', {
  timeout: 60_000,
}, async () => {
  await fill();
  const database = new SqliteDatabase(path.join(folder, fileName));
  for (let number = untouched; number < deviceCount; number += 1) {
    forgeries[number % forgeries.length]?.(database, number);
  }
  database.close();

  const registry = await open();
  const passwords = registry.devices.map((device) => device.credentials()?.password);
  expect(passwords.filter((one) => one !== undefined).sort()).toEqual(
    Array.from({ length: untouched }, (_, number) => `password of ${number}`).sort(),
  );
  const forged = registry.devices.filter(({ passwordIsLost }) => passwordIsLost);
  expect(forged).toHaveLength(deviceCount - untouched);
  expect(registry.devices).toHaveLength(deviceCount);
  const reports = await Promise.all(
    forged.map((device) => checkDevice(device, { identify: true, now: environment.now })),
  );
  expect(reports.map((report) => report.kind === 'failed' && report.error.reason)).toEqual(
    forged.map(() => 'password-lost'),
  );
});

it('opens nothing with another key, and keeps every device', { timeout: 60_000 }, async () => {
  await fill();
  const registry = await open(2);
  expect(registry.devices.filter(({ passwordIsLost }) => passwordIsLost)).toHaveLength(deviceCount);
  expect(registry.devices.map(({ row }) => row.name)).toContain('Recorder 7');
});
