import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TsNvr } from './ts-nvr.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const begun = Date.UTC(2026, 10, 21, 17, 30, 20);
let nowMs = begun;
const nvr = new TsNvr({ port: 0, now: () => nowMs });
const login = Buffer.from(`${nvr.username}:${nvr.password}`).toString('base64');

beforeAll(() => nvr.start());
afterAll(() => nvr.stop());
afterEach(() => {
  nowMs = begun;
  nvr.recordings.setClockAhead(0);
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${nvr.origin}${path}`, {
    headers: { Authorization: `Basic ${login}`, ...headers },
  });
}

interface Video {
  readonly chid: number;
  readonly fileId?: number;
  readonly src: readonly { readonly src: string; readonly timeRange: readonly [string, string] }[];
}

async function vod(query: string): Promise<readonly Video[]> {
  const reply = await get(`/api/vod?${query}`);
  expect(reply.status).toBe(200);
  return (await reply.json()) as Video[];
}
const idsOf = (videos: readonly Video[]) => videos.map(({ fileId }) => fileId);
const rangeOf = (video: Video | undefined) =>
  (video?.src[0]?.timeRange ?? []).map((text) => Date.parse(text));

describe('vod', () => {
  const when = '2026-11-21T12:00:00-05:00';

  it('finds a second around a moment, and more where a duration is given', async () => {
    const [only, ...rest] = await vod(`ch=1&when=${when}`);
    const [fromMs = 0, toMs = 0] = rangeOf(only);
    expect(rest).toEqual([]);
    expect(fromMs).toBeLessThanOrEqual(Date.parse(when));
    expect(toMs).toBeGreaterThan(Date.parse(when));
    expect(only?.src[0]?.src).toBe(
      `${nvr.origin}/storage/e/0/0/${Math.floor((only?.fileId ?? 0) / 1e6)}/${Math.floor((only?.fileId ?? 0) / 1e3)}/${only?.fileId}.mp4`,
    );
    expect(await vod(`ch=1&when=${when}&duration=5m&limit=50`)).toHaveLength(6);
    expect(await vod(`ch=1&when=${when}&duration=1h`)).toHaveLength(10);
    expect(await vod(`ch=1&when=${when}&duration=1d&limit=50`)).toHaveLength(31);
    expect(await vod(`ch=1&when=${when}&duration=300`)).toHaveLength(6);
  });

  it.each([
    `when=${when}`,
    'ch=1&when=yesterday',
    `ch=1&when=${when}&limit=51`,
    `ch=1&when=${when}&duration=1h30m`,
  ])('answers 400 to %s', async (query) => {
    expect((await get(`/api/vod?${query}`)).status).toBe(400);
  });

  it('goes from file to file, and ends with the last that is closed', async () => {
    const [first] = await vod(`ch=8&when=2026-11-20T00:00:00Z&duration=1d&limit=1`);
    const all = await vod(`id=${first?.fileId}&limit=50`);
    expect(all[0]).toEqual(first);
    expect(await vod(`ch=8&id=${first?.fileId}&next&limit=49`)).toEqual(all.slice(1));
    expect(await vod(`ch=8&id=${all[5]?.fileId}&prev=true`)).toEqual([all[4]]);
    const [last] = await vod('ch=8&when=2026-11-21T17:30:00Z&otherwise=nearBefore&nolive');
    expect(await vod(`ch=8&id=${last?.fileId}&next`)).toEqual([]);
    expect(await vod('id=1')).toEqual([]);
  });

  it('has nothing in a gap but what is near to it', async () => {
    const pieces = nvr.recordings.pieces(4, nowMs - 3 * dayMs, nowMs);
    const gap = pieces.findIndex(
      ({ toMs }, index) => (pieces[index + 1]?.fromMs ?? toMs) > toMs + 5000,
    );
    const inGap = new Date((pieces[gap]?.toMs ?? 0) + 2000).toISOString();
    expect(await vod(`ch=4&when=${inGap}`)).toEqual([]);
    const near = async (side: string) =>
      rangeOf((await vod(`ch=4&when=${inGap}&otherwise=${side}`))[0]);
    expect(await near('nearBefore')).toEqual([pieces[gap]?.fromMs, pieces[gap]?.toMs]);
    expect(await near('nearAfter')).toEqual([pieces[gap + 1]?.fromMs, pieces[gap + 1]?.toMs]);
  });

  it('adds the live picture to a search that ends in the present, unless told not to', async () => {
    const recent = new Date(nowMs - 1000).toISOString();
    expect(idsOf(await vod(`ch=1&when=${recent}`))).toEqual([undefined]);
    expect(await vod(`ch=1&when=${recent}&nolive`)).toEqual([]);
  });

  it('grows with the clock, file by file', async () => {
    const before = nvr.recordings.pieces(1, nowMs - 10 * minuteMs, nowMs);
    nowMs += 2 * minuteMs;
    const after = nvr.recordings.pieces(1, begun - 10 * minuteMs, nowMs);
    expect(after).toHaveLength(before.length + 2);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.at(-1)?.toMs).toBeLessThanOrEqual(nowMs);
  });
});

describe('find', () => {
  it('tells minutes by the clock of whoever asks, three days at most', async () => {
    const ask = async (query: string) =>
      (await get(`/api/find?what=recMinutes&ch=1&${query}`)).json();
    const utc = await ask('timeBegin=2026-11-21T12:00:00Z&timeEnd=2026-11-21T13:00:00Z');
    expect(utc).toMatchObject({
      timeBegin: '2026-11-21T12:00:00.000Z',
      data: [{ chid: 1, data: [{ year: 2026, month: 11, day: 21, hour: 12 }] }],
    });
    const local = await ask(
      'timeBegin=2026-11-21T12:00:00-05:00&timeEnd=2026-11-21T12:10:00-05:00',
    );
    expect(local).toMatchObject({
      timeBegin: '2026-11-21T12:00:00.000-05:00',
      data: [{ data: [{ hour: 12, minutes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }] }],
    });
    const long = 'timeBegin=2026-11-18T00:00:00Z&timeEnd=2026-11-21T00:00:01Z';
    expect((await get(`/api/find?what=recMinutes&${long}`)).status).toBe(400);
    expect((await get('/api/find?what=recMinutes')).status).toBe(400);
  });

  it('tells days of all channels together, or of each that is named', async () => {
    const together = await (await get('/api/find?what=recDays')).json();
    expect(together).toMatchObject({
      data: [
        { year: 2026, month: 3, days: [6, 7, 8, 9, 27, 28, 29, 30] },
        { month: 10 },
        { month: 11 },
      ],
    });
    const each = await (
      await get('/api/find?what=recDays&ch=1,2&timeBegin=2026-11-20T00:00:00-05:00')
    ).json();
    expect(each).toMatchObject({
      data: [
        { chid: 1, data: [{ year: 2026, month: 11, days: [20, 21] }] },
        { chid: 2, data: [{ year: 2026, month: 11, days: [20, 21] }] },
      ],
    });
  });
});

describe('files', () => {
  it('come whole or in part to whoever has an account', async () => {
    const [video] = await vod('ch=7&when=2026-11-21T12:00:00Z&otherwise=nearBefore');
    const path = new URL(video?.src[0]?.src ?? '').pathname;
    const whole = Buffer.from(await (await get(path)).arrayBuffer());
    expect(whole.toString('latin1', 4, 8)).toBe('ftyp');
    const part = await get(path, { Range: 'bytes=1000-1999' });
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes 1000-1999/${whole.length}`,
    ]);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(1000, 2000));
    expect((await fetch(`${nvr.origin}${path}`)).status).toBe(401);
    expect((await get(path.replace(/\d+\.mp4$/, '1.mp4'))).status).toBe(404);
    expect((await get(path.replace('/storage/e/0', '/storage/e/1'))).status).toBe(404);
  });
});

