import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { recordingProofSchema } from '../../api/recording-proof.ts';
import {
  recordedDaysSchema,
  recordedFileReplySchema,
  recordedSpansSchema,
} from '../../api/recordings.ts';
import { routes } from '../../api/routes.ts';
import { eventOf, recorder } from '../events/test-journal.ts';
import {
  byteAt,
  fileBytes,
  type RecordingDevice,
  startRecordingDevice,
} from '../test-site/recording-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const minuteMs = 60_000;
/** By how much the clock of the device is ahead. */
const offsetMs = 90_000;
const noonMs = Date.UTC(2026, 9, 20, 12);

const proxy = new TestProxy();
let device: RecordingDevice;
let guard: string;

beforeAll(async () => {
  device = await startRecordingDevice();
  await proxy.start();
  // A look at the device would find another clock than the test says.
  proxy.parts.watch.stop();
  for (const id of ['r1', 'r2']) {
    const registered = device.register(id, offsetMs);
    await proxy.parts.registry.add(registered, { name: id, cameras: [] });
    registered.status = device.register(id, offsetMs).status;
  }
  const group = await proxy.ask('POST', routes.cameraGroups, { name: 'A', cameraIds: ['r1-c1'] });
  guard = await proxy.signInAs('viewer', [(group.json() as { id: string }).id]);
});
beforeEach(() => {
  device.asked.length = 0;
  device.ranges.length = 0;
  device.recorded = { fromMs: noonMs + offsetMs, toMs: noonMs + offsetMs + 10 * minuteMs };
  Object.assign(device, { fails: false, heedsRanges: true, hangs: false });
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});

const rangeQuery = (cameras: readonly string[], fromMs: number, toMs: number) =>
  new URLSearchParams([
    ...cameras.map((camera): [string, string] => ['camera', camera]),
    ['from', String(fromMs)],
    ['to', String(toMs)],
  ]);

async function spans(cameras: readonly string[], fromMs: number, toMs: number, token?: string) {
  const query = rangeQuery(cameras, fromMs, toMs);
  const reply = await proxy.ask('GET', `${routes.recordedSpans}?${query}`, undefined, token);
  expect(reply.status).toBe(200);
  return recordedSpansSchema.parse(reply.json()).cameras;
}

/** What the device of the second camera says, half an hour after noon that it records again. */
function reported(recording: boolean) {
  const event = eventOf(
    { channel: '2', fact: { topic: 'recording', streaming: true, recording } },
    {
      device: recorder({ id: 'r1' }),
      receivedAtMs: noonMs + (recording ? 30 : 20) * minuteMs,
    },
  );
  return { event, mayRepeat: false };
}

async function fileOf(cameraId: string, atMs: number, otherwise = 'nothing') {
  const address = `${routes.recordedFile(cameraId)}?at=${atMs}&otherwise=${otherwise}`;
  const reply = await proxy.ask('GET', address);
  expect(reply.status).toBe(200);
  return recordedFileReplySchema.parse(reply.json()).file;
}

async function bytes(address: string, range?: string, signal?: AbortSignal) {
  const reply = await fetch(`${proxy.origin}${address}`, {
    headers: { cookie: proxy.cookie(), ...(range === undefined ? {} : { range }) },
    ...(signal === undefined ? {} : { signal }),
  });
  return reply;
}

it('lists what was recorded by our clock, cut to what was asked, and how much it knows', async () => {
  const [one, ...rest] = await spans(['r1-c1', 'r1-c2'], noonMs, noonMs + 5 * minuteMs);
  expect(one).toEqual({
    cameraId: 'r1-c1',
    zone: 'Europe/Berlin',
    clockOffsetMs: offsetMs,
    found: {
      state: 'listed',
      precision: 'minute',
      spans: [[noonMs, noonMs + 5 * minuteMs, 'continuous']],
      knownToMs: noonMs + 5 * minuteMs,
    },
  });
  expect(rest.map(({ cameraId }) => cameraId)).toEqual(['r1-c2']);
});

it('asks a device once for a day that is past, for all who ask at the same time', async () => {
  proxy.parts.recordings.deviceChanged('r1');
  const ask = () => spans(['r1-c1'], noonMs, noonMs + minuteMs);
  await Promise.all([ask(), ask()]);
  await ask();
  expect(device.asked).toHaveLength(1);
  await spans(['r1-c1'], Date.now() - minuteMs, Date.now());
  expect(device.asked).toHaveLength(2);
});

