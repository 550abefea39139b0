import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceZone } from '../src/domain/device-identity.ts';
import type { RecordedSpan, TimeRange } from '../src/domain/recording.ts';
import { protocolById } from '../src/protocols/catalogue.ts';
import type { RecordedFile } from '../src/protocols/recording-operations.ts';
import { connect } from '../src/proxy/link/test-server.ts';
import type { SimulatedDevice } from '../src/simulated-devices/device.ts';
import type { RecordedPiece } from '../src/simulated-devices/device-recordings.ts';
import { IpCameraDevice } from '../src/simulated-devices/ipcamera/ip-camera-device.ts';
import { standardCameras } from '../src/simulated-devices/scenery/site-cameras.ts';
import { SecuritySpy } from '../src/simulated-devices/securityspy/security-spy.ts';
import { OlderSecuritySpy } from '../src/simulated-devices/securityspy-legacy/older-security-spy.ts';
import { TsNvr } from '../src/simulated-devices/ts-nvr/ts-nvr.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Three weeks after the clocks of New York went back. */
const nowMs = Date.UTC(2026, 10, 21, 12, 34, 56);
const now = () => nowMs;
/** How fast a device answers is not what is looked at here. */
const patient = { answerMs: 15_000, callDeadlineMs: 20_000 };
const newYork = { name: 'America/New_York', offsetMinutes: -300 };
const berlin = { name: 'Europe/Berlin', offsetMinutes: 60 };
const onlyOffset = { offsetMinutes: -300 };

const [cardCamera] = standardCameras;
if (cardCamera === undefined) throw new TypeError('the site has no standard cameras');

const recorder = new TsNvr({ port: 0, now });
const berlinRecorder = new TsNvr({ port: 0, now, timeZone: 'Europe/Berlin' });
const spy = new SecuritySpy({ port: 0, now });
const older = new OlderSecuritySpy({ port: 0, now });
const card = new IpCameraDevice({
  ...{ port: 0, mjpegPort: 0, rtspPort: 0 },
  ...{ camera: cardCamera, model: 'ptz', now },
});
const devices: readonly SimulatedDevice[] = [recorder, berlinRecorder, spy, older, card];
const links: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  await Promise.all(devices.map((device) => device.start()));
});
afterAll(async () => {
  await Promise.all(links.map((link) => link.close()));
  await Promise.all(devices.map((device) => device.stop()));
});

/** The product's own way to a device, and what its protocol can do. */
function reach(device: SimulatedDevice) {
  const protocol = protocolById(device.protocol);
  if (protocol === undefined) throw new TypeError(`no protocol ${device.protocol}`);
  const { username, password } = device;
  const link = connect(device.origin, {
    protocol,
    credentials: () => ({ username, password }),
    limits: patient,
  });
  links.push(link);
  return { link, does: protocol.operations };
}

async function spansOf(
  device: SimulatedDevice,
  channels: readonly string[],
  range: TimeRange,
  zone: DeviceZone,
) {
  const { link, does } = reach(device);
  const found = await does.listRecordedSpans?.(link, channels, range, zone);
  if (found === undefined) throw new TypeError('not offered');
  return found;
}

/** The device's own list as a timeline ought to show it, by a way of its own. */
function joined(
  pieces: readonly RecordedPiece[],
  range: TimeRange,
  stepMs: number,
): RecordedSpan[] {
  const spans: { fromMs: number; toMs: number; kind: RecordedPiece['kind'] }[] = [];
  for (const { fromMs, toMs, kind } of pieces) {
    const begin = Math.max(range.fromMs, Math.floor(fromMs / stepMs) * stepMs);
    const end = Math.min(range.toMs, Math.ceil(toMs / stepMs) * stepMs);
    const before = spans.findLast((span) => span.kind === kind);
    if (begin >= end) continue;
    if (before !== undefined && before.toMs >= begin) before.toMs = Math.max(before.toMs, end);
    else spans.push({ fromMs: begin, toMs: end, kind });
  }
  return spans;
}

