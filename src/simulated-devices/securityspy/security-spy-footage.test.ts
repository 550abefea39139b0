import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readPicture, TestClient } from '../video-server/test-client.ts';
import { SecuritySpy } from './security-spy.ts';

/** 23:30 on the site's wall clock, so that the day is full. */
const lateEvening = Date.UTC(2026, 10, 22, 4, 30);
let now = lateEvening;
const server = new SecuritySpy({ port: 0, now: () => now });
const client = new TestClient(server);

beforeAll(() => server.start());
afterAll(() => server.stop());
afterEach(() => {
  now = lateEvening;
});

interface Entry {
  readonly title: string;
  readonly type: string;
  readonly length: number;
  readonly href: string;
  readonly updated: string;
  readonly camera: number;
}

interface Feed {
  readonly entries: readonly Entry[];
  readonly continuation: string;
}

async function feed(query: string): Promise<Feed> {
  const xml = await client.text(`++download?${query}&format=xml`);
  const of = (text: string, pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  return {
    continuation: of(xml, /<continuation>(\w+)</),
    entries: (xml.match(/<entry>.*?<\/entry>/gs) ?? []).map((entry) => ({
      title: of(entry, /<title>(.*?)</),
      type: of(entry, /type="(.*?)"/),
      length: Number(of(entry, /length="(\d+)"/)),
      href: of(entry, /href="(.*?)"/),
      updated: of(entry, /<updated>(.*?)</),
      camera: Number(of(entry, /<bsl:cameraNum>(\d+)</)),
    })),
  };
}

describe('download', () => {
  it('lists over a thousand files in pages of 200, newest first, without gap or repetition', async () => {
    const cameras = 'cameraNum=0&cameraNum=3&date1=2026-10-31&date2=2026-11-07';
    const listed: Entry[] = [];
    let page = await feed(cameras);
    const { continuation } = page;
    expect(continuation).toMatch(/^0007EA[0-9A-F]{10}$/);
    while (page.continuation !== 'FFFFFFFFFFFFFFFF') {
      expect(page.entries).toHaveLength(200);
      listed.push(...page.entries);
      page = await feed(`${cameras}&continuation=${page.continuation}`);
    }
    listed.push(...page.entries);
    expect(listed.length).toBeGreaterThan(1100);
    const begun = listed.map(({ title }) =>
      title.replace(/(\d\d-\d\d)-(\d{4}) (\S+).*/, '$2-$1 $3'),
    );
    const oneSeason = begun.filter((at) => at > '2026-11-01 02');
    expect(oneSeason).toEqual(oneSeason.toSorted().reverse());
    expect(new Set(listed.map(({ href }) => href)).size).toBe(listed.length);
  });

  it('goes on page by page to the same files', async () => {
    const titles: string[] = [];
    let token = '';
    while (token !== 'FFFFFFFFFFFFFFFF') {
      const { entries, continuation } = await feed(
        `cameraNum=4&results=20${token === '' ? '' : `&continuation=${token}`}`,
      );
      titles.push(...entries.map(({ title }) => title));
      token = continuation;
    }
    expect(titles).toEqual(
      (await feed('cameraNum=4&results=500')).entries.map(({ title }) => title),
    );
    expect(titles).toHaveLength(162);
  });

  it('captures with some cameras around the clock, also through the hour that comes twice', async () => {
    const day = 'date1=2026-11-01&date2=2026-11-01&ccFilesCheck=1&results=500';
    const { entries } = await feed(`cameraNum=0&${day}`);
    expect(entries).toHaveLength(25 * 6);
    expect(new Set(entries.map(({ href }) => href)).size).toBe(25 * 6);
    expect(entries.filter(({ title }) => / 01-/.test(title))).toHaveLength(12);
    const ends = entries.map(({ updated }) => Date.parse(updated));
    expect(new Set(ends.slice(1).map((end, index) => (ends[index] ?? 0) - end))).toEqual(
      new Set([600_000]),
    );
  });

  it.each([
    ['ccFilesCheck=1', 31, /^1[01]-\d\d-2026 \d\d-\d\d-\d\d C Roof plant\.m4v$/],
    ['mcFilesCheck=1', 124, /^1[01]-\d\d-2026 \d\d-\d\d-\d\d M Roof plant\.m4v$/],
    ['imageFilesCheck=1', 7, /^11-\d\d-2026 \d\d-\d\d-\d\d M Roof plant\.jpg$/],
    ['ccFilesCheck=1&mcFilesCheck=0', 31, / C /],
  ])('with %s lists %i files', async (query, count, name) => {
    const { entries } = await feed(`cameraNum=3&${query}`);
    expect(entries).toHaveLength(count);
    for (const { title, camera } of entries) {
      expect(title).toMatch(name);
      expect(camera).toBe(3);
    }
  });

  it.each([
    ['date1Text=11/20/2026&date2Text=11/20/2026', ['11-20-2026']],
    ['date1=2026-11-18&date2=2026-11-19', ['11-18-2026', '11-19-2026']],
    ['date1Text=2026-11-21', ['11-21-2026']],
    ['ageText=1', ['11-20-2026', '11-21-2026']],
    ['date2Text=10/22/2026', ['10-22-2026']],
    ['date1Text=11/31/2026&ageText=1', ['11-20-2026', '11-21-2026']],
  ])('with %s lists those days', async (query, days) => {
    const { entries } = await feed(`cameraNum=0&results=500&${query}`);
    expect([...new Set(entries.map(({ title }) => title.slice(0, 10)))].sort()).toEqual(days);
  });

  it('is a page with links for a person', async () => {
    const page = await client.text('++download?cameraNum=0&results=3&format=list');
    const links = page.match(/href="[^"]+"/g) ?? [];
    expect(links).toHaveLength(3);
    const address = (links[0] ?? '').slice('href="'.length, -1);
    expect((await client.get(address)).status).toBe(200);
  });
});

describe('files', () => {
  const one = async (query: string): Promise<Entry> => {
    const [entry] = (await feed(`cameraNum=1&${query}&results=1`)).entries;
    if (entry === undefined) throw new TypeError('no file');
    return entry;
  };

  it('are as long as the list says, and films play from their first box', async () => {
    const { href, length } = await one('mcFilesCheck=1');
    const reply = await client.get(href);
    expect(reply.headers.get('content-type')).toBe('video/quicktime');
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes).toHaveLength(length);
    expect(bytes.toString('latin1', 4, 8)).toBe('ftyp');
    expect(bytes.includes('avcC')).toBe(true);
  });

  it('are pictures of their camera', async () => {
    const { href, length } = await one('imageFilesCheck=1');
    const bytes = await client.bytes(href);
    expect(bytes).toHaveLength(length);
    expect((await readPicture(bytes)).watermark?.camera).toBe(22);
  });

  it.each([
    ['getfile', 'video/quicktime'],
    ['getfilehb', 'video/quicktime'],
    ['getfilelb', 'video/mp4'],
  ])('come by %s as %s', async (path, type) => {
    const { href } = await one('mcFilesCheck=1');
    const reply = await client.get(href.replace('getfile', path));
    expect(reply.headers.get('content-type')).toBe(type);
    await reply.arrayBuffer();
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=100-', 100, null],
    ['bytes=-50', -50, null],
  ])('are cut by Range %s', async (range, from, to) => {
    const { href, length } = await one('mcFilesCheck=1');
    const whole = await client.bytes(href);
    const reply = await client.get(href, 'admin', { headers: { Range: range } });
    expect(reply.status).toBe(206);
    const part = whole.subarray(from, to === null ? undefined : to + 1);
    const first = from < 0 ? length + from : from;
    expect(reply.headers.get('content-range')).toBe(
      `bytes ${first}-${first + part.length - 1}/${length}`,
    );
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(part);
  });

  it('refuse a Range outside, and names that are none', async () => {
    const { href } = await one('mcFilesCheck=1');
    const beyond = await client.get(href, 'admin', { headers: { Range: 'bytes=99999999-' } });
    expect(beyond.status).toBe(416);
    for (const target of ['getfile/1/2026-11-20/none.m4v', 'getfile/1', 'getfile/1/%E0%A4%A/x'])
      expect((await client.get(`++${target}`)).status).toBe(404);
  });

  it('grow by what is triggered', async () => {
    const before = (await feed('cameraNum=5')).entries.length;
    await client.text('++triggermd?cameraNum=5');
    expect((await feed('cameraNum=5')).entries).toHaveLength(before);
    now += 8000;
    const { entries } = await feed('cameraNum=5');
    expect(entries).toHaveLength(before + 1);
    expect(entries[0]?.title).toBe('11-21-2026 23-30-00 M Upper stairs.m4v');
    expect((await client.bytes(entries[0]?.href ?? '')).length).toBe(entries[0]?.length);
  });
});