describe('a clock that is late', () => {
  it('names everything earlier than it was, and the pictures stay those of their true time', async () => {
    const truth = nvr.recordings.pieces(1, nowMs - 10 * minuteMs, nowMs);
    nvr.recordings.setClockAhead(-90_000);
    const late = nvr.recordings.pieces(1, nowMs - 12 * minuteMs, nowMs);
    expect(late.at(-1)?.toMs).toBeLessThanOrEqual(nowMs - 90_000);
    expect(late.at(-1)?.toMs).toBeGreaterThan(nowMs - 90_000 - minuteMs);
    const { headers } = await get('/api/info?all');
    expect(Date.parse(headers.get('date') ?? '')).toBe(Math.floor((nowMs - 90_000) / 1000) * 1000);
    const bytesAt = async (instant: number) => {
      const [video] = await vod(`ch=1&when=${new Date(instant).toISOString()}`);
      return Buffer.from(
        await (await get(new URL(video?.src[0]?.src ?? '').pathname)).arrayBuffer(),
      );
    };
    const shown = await bytesAt((truth[0]?.fromMs ?? 0) + 1000);
    nvr.recordings.setClockAhead(-60_000);
    const aRoundEarlier = await bytesAt((truth[0]?.fromMs ?? 0) + 1000);
    nvr.recordings.setClockAhead(0);
    const inTime = await bytesAt((truth[0]?.fromMs ?? 0) + 1000);
    expect(aRoundEarlier.equals(inTime)).toBe(true);
    expect(shown.equals(inTime)).toBe(false);
  });
});