describe('a recorder that tells minutes', () => {
  const channels = ['1', '3', '5', '8'];
  const odd = (day: string, from: string, to: string) =>
    [day, { fromMs: Date.parse(from), toMs: Date.parse(to) }] as const;

  it('is shown as it is, over a month', async () => {
    const range = { fromMs: nowMs - 31 * dayMs, toMs: nowMs };
    const found = await spansOf(recorder, channels, range, newYork);
    expect([...found.keys()]).toEqual(channels);
    for (const [channel, { precision, spans }] of found) {
      const pieces = recorder.recordings.pieces(Number(channel), range.fromMs, range.toMs);
      expect(precision).toBe('minute');
      expect(pieces.length).toBeGreaterThan(1000);
      expect(spans, channel).toEqual(joined(pieces, range, minuteMs));
    }
  });

  it.each([
    odd('of 25 hours in New York', '2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00'),
    odd('of 23 hours in New York', '2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00'),
    odd('of 25 hours in Berlin', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00'),
    odd('of 23 hours in Berlin', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00'),
  ])('has no wrong minute on the day %s', async (_, range) => {
    for (const [device, zone] of [
      [recorder, newYork],
      [berlinRecorder, berlin],
    ] as const) {
      const found = await spansOf(device, ['4', '8'], range, zone);
      for (const [channel, { spans }] of found) {
        const pieces = device.recordings.pieces(Number(channel), range.fromMs, range.toMs);
        expect(spans, `${zone.name} ${channel}`).toEqual(joined(pieces, range, minuteMs));
        expect(spans.length).toBeGreaterThan(1);
      }
    }
  });

  it('lists the files of a day, each once, and finds any of them by its moment', async () => {
    const { link, does } = reach(recorder);
    const range = { fromMs: nowMs - dayMs, toMs: nowMs };
    const files = (await does.listRecordedFiles?.(link, '4', range, newYork)) ?? [];
    const pieces = recorder.recordings.pieces(4, range.fromMs, range.toMs);
    expect(files.length).toBeGreaterThan(50);
    expect(files.map((file) => file.range)).toEqual(
      pieces.map(({ fromMs, toMs }) => ({ fromMs, toMs })),
    );
    const [first, , third] = files;
    const at = (third?.range.fromMs ?? 0) + 1000;
    expect(await does.findRecordedFile?.(link, '4', at, 'nothing', newYork)).toEqual(third);
    const second = await does.neighbourOfFile?.(link, first as RecordedFile, 'next', newYork);
    expect(second).toEqual(files[1]);
  });

  it('tells the days of its own calendar', async () => {
    const { link, does } = reach(recorder);
    const range = {
      fromMs: Date.parse('2026-10-31T23:00-04:00'),
      toMs: Date.parse('2026-11-02T00:30-05:00'),
    };
    expect(await does.listRecordedDays?.(link, ['1', '2'], range, newYork)).toEqual(
      [
        [10, 31],
        [11, 1],
        [11, 2],
      ].map(([month, day]) => ({ year: 2026, month, day })),
    );
  });

  it('has nothing yet of the minute that it is writing', async () => {
    const range = { fromMs: nowMs - 5 * minuteMs, toMs: nowMs };
    const [span] = (await spansOf(recorder, ['1'], range, newYork)).get('1')?.spans ?? [];
    expect(span?.fromMs).toBe(range.fromMs);
    expect(span?.toMs).toBeGreaterThan(nowMs - 2 * minuteMs);
    expect(span?.toMs).toBeLessThanOrEqual(nowMs);
    const { link, does } = reach(recorder);
    expect(await does.findRecordedFile?.(link, '1', nowMs - 1, 'nothing', newYork)).toBeNull();
    const last = await does.findRecordedFile?.(link, '1', nowMs - 1, 'before', newYork);
    expect(last?.range.toMs).toBeGreaterThan(nowMs - minuteMs);
  });
});

describe('a server that lists files', () => {
  const channels = ['0', '3'];

  it.each([
    ['in its own zone', newYork],
    ['where only its offset of today is known', onlyOffset],
  ])('is shown exactly around a day of 25 hours, %s', async (_, zone) => {
    const range = { fromMs: Date.UTC(2026, 9, 30, 12), toMs: Date.UTC(2026, 10, 7, 12) };
    const found = await spansOf(spy, channels, range, zone);
    for (const channel of channels) {
      const pieces = spy.recordings.pieces(Number(channel), range.fromMs, range.toMs);
      const spans = found.get(channel)?.spans ?? [];
      expect(found.get(channel)?.precision).toBe('exact');
      expect(spans).toEqual(joined(pieces, range, 1000));
    }
    const pages = spy.log.entries.filter(({ target }) => target.includes('continuation='));
    expect(pages.length).toBeGreaterThan(4);
    expect(spy.log.entries.some(({ target }) => target.includes('date1Text=10%2F'))).toBe(true);
  });

  it('tells its stills beside its films', async () => {
    const range = { fromMs: nowMs - 3 * dayMs, toMs: nowMs };
    const found = await spansOf(spy, ['3'], range, newYork);
    const kinds = found.get('3')?.spans.map(({ kind }) => kind) ?? [];
    expect(kinds.filter((kind) => kind === 'image')).toHaveLength(3);
    expect(new Set(kinds)).toEqual(new Set(['continuous', 'motion', 'image']));
  });

  it('of the older generation is shown exactly, though it tells no zone', async () => {
    const range = { fromMs: nowMs - 6 * dayMs, toMs: nowMs };
    const found = await spansOf(older, ['0', '1'], range, {});
    for (const channel of ['0', '1']) {
      const pieces = older.recordings.pieces(Number(channel), range.fromMs, range.toMs);
      const spans = found.get(channel)?.spans ?? [];
      expect(spans.filter(({ kind }) => kind !== 'image')).toEqual(
        joined(pieces, range, 1000).filter(({ kind }) => kind !== 'image'),
      );
      expect(spans.length).toBeGreaterThan(20);
    }
  });

  it('on a memory card is shown to the minute, and loses what is removed', async () => {
    const range = { fromMs: nowMs - dayMs, toMs: nowMs };
    const pieces = card.recordings.pieces(1, range.fromMs, range.toMs);
    const found = await spansOf(card, ['1'], range, { offsetMinutes: 0 });
    expect(found.get('1')).toEqual({
      precision: 'minute',
      spans: joined(pieces, range, minuteMs),
    });
    const { link, does } = reach(card);
    const files = (await does.listRecordedFiles?.(link, '1', range, {})) ?? [];
    expect(files).toHaveLength(6);
    await does.removeRecordedFile?.(link, files[0]?.fileId ?? '');
    expect(await does.listRecordedFiles?.(link, '1', range, {})).toEqual(files.slice(1));
  });
});

describe.each([
  ['tsapi', recorder, '7', newYork],
  ['securityspy', spy, '4', newYork],
  ['securityspy-legacy', older, '1', newYork],
  ['ipcamera', card, '1', { offsetMinutes: 0 }],
] as const)('the bytes of %s', (_, device, channel, zone) => {
  it('come from where the file says', async () => {
    const { link, does } = reach(device);
    const file = await does.findRecordedFile?.(link, channel, nowMs - hourMs, 'before', zone);
    const target = does.recordedFileTarget?.(file?.fileId ?? '', 'full') ?? '';
    const limits = { maximumBytes: 2 ** 24, deadlineMs: 10_000 };
    const { bytes } = await link.readFile(target, limits);
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(['ftyp', 'AVI ']).toContain(
      bytes.toString('latin1', ...(bytes.toString('latin1', 0, 4) === 'RIFF' ? [8, 12] : [4, 8])),
    );
  });
});