it('says that a device failed beside what others have', async () => {
  proxy.parts.recordings.deviceChanged('r1');
  proxy.parts.recordings.deviceChanged('r2');
  await spans(['r1-c1'], noonMs, noonMs + minuteMs);
  device.fails = true;
  const found = await spans(['r1-c1', 'r2-c1'], noonMs, noonMs + minuteMs);
  expect(found.map((each) => each.found)).toMatchObject([
    { state: 'listed' },
    { state: 'failed', problem: { reason: 'answer-timeout' } },
  ]);
});

it('tells the days in the zone of the device, also where they are known by spans alone', async () => {
  device.recorded = {
    fromMs: Date.UTC(2026, 9, 24, 22, 30) + offsetMs,
    toMs: Date.UTC(2026, 9, 25, 23, 30) + offsetMs,
  };
  proxy.parts.recordings.deviceChanged('r1');
  const query = rangeQuery(['r1-c1'], Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1));
  const reply = await proxy.ask('GET', `${routes.recordedDays}?${query}`);
  const { devices } = recordedDaysSchema.parse(reply.json());
  // The second of them has 25 hours there.
  expect(devices).toMatchObject([{ found: { days: ['2026-10-25', '2026-10-26'] } }]);
  proxy.parts.recordings.deviceChanged('r1');
});

it.each(['', 'camera=r1-c1', 'camera=r1-c1&from=5&to=5', 'camera=r1-c1&from=0&to=9999999999'])(
  'refuses a range like "%s"',
  async (query) => {
    expect((await proxy.ask('GET', `${routes.recordedSpans}?${query}`)).status).toBe(400);
  },
);

it('finds the file of a moment or what stands in for it, and tells nothing of its place', async () => {
  expect(await fileOf('r1-c1', noonMs - minuteMs)).toBeNull();
  const after = await fileOf('r1-c1', noonMs - 5 * minuteMs, 'after');
  // The files of the device begin at its own whole minutes.
  expect(after).toMatchObject({ fromMs: noonMs - 30_000, toMs: noonMs + 30_000 });
  const before = await fileOf('r1-c1', noonMs + 60 * minuteMs, 'before');
  expect(before?.toMs).toBe(noonMs + 10 * minuteMs + 30_000);
  expect(proxy.said.join('')).not.toContain('secret');
});

it('sends short pieces, as nothing but a video, and says how long the whole is', async () => {
  const file = await fileOf('r1-c1', noonMs + minuteMs);
  const address = routes.recordedBytes('r1-c1', file?.fileId ?? '');
  const rest = await bytes(address, 'bytes=700000-');
  expect(rest.status).toBe(206);
  expect(rest.headers.get('content-range')).toBe(`bytes 700000-${fileBytes - 1}/${fileBytes}`);
  expect(rest.headers.get('content-type')).toBe('video/mp4');
  expect(rest.headers.get('content-security-policy')).toContain('sandbox');
  const tail = new Uint8Array(await rest.arrayBuffer());
  expect([tail.length, tail[0]]).toEqual([fileBytes - 700_000, byteAt(700_000)]);
  const whole = await bytes(address, 'bytes=0-');
  const piece = new Uint8Array(await whole.arrayBuffer());
  expect([piece.length, piece[0]]).toEqual([512 * 1024, byteAt(0)]);
  expect(device.ranges.at(-1)).toBe(`bytes=0-${512 * 1024 - 1}`);
  await bytes(`${address}?pieces=small`, 'bytes=0-');
  expect(device.ranges.at(-1)).toBe(`bytes=0-${96 * 1024 - 1}`);
  expect((await bytes(`${address}?pieces=large`, 'bytes=0-')).status).toBe(400);
  expect((await bytes(address)).status).toBe(400);
  expect((await bytes(address, 'bytes=9-1')).status).toBe(400);
});

