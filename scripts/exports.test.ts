import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { CameraView } from '../src/api/camera.ts';
import {
  type ExportOrderRequest,
  type ExportView,
  exportListSchema,
  exportSchema,
  manifestSchema,
} from '../src/api/exports.ts';
import { routes } from '../src/api/routes.ts';
import { verifyCommand } from '../src/proxy/exports/verify-command.ts';
import { TestProxy } from '../src/proxy/test-site/test-proxy.ts';
import type { SimulatedDevice } from '../src/simulated-devices/device.ts';
import { SecuritySpy } from '../src/simulated-devices/securityspy/security-spy.ts';
import type { ExportHabits } from '../src/simulated-devices/ts-nvr/export-habits.ts';
import { TsNvr } from '../src/simulated-devices/ts-nvr/ts-nvr.ts';

const proxy = new TestProxy();
const now = () => Date.now() + proxy.aheadMs;
const nvr = new TsNvr({ port: 0, now });
const spy = new SecuritySpy({ port: 0 });
const scratch = mkdtempSync(path.join(tmpdir(), 'watchfloor-exports-'));
let recorder: CameraView;
let other: CameraView;
let spied: CameraView;

beforeAll(async () => {
  await Promise.all([nvr.start(), spy.start(), proxy.start()]);
  const cameras = await register(nvr, 'Recorder');
  [recorder, other] = cameras as [CameraView, CameraView];
  [spied] = (await register(spy, 'Spy')) as [CameraView];
}, 60_000);
beforeEach(() => habits({}));
afterAll(async () => {
  await proxy.end();
  await Promise.all([nvr.stop(), spy.stop()]);
  rmSync(scratch, { recursive: true, force: true });
});

function habits(wanted: Partial<ExportHabits>): void {
  nvr.recordings.disturbExports?.(wanted);
}

async function register(device: SimulatedDevice, name: string): Promise<CameraView[]> {
  const { origin: address, username, password } = device;
  const events = await proxy.probe({ address, username, password });
  const found = events.at(-1);
  if (found?.type !== 'found') throw new TypeError(JSON.stringify(found));
  const { draftId, cameras } = found.findings;
  const chosen = cameras.map(({ id, name: own }) => ({ id, name: own, enabled: true }));
  const added = await proxy.ask('POST', routes.devices, { draftId, name, cameras: chosen });
  expect(added.status, added.text).toBe(201);
  const { json } = await proxy.ask('GET', routes.cameras);
  const ids = new Set(chosen.map(({ id }) => id));
  return (json() as { cameras: CameraView[] }).cameras.filter(({ id }) => ids.has(id));
}

/** Of a camera of a device, the first seconds of a file that is there. */
function recordedTime(device: SimulatedDevice, camera: number, seconds = 20) {
  const nowMs = Date.now();
  const pieces = device.recordings.pieces(camera, nowMs - 86_400_000, nowMs - 3_600_000);
  const piece = pieces.find(({ fromMs, toMs, kind }) => kind !== 'image' && toMs - fromMs > 10_000);
  if (piece === undefined) throw new TypeError('nothing recorded');
  // The clock of a device is known to the second.
  const fromMs = piece.fromMs + 2000;
  return { fromMs, toMs: Math.min(piece.toMs - 2000, fromMs + seconds * 1000) };
}

async function order(
  cameras: readonly CameraView[],
  more: Partial<ExportOrderRequest> = {},
): Promise<ExportView> {
  const reply = await proxy.ask('POST', routes.exports, {
    name: 'Gate at night',
    cameraIds: cameras.map(({ id }) => id),
    ...recordedTime(nvr, 1),
    subtitles: 'vtt',
    partBytes: null,
    password: null,
    submitter: 'Control room',
    recipient: 'Police',
    purpose: 'Theft',
    ...more,
  });
  expect(reply.status, reply.text).toBe(201);
  return exportSchema.parse(reply.json());
}

async function stateOf({ id }: ExportView): Promise<ExportView> {
  return exportSchema.parse((await proxy.ask('GET', routes.exportOf(id))).json());
}

function until(made: ExportView, ...states: ExportView['state'][]): Promise<ExportView> {
  return vi.waitFor(
    async () => {
      const now = await stateOf(made);
      expect(states, JSON.stringify(now)).toContain(now.state);
      return now;
    },
    { timeout: 20_000, interval: 50 },
  );
}

const folderOf = ({ id }: ExportView) => path.join(proxy.folder, 'data', 'exports', id);

/** After a start the devices are asked anew who they are. */
async function reachable({ id }: CameraView): Promise<void> {
  await vi.waitFor(
    () => expect(proxy.parts.directory.camera(id)?.device.status.state).toBe('online'),
    { timeout: 20_000 },
  );
}

