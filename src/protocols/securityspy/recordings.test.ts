import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { recordingOperations as does } from './recordings.ts';

const zone = { name: 'America/New_York' };
const at = (text: string) => Date.parse(text);
const range = { fromMs: at('2026-11-20T05:00Z'), toMs: at('2026-11-21T05:00Z') };

type Query = Readonly<Record<string, unknown>>;

interface Settings {
  readonly dateFormat?: string;
  readonly permissions?: number;
}

function server(
  list: (query: Query) => FakeAnswer,
  { dateFormat = 'DD/MM/YYYY', permissions = 519 }: Settings = {},
) {
  const info = {
    server: { version: '6.20', 'seconds-from-gmt': -18_000, 'date-format': dateFormat },
    'camera-list': [{ number: 4, permissions }],
  };
  return recordingLink({
    answers: { 'system.info': { text: JSON.stringify(info) }, 'footage.list': list },
  });
}

/** A film or still of camera 4 as a feed lists it, with its end in UTC. */
function entry(name: string, updated: string, camera = 4) {
  const day = name.replace(/(\d\d)-(\d\d)-(\d{4}).*/, '$3-$2-$1');
  const address = `++getfile/${camera}/${day}/${name.replaceAll(' ', '+')}`;
  return `<entry><title>${name}</title><link rel="alternate" length="9" type="video/quicktime" href="${address}"/><updated>${updated}</updated></entry>`;
}

function feed(entries: readonly string[], continuation = ''): FakeAnswer {
  const next = continuation === '' ? '' : `<continuation>${continuation}</continuation>`;
  return { text: `<feed>${next}${entries.join('')}</feed>` };
}

const films = [
  entry('20-11-2026 23-55-00 C Gate.m4v', '2026-11-21T05:05:00Z'),
  entry('20-11-2026 12-10-00 C Gate.m4v', '2026-11-20T17:20:00Z'),
  entry('20-11-2026 12-05-00 M Gate.m4v', '2026-11-20T17:05:09Z'),
  entry('20-11-2026 12-05-01 M Gate.jpg', '2026-11-20T17:05:01Z'),
  entry('20-11-2026 12-00-00 C Gate.m4v', '2026-11-20T17:10:00Z'),
  entry('19-11-2026 23-50-00 C Gate.m4v', '2026-11-20T05:00:00Z'),
];
const span = (from: string, to: string, kind: string) => ({ fromMs: at(from), toMs: at(to), kind });

describe('listRecordedSpans', () => {
  it('tells all three kinds exactly, joined and cut to the range', async () => {
    const { link, calls } = server(() => feed(films));
    const found = await does.listRecordedSpans(link, ['4'], range, zone);
    expect(found.get('4')).toEqual({
      precision: 'exact',
      spans: [
        span('2026-11-20T17:00:00Z', '2026-11-20T17:20:00Z', 'continuous'),
        span('2026-11-20T17:05:00Z', '2026-11-20T17:05:09Z', 'motion'),
        span('2026-11-20T17:05:01Z', '2026-11-20T17:05:02Z', 'image'),
        span('2026-11-21T04:55:00Z', '2026-11-21T05:00:00Z', 'continuous'),
      ],
    });
    expect(calls).toEqual([
      'system.info?format=json',
      'footage.list?cameraNum=4&ccFilesCheck=1&mcFilesCheck=1&imageFilesCheck=1&date1Text=19/11/2026&date2Text=21/11/2026&format=xml',
    ]);
  });

  it.each([
    ['MM/DD/YYYY', 'date1Text=11/19/2026&date2Text=11/21/2026'],
    ['YYYY.MM.DD', 'date1Text=2026.11.19&date2Text=2026.11.21'],
    ['', 'date1=2026-11-19&date2=2026-11-21'],
    ['a format nobody knows', 'date1=2026-11-19&date2=2026-11-21'],
  ])('writes dates as the settings of the server do: %j', async (dateFormat, dates) => {
    const { link, calls } = server(() => feed([]), { dateFormat });
    await does.listRecordedSpans(link, ['4'], range, zone);
    expect(calls[1]).toContain(`&${dates}&`);
  });

  it('takes the zone of the server where nobody knows another', async () => {
    const { link, calls } = server(() => feed([]));
    await does.listRecordedDays(link, ['4'], range, {});
    expect(calls[1]).toContain('date2Text=21/11/2026');
  });
});

