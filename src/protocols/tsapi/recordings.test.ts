import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import documented from './fixtures/vod-recorded.json';
import { recordingOperations as does } from './recordings.ts';

const zone = { name: 'America/New_York' };
const at = (text: string) => Date.parse(text);
const range = { fromMs: at('2018-02-05T22:00Z'), toMs: at('2018-02-06T00:00Z') };

type Query = Readonly<Record<string, unknown>>;
type Reply = (query: Query) => unknown;

function server(reply: Reply, byId: Reply = () => []) {
  const text =
    (of: Reply) =>
    (query: Query): FakeAnswer => ({ text: JSON.stringify(of(query)) });
  return recordingLink({ answers: { 'vod.recorded': text(reply), 'vod.file': text(byId) } });
}

/** An entry as a server writes it, of a second that begins so many seconds after the range does. */
function entry(fileId: number, second: number, lasts = 1) {
  const iso = (ms: number) => new Date(ms).toISOString();
  const beginMs = range.fromMs + second * 1000;
  return {
    ...{ chid: 1, title: 'x', fileId },
    src: [
      {
        src: `http://192.0.2.100/storage/e/0/0/0/0/${fileId}.mp4`,
        type: 'video/mp4',
        timeRange: [iso(beginMs), iso(beginMs + lasts * 1000)],
      },
    ],
  };
}
const idOf = (file: { fileId: string } | null | undefined) => file?.fileId.split('/')[0] ?? null;

describe('listRecordedFiles', () => {
  it('reads the documented reply, without its host', async () => {
    const { link, calls } = server(({ when }) =>
      at(String(when)) === range.fromMs ? documented : [],
    );
    const files = await does.listRecordedFiles(link, '1', range, zone);
    expect(files).toEqual([
      {
        fileId: '100/storage/e/0/0/0/0/100.mp4',
        channel: '1',
        range: { fromMs: at('2018-02-05T22:57:12.935Z'), toMs: at('2018-02-05T22:57:20.036Z') },
        kind: 'continuous',
        type: 'video/mp4',
        widthPixels: 1920,
        heightPixels: 1080,
      },
      expect.objectContaining({ fileId: '104/storage/e/0/0/0/0/104.mp4' }),
    ]);
    expect(calls[0]).toBe(
      'vod.recorded?ch=1&when=2018-02-05T22:00:00.000Z&duration=7200s&limit=50&nolive=true',
    );
    expect(files.map(({ fileId }) => does.recordedFileTarget(fileId))).toEqual([
      '/storage/e/0/0/0/0/100.mp4',
      '/storage/e/0/0/0/0/104.mp4',
    ]);
  });

  it.each([1, 7, 50])('goes on until all is listed where %i come at once', async (most) => {
    const all = Array.from({ length: 120 }, (_, index) => entry(index, index * 60, 60));
    const { link } = server(({ when, limit }) => {
      expect(limit).toBe(50);
      const fromMs = at(String(when));
      const isLeft = (_: unknown, index: number) => range.fromMs + (index + 1) * 60_000 > fromMs;
      return all.filter(isLeft).slice(0, most);
    });
    const files = await does.listRecordedFiles(link, '1', range, zone);
    expect(files.map(idOf)).toEqual(all.map(({ fileId }) => String(fileId)));
  });

  it('ends where a server says the same for ever', async () => {
    const { link, calls } = server(() => [entry(1, 0, 0)]);
    expect(await does.listRecordedFiles(link, '1', range, zone)).toHaveLength(0);
    expect(calls.length).toBeLessThan(4);
  });

  it('takes neither live pictures nor other channels nor what lies outside', async () => {
    const live = {
      chid: 1,
      title: 'x',
      src: [{ src: 'http://192.0.2.1/live', type: 'video/x-flv' }],
    };
    const other = { ...entry(9, 60), chid: 2 };
    const { link } = server(() => [live, other, entry(7, -60), entry(8, 60)]);
    const files = await does.listRecordedFiles(link, '1', range, zone);
    expect(files.map(idOf)).toEqual(['8']);
  });

  it('takes the largest of several sources, and a time without an offset for local', async () => {
    const base = entry(3, 0);
    const timeRange = ['2018-02-05T17:10:00.250', '2018-02-05T17:20:00'];
    const source = (name: string, size: unknown) => ({
      src: `/storage/${name}.mp4`,
      size,
      timeRange,
    });
    const src = [source('sub', [640, 360]), source('main', [1920, 1080]), { src: 'no time' }];
    const hosted = src.map((one) => ({ ...one, src: `http://192.0.2.9${one.src}` }));
    const { link } = server(() => [{ ...base, src: hosted }]);
    const [file] = await does.listRecordedFiles(link, '1', range, zone);
    expect(file).toMatchObject({
      fileId: '3/storage/main.mp4',
      range: { fromMs: at('2018-02-05T22:10:00.250Z'), toMs: at('2018-02-05T22:20:00Z') },
    });
  });

  it.each([
    ['ends before it begins', [{ ...entry(1, 0).src[0], timeRange: ['2018-02-06', '2018-02-05'] }]],
    ['has no source', []],
    ['lies nowhere', [{ ...entry(1, 0).src[0], src: 'http://[' }]],
    ['climbs', [{ ...entry(1, 0).src[0], src: 'http://192.0.2.1/storage/%2e%2e%5cx/a b.mp4?x' }]],
  ])('does not call a time empty whose only file %s', async (_, src) => {
    const { link } = server(() => [{ ...entry(1, 0), src }]);
    const listing = does.listRecordedFiles(link, '1', range, zone);
    await expect(listing).rejects.toMatchObject({ kind: 'malformed-reply' });
  });
});