/** Every file below the folder of an export. */
function filesOf(made: ExportView): string[] {
  if (!existsSync(folderOf(made))) return [];
  const entries = readdirSync(folderOf(made), { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map(({ name }) => name);
}

it('makes a pack of what a recorder writes out, which verifies as folder and as archive', async () => {
  const made = await until(await order([recorder]), 'done');
  expect(made).toMatchObject({ progress: 1, cameras: [{ state: 'done', files: 2, gaps: [] }] });
  const reply = await fetch(`${proxy.origin}${routes.evidencePack(made.id)}`, {
    headers: { cookie: proxy.cookie() },
  });
  const bytes = new Uint8Array(await reply.arrayBuffer());
  expect(reply.headers.get('content-length')).toBe(String(bytes.length));
  const zip = path.join(scratch, 'pack.zip');
  writeFileSync(zip, bytes);
  const key = (await proxy.ask('GET', routes.exportKey)).json() as { publicKey: string };
  for (const place of [folderOf(made), zip]) {
    const { code, text } = await verifyCommand([place, '--key', key.publicKey]);
    expect(text).toContain('All 5 files are as they were written');
    expect(code).toBe(0);
  }
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(path.join(folderOf(made), 'manifest.json'), 'utf8')),
  );
  expect(manifest.publicKey).toBe(key.publicKey);
  expect(manifest.cameras).toMatchObject([{ device: 'Recorder', zone: 'America/New_York' }]);
  expect(manifest.files.filter(({ deviceMd5 }) => deviceMd5?.fits)).toHaveLength(2);
  bytes[bytes.length - 30] = (bytes.at(-30) ?? 0) ^ 1;
  writeFileSync(zip, bytes);
  expect((await verifyCommand([zip])).code).toBe(1);
});

it('takes the files of a device that writes none out, with subtitles of its own', async () => {
  const made = await until(await order([spied], recordedTime(spy, 1, 5)), 'done', 'failed');
  expect(made.cameras[0]?.problem).toBeNull();
  const files = filesOf(made);
  expect(files.filter((name) => name.endsWith('.vtt')).length).toBeGreaterThan(0);
  expect((await verifyCommand([folderOf(made)])).code).toBe(0);
});

it.each([
  [-1, 'no-footage', null],
  [-2, 'failed', 'illegal-parameter'],
  [-5, 'failed', 'storage-full'],
  [-1001, 'failed', 'storage-full'],
  [-1003, 'failed', 'export-ended'],
  [-1004, 'failed', 'export-timed-out'],
  [-1999, 'failed', 'export-ended'],
])('ends clearly where the device answers %i', async (code, state, reason) => {
  habits({ code });
  const made = await until(await order([recorder]), 'failed');
  expect(made.cameras[0]?.state).toBe(state);
  expect(made.cameras[0]?.problem?.reason ?? null).toBe(reason);
  expect(filesOf(made).filter((name) => name.endsWith('.part'))).toEqual([]);
});

it('goes on where a line broke off, and keeps a slow download alive', async () => {
  habits({ cutAfterBytes: 20_000 });
  expect((await until(await order([recorder]), 'done', 'failed')).state).toBe('done');
  habits({ ttlMs: 300, bytesPerSecond: 600_000 });
  expect((await until(await order([recorder]), 'done', 'failed')).state).toBe('done');
});

it('says what failed, keeps what came, and fetches the rest when told to', async () => {
  habits({ hangsUp: true });
  const broken = await until(await order([recorder, spied]), 'failed');
  expect(broken.cameras[0]).toMatchObject({ state: 'failed', files: 0 });
  habits({});
  const again = await proxy.ask('POST', routes.retryExport(broken.id), {});
  expect(again.status, again.text).toBe(200);
  const made = await until(broken, 'done');
  expect(made.cameras[0]?.files).toBe(2);
  expect((await verifyCommand([folderOf(made)])).code).toBe(0);
});

it('is cancelled with nothing left, and waits for its turn', async () => {
  habits({ bytesPerSecond: 2000 });
  const made = await Promise.all([order([recorder]), order([other]), order([recorder])]);
  await until(made[0], 'running');
  expect((await stateOf(made[2])).state).toBe('waiting');
  for (const { id } of made) await proxy.ask('POST', routes.cancelExport(id), {});
  for (const one of made) {
    expect((await stateOf(one)).state).toBe('cancelled');
    expect(filesOf(one)).toEqual([]);
  }
  const again = await proxy.ask('POST', routes.cancelExport(made[0].id), {});
  expect(again.status).toBe(409);
  expect((await proxy.ask('GET', routes.evidencePack(made[0].id))).status).toBe(404);
  expect((await proxy.ask('DELETE', routes.exportOf(made[0].id))).status).toBe(204);
  expect((await proxy.ask('GET', routes.exportOf(made[0].id))).status).toBe(404);
});

it('says that the disk is full, and leaves no half file', async () => {
  habits({ bytesPerSecond: 2000 });
  const [blocker, first] = await Promise.all([order([other]), order([recorder])]);
  const part = await vi.waitFor(
    () => {
      const found = filesOf(first).find((name) => name.endsWith('.part'));
      expect(found).toBeDefined();
      return found ?? '';
    },
    { timeout: 10_000 },
  );
  const next = await order([recorder]);
  mkdirSync(path.join(folderOf(next), 'camera-1'), { recursive: true });
  // Every write to this device fails as it does on a disk without room.
  symlinkSync('/dev/full', path.join(folderOf(next), 'camera-1', part));
  for (const { id } of [first, blocker]) await proxy.ask('POST', routes.cancelExport(id), {});
  const failed = await until(next, 'failed', 'done');
  expect(failed).toMatchObject({
    state: 'failed',
    cameras: [{ problem: { reason: 'disk-full' } }],
  });
  expect(filesOf(next)).toEqual([]);
  expect((await proxy.ask('GET', routes.evidencePack(next.id))).status).toBe(404);
});