describe('listRecordedFiles', () => {
  it('goes on page by page, takes each file once and ends where a server goes round', async () => {
    const pages: Readonly<Record<string, FakeAnswer>> = {
      undefined: feed(films.slice(0, 3), '0007EA0B14110500'),
      '0007EA0B14110500': feed(films.slice(2, 5), '0007EA0B14110000'),
      '0007EA0B14110000': feed(films.slice(4), '0007EA0B14110000'),
    };
    const { link, calls } = server(({ continuation }) => pages[String(continuation)] ?? feed([]));
    const files = await does.listRecordedFiles(link, '4', range, zone);
    expect(files.map(({ fileId }) => fileId)).toEqual([
      '4/2026-11-20/20-11-2026+12-00-00+C+Gate.m4v',
      '4/2026-11-20/20-11-2026+12-05-00+M+Gate.m4v',
      '4/2026-11-20/20-11-2026+12-05-01+M+Gate.jpg',
      '4/2026-11-20/20-11-2026+12-10-00+C+Gate.m4v',
      '4/2026-11-20/20-11-2026+23-55-00+C+Gate.m4v',
    ]);
    expect(calls).toHaveLength(4);
  });

  it('does not show a part of a list that never ends', async () => {
    let page = 0;
    const { link } = server(() => {
      page += 1;
      return feed([], `PAGE${page}`);
    });
    const listing = does.listRecordedFiles(link, '4', range, zone);
    await expect(listing).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('stops where pages are fuller than any server makes them', async () => {
    let page = 0;
    const { link, calls } = server(() => {
      page += 1;
      const names = Array.from({ length: 4000 }, (_, file) => `20${page}+C+${file}.m4v`);
      return feed(
        names.map((name) => `<entry><link href="++getfile/4/2026-11-20/1-1-${name}"/></entry>`),
        `PAGE${page}`,
      );
    });
    const listing = does.listRecordedFiles(link, '4', range, zone);
    await expect(listing).rejects.toMatchObject({ reason: 'too-large' });
    expect(calls.length).toBeLessThan(20);
  });

  it('takes no file of another camera', async () => {
    const { link } = server(() =>
      feed([entry('20-11-2026 12-00-00 C Yard.m4v', '2026-11-20T17:10:00Z', 5)]),
    );
    expect(await does.listRecordedFiles(link, '4', range, zone)).toEqual([]);
  });

  it.each([401, 403])('takes status %i for a missing right', async (status) => {
    const { link } = server(() => ({ status }));
    const listing = does.listRecordedFiles(link, '4', range, zone);
    await expect(listing).rejects.toMatchObject({ kind: 'forbidden', reason: 'no-permission' });
  });

  it('asks for no files that the account may not have, and for no camera that is not there', async () => {
    const { link, calls } = server(() => feed(films), { permissions: 513 });
    const listing = does.listRecordedFiles(link, '4', range, zone);
    await expect(listing).rejects.toMatchObject({ reason: 'no-permission' });
    const unknown = does.listRecordedFiles(link, '5', range, zone);
    await expect(unknown).rejects.toMatchObject({ reason: 'not-found' });
    expect(calls.filter((call) => call.startsWith('footage'))).toEqual([]);
  });
});

it('findRecordedFile and neighbourOfFile go from film to film', async () => {
  const { link } = server(() => feed(films));
  const find = (moment: string) => does.findRecordedFile(link, '4', at(moment), 'before', zone);
  const noon = await find('2026-11-20T17:05:03Z');
  expect(noon?.fileId).toBe('4/2026-11-20/20-11-2026+12-00-00+C+Gate.m4v');
  const next = noon === null ? null : await does.neighbourOfFile(link, noon, 'next', zone);
  expect(next?.fileId).toBe('4/2026-11-20/20-11-2026+12-10-00+C+Gate.m4v');
  expect((await find('2026-11-20T20:00:00Z'))?.fileId).toBe(next?.fileId);
});

it('listRecordedDays tells days of the calendar of the server', async () => {
  const { link } = server(() => feed(films));
  const wide = { fromMs: range.fromMs - 86_400_000, toMs: range.toMs + 86_400_000 };
  const days = await does.listRecordedDays(link, ['4'], wide, zone);
  expect(days.map(({ day }) => day)).toEqual([19, 20, 21]);
});

describe('recordedFileTarget', () => {
  it.each([
    ['4/2026-11-20/a+M+Gate.m4v', 'full', '/++getfile/4/2026-11-20/a+M+Gate.m4v'],
    ['4/2026-11-20/a+M+Gate.m4v', 'low', '/++getfilelb/4/2026-11-20/a+M+Gate.m4v'],
    ['4/2026-11-20/a+M+Gate.jpg', 'low', '/++getfile/4/2026-11-20/a+M+Gate.jpg'],
  ] as const)('%s, %s', (fileId, quality, target) => {
    expect(does.recordedFileTarget(fileId, quality)).toBe(target);
  });

  it.each(['', '4/2026-11-20/../x', '++doScript?name=x', '//192.0.2.1/x'])(
    'is none of %j',
    (fileId) => {
      expect(() => does.recordedFileTarget(fileId, 'full')).toThrow('not-found');
    },
  );
});