describe('findRecordedFile', () => {
  const moment = range.fromMs + 100_500;

  it.each([
    ['holds it', 'nothing', [entry(1, 100)], '1', ''],
    ['begins within the second after it', 'nothing', [entry(2, 101)], null, ''],
    ['came before', 'before', [entry(3, 10)], '3', '&otherwise=nearBefore'],
    ['comes after', 'after', [entry(4, 900)], '4', '&otherwise=nearAfter'],
    ['is there neither before', 'before', [], null, '&otherwise=nearBefore'],
    ['nor after', 'after', [], null, '&otherwise=nearAfter'],
  ] as const)('finds the file that %s', async (_, otherwise, reply, found, asked) => {
    const { link, calls } = server(() => reply);
    expect(idOf(await does.findRecordedFile(link, '1', moment, otherwise, zone))).toBe(found);
    expect(calls).toEqual([
      `vod.recorded?ch=1&when=2018-02-05T22:01:40.500Z&limit=50&nolive=true${asked}`,
    ]);
  });

  it('asks for what came before the one that begins a moment later', async () => {
    const { link, calls } = server(
      () => [entry(6, 101)],
      () => [entry(5, 50)],
    );
    expect(idOf(await does.findRecordedFile(link, '1', moment, 'before', zone))).toBe('5');
    expect(calls[1]).toBe('vod.file?ch=1&id=6&prev=true');
  });
});

describe('neighbourOfFile', () => {
  const file = {
    fileId: '20/storage/20.mp4',
    channel: '1',
    range: { fromMs: range.fromMs + 100_000, toMs: range.fromMs + 200_000 },
    kind: 'continuous',
    type: 'video/mp4',
  } as const;
  const around = [
    entry(10, 10),
    entry(15, 50),
    entry(20, 100, 100),
    entry(30, 300),
    entry(40, 400),
  ];

  it.each([
    ['next', '30', 'vod.file?ch=1&id=20&next=true'],
    ['previous', '15', 'vod.file?ch=1&id=20&prev=true'],
  ] as const)('takes the nearest, %s, of what a server lists around it', async (side, id, call) => {
    const { link, calls } = server(
      () => [],
      () => around,
    );
    expect(idOf(await does.neighbourOfFile(link, file, side, zone))).toBe(id);
    expect(calls).toEqual([call]);
  });

  it('is none at the end', async () => {
    const { link } = server(
      () => [],
      () => [entry(20, 100, 100)],
    );
    expect(await does.neighbourOfFile(link, file, 'next', zone)).toBeNull();
  });
});

it.each([
  '',
  '100',
  '/storage/e/1.mp4',
  '1/../x.mp4',
  '1/a/../x',
  '1//host/x.mp4',
  '1/a?auth=x',
  'x/a.mp4',
])('no bytes come from %j', (fileId) => {
  expect(() => does.recordedFileTarget(fileId)).toThrow(
    expect.objectContaining({ kind: 'malformed-reply' }),
  );
});