it('writes the password of an export down nowhere', async () => {
  const secret = 'a-word-for-one-export';
  const made = await until(await order([recorder], { password: secret }), 'done', 'failed');
  expect(made.state).toBe('done');
  await proxy.ask('GET', `${routes.audit}?operation=export&limit=200`);
  const kept = readdirSync(path.join(proxy.folder, 'data'), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1'));
  expect(kept.length).toBeGreaterThan(1);
  const writings = [secret, Buffer.from(secret).toString('base64').replaceAll('=', '')];
  for (const text of [...kept, ...proxy.said]) {
    for (const writing of writings) expect(text.includes(writing)).toBe(false);
  }
});

it('is interrupted by the end of the proxy, and goes on when told to', async () => {
  habits({ bytesPerSecond: 2000 });
  const made = await order([recorder]);
  const hasBegun = () => expect(filesOf(made).some((name) => name.endsWith('.part'))).toBe(true);
  await vi.waitFor(hasBegun, { timeout: 10_000 });
  await proxy.stop();
  habits({});
  await proxy.start();
  expect(await stateOf(made)).toMatchObject({ state: 'interrupted', progress: null });
  expect(filesOf(made)).toEqual([]);
  await reachable(recorder);
  await proxy.ask('POST', routes.retryExport(made.id), {});
  const again = await until(made, 'done', 'failed');
  expect(again.cameras[0]).toMatchObject({ state: 'done', problem: null, files: 2 });
});

it('is not there for whoever may not export all of its cameras', async () => {
  const made = await until(await order([recorder, other]), 'done');
  const group = await proxy.ask('POST', routes.cameraGroups, {
    name: 'Gate',
    cameraIds: [recorder.id],
  });
  const foreign = await proxy.signInAs('operator', [(group.json() as { id: string }).id]);
  const list = await proxy.ask('GET', routes.exports, undefined, foreign);
  const seen = exportListSchema.parse(list.json()).exports.flatMap(({ cameras }) => cameras);
  expect(seen.map(({ cameraId }) => cameraId)).not.toContain(other.id);
  expect(seen.length).toBeGreaterThan(0);
  for (const [method, address] of [
    ['GET', routes.exportOf(made.id)],
    ['GET', routes.evidencePack(made.id)],
    ['POST', routes.cancelExport(made.id)],
    ['POST', routes.retryExport(made.id)],
    ['DELETE', routes.exportOf(made.id)],
  ] as const) {
    const body = method === 'POST' ? {} : undefined;
    expect((await proxy.ask(method, address, body, foreign)).status, address).toBe(404);
  }
  const { status } = await proxy.ask(
    'POST',
    routes.exports,
    {
      ...recordedTime(nvr, 1),
      ...{ name: '', cameraIds: [other.id], subtitles: 'none', partBytes: null, password: null },
      ...{ submitter: '', recipient: '', purpose: '' },
    },
    foreign,
  );
  expect(status).toBe(404);
});

it('fetches the copies of a marked moment once the recorder has made them', async () => {
  const backup = { beforeSeconds: 5, afterSeconds: 5 };
  const mark = { kind: 'mark', cameraId: recorder.id, title: 'Break-in', comment: '' };
  const sent = await proxy.ask('POST', routes.eventSendings, { ...mark, presetId: null, backup });
  expect(sent.status, sent.text).toBeLessThan(300);
  const list = async () =>
    exportListSchema.parse((await proxy.ask('GET', routes.exports)).json()).exports;
  const made = await vi.waitFor(async () => {
    const [newest] = await list();
    expect(newest).toMatchObject({ name: 'Break-in', state: 'waiting' });
    return newest as ExportView;
  });
  await proxy.stop();
  proxy.aheadMs = 200_000;
  await proxy.start();
  const done = await until(made, 'done', 'failed');
  proxy.aheadMs = 0;
  expect(done.cameras[0]).toMatchObject({ state: 'done', problem: null, files: 1 });
  expect((await verifyCommand([folderOf(made)])).code).toBe(0);
});

it('goes with its files when its time is over, and the record has all of it', async () => {
  const made = await until(await order([recorder]), 'done');
  await proxy.stop();
  proxy.aheadMs = 15 * 86_400_000;
  await proxy.start();
  proxy.aheadMs = 0;
  expect(existsSync(folderOf(made))).toBe(false);
  const { text } = await proxy.ask('GET', `${routes.audit}?operation=export&limit=200`);
  const recorded = new Set(Array.from(text.matchAll(/"export\.(\w+)"/g), ([, act]) => act));
  for (const act of ['order', 'end', 'download', 'cancel', 'retry', 'remove', 'expire']) {
    expect(recorded, act).toContain(act);
  }
});