it('cuts a piece out of what a device sends that heeds no ranges', async () => {
  device.heedsRanges = false;
  const file = await fileOf('r1-c1', noonMs + minuteMs);
  const address = routes.recordedBytes('r1-c1', file?.fileId ?? '');
  const some = await bytes(address, 'bytes=600000-600009');
  expect(some.headers.get('content-range')).toBe(`bytes 600000-600009/${fileBytes}`);
  const piece = [...new Uint8Array(await some.arrayBuffer())];
  expect(piece).toEqual(Array.from({ length: 10 }, (_, at) => byteAt(600_000 + at)));
  expect(device.ranges).toHaveLength(1);
  // The next piece goes on with the same transfer, and the last one ends it.
  const next = new Uint8Array(await (await bytes(address, 'bytes=600010-')).arrayBuffer());
  expect([next.length, next[0]]).toEqual([512 * 1024, byteAt(600_010)]);
  const lastFrom = 600_010 + 512 * 1024;
  const last = new Uint8Array(await (await bytes(address, `bytes=${lastFrom}-`)).arrayBuffer());
  expect([last.length, last.at(-1)]).toEqual([fileBytes - lastFrom, byteAt(fileBytes - 1)]);
  expect(device.ranges).toHaveLength(1);
  await vi.waitFor(() => expect(device.transfers).toBe(0), { timeout: 5000 });
});

it('ends the transfer of the device when the viewer leaves', async () => {
  device.hangs = true;
  const file = await fileOf('r1-c1', noonMs + minuteMs);
  const leaving = new AbortController();
  const address = routes.recordedBytes('r1-c1', file?.fileId ?? '');
  await bytes(address, 'bytes=0-', leaving.signal);
  expect(device.transfers).toBe(1);
  leaving.abort();
  await vi.waitFor(() => expect(device.transfers).toBe(0), { timeout: 5000 });
});

it('shows nobody the recordings of a camera that is not theirs', async () => {
  const seen = await spans(['r1-c1', 'r1-c2', 'none'], noonMs, noonMs + minuteMs, guard);
  expect(seen.map(({ cameraId }) => cameraId)).toEqual(['r1-c1']);
  const file = await fileOf('r1-c2', noonMs + minuteMs);
  const fileId = file?.fileId ?? '';
  const addresses = ['r1-c2', 'none'].flatMap((id) => [
    `${routes.recordedFile(id)}?at=${noonMs}`,
    routes.recordedBytes(id, fileId),
  ]);
  const replies = await Promise.all(
    addresses.map((address) => proxy.ask('GET', address, undefined, guard)),
  );
  expect(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(replies[0]?.status).toBe(404);
  // The name of a file leads to it at its own camera alone.
  for (const other of ['r1-c1', 'r2-c2']) {
    expect((await bytes(routes.recordedBytes(other, fileId), 'bytes=0-')).status).toBe(404);
  }
  const own = routes.recordedBytes('r1-c2', `${fileId}x`);
  expect((await bytes(own, 'bytes=0-')).status).toBe(404);
});

it('proves by the hour what was recorded, to whoever may see the camera', async () => {
  proxy.parts.recordings.deviceChanged('r1');
  const fromMs = noonMs - 60 * minuteMs;
  proxy.parts.events.journal.add([false, true].map(reported));
  await proxy.parts.events.journal.flush();
  const query = rangeQuery(['r1-c1', 'r1-c2', 'none'], fromMs, fromMs + 180 * minuteMs);
  const address = `${routes.recordingProof}?${query}`;
  const proofOf = async (token?: string) => {
    const reply = await proxy.ask('GET', address, undefined, token);
    return recordingProofSchema.parse(reply.json()).cameras;
  };
  const [one, two] = await proofOf();
  expect(one).toEqual({
    cameraId: 'r1-c1',
    zone: 'Europe/Berlin',
    found: { state: 'listed', minutes: [0, 10, 0] },
    failures: [],
  });
  const failure = { fromMs: noonMs + 20 * minuteMs, toMs: noonMs + 30 * minuteMs };
  expect(two).toMatchObject({ cameraId: 'r1-c2', failures: [failure] });
  expect((await proofOf(guard)).map(({ cameraId }) => cameraId)).toEqual(['r1-c1']);
  device.fails = true;
  proxy.parts.recordings.deviceChanged('r1');
  const [failed] = await proofOf(guard);
  expect(failed?.found).toMatchObject({ state: 'failed', problem: { reason: 'answer-timeout' } });
  expect((await proxy.ask('GET', routes.recordingProof)).status).toBe(400);
});

it('notes who watched which recording', async () => {
  const file = await fileOf('r2-c1', noonMs + minuteMs);
  await bytes(routes.recordedBytes('r2-c1', file?.fileId ?? ''), 'bytes=0-9');
  await vi.waitFor(async () => {
    const { text } = await proxy.ask('GET', `${routes.audit}?operation=camera.open-recording`);
    expect(text).toContain('"operation":"camera.open-recording"');
    expect(text).toContain(new Date(file?.fromMs ?? 0).toISOString());
  });
});
