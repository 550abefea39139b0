import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { footageFeed, footagePage } from './fixtures/footage.ts';
import { systemInfo } from './fixtures/system-info.ts';
import { recordingOperations as does } from './recordings.ts';

const at = (text: string) => Date.parse(text);
const range = { fromMs: at('2018-02-05T05:00Z'), toMs: at('2018-02-06T05:00Z') };
const noZone = {};

function server(list: FakeAnswer, info?: string) {
  return recordingLink({
    answers: { 'footage.list': list, ...(info && { 'system.info': { text: info } }) },
  });
}
const span = (from: string, to: string, kind: string) => ({
  fromMs: at(`2018-02-05T${from}Z`),
  toMs: at(`2018-02-05T${to}Z`),
  kind,
});

describe('listRecordedSpans', () => {
  it.each([
    ['the zone of the feed', noZone],
    ['a zone that is known', { name: 'America/New_York' }],
  ])('reads the feed by %s', async (_, zone) => {
    const { link } = server({ text: footageFeed });
    const found = await does.listRecordedSpans(link, ['0'], range, zone);
    expect(found.get('0')).toEqual({
      precision: 'exact',
      spans: [
        span('22:57:12', '22:57:32', 'motion'),
        span('22:57:13', '22:57:14', 'image'),
        span('23:00:00', '23:10:00', 'continuous'),
      ],
    });
  });

  it('reads the page of a server that knows no feed, to the minute', async () => {
    const { link } = server({ text: footagePage, contentType: 'text/html' });
    const found = await does.listRecordedSpans(link, ['0'], range, { offsetMinutes: -300 });
    expect(found.get('0')).toEqual({
      precision: 'minute',
      spans: [span('22:57:12', '22:58:52', 'motion'), span('23:00:00', '23:01:00', 'continuous')],
    });
  });

  it('writes dates as the document does, and a day more on either side', async () => {
    const { link, calls } = server({ text: footageFeed });
    await does.listRecordedSpans(link, ['0'], range, noZone);
    expect(calls.at(-1)).toBe(
      'footage.list?cameraNum=0&fileTypeMenu=b&date1Text=04/02/18&date2Text=07/02/18&format=xml',
    );
  });

  it('writes dates as a server says that it writes them, and asks for a long time in parts', async () => {
    const { link, calls } = server({ text: footageFeed }, systemInfo);
    const month = { fromMs: range.fromMs, toMs: range.fromMs + 20 * 86_400_000 };
    const found = await does.listRecordedSpans(link, ['0'], month, noZone);
    expect(found.get('0')?.spans).toHaveLength(3);
    expect(calls.filter((call) => call.includes('date1Text=02/'))).toHaveLength(3);
  });

  it.each(['<html><body>Sign in</body></html>', '<system/>', 'OK', footageFeed.slice(0, 500)])(
    'does not take something else for an empty list (case %#)',
    async (text) => {
      const { link } = server({ text });
      const listing = does.listRecordedSpans(link, ['0'], range, noZone);
      await expect(listing).rejects.toMatchObject({ kind: 'malformed-reply' });
    },
  );
});

it('finds files by their moments, and their neighbours', async () => {
  const { link } = server({ text: footageFeed });
  const found = await does.findRecordedFile(
    link,
    '0',
    at('2018-02-05T22:57:20Z'),
    'nothing',
    noZone,
  );
  expect(found?.fileId).toBe('0/2018-02-05/02-05-2018+17-57-12+M+Porch.m4v');
  const next = found === null ? null : await does.neighbourOfFile(link, found, 'next', noZone);
  expect(next?.fileId).toBe('0/2018-02-05/02-05-2018+18-00-00+C+Porch.m4v');
  expect(does.recordedFileTarget(next?.fileId ?? '')).toBe(`/++getfile/${next?.fileId}`);
  expect(() => does.recordedFileTarget('0/x')).toThrow('not-found');
});

it('tells days by the zone of the feed', async () => {
  const { link } = server({ text: footageFeed });
  const days = await does.listRecordedDays(link, ['0'], range, noZone);
  expect(days).toEqual([{ year: 2018, month: 2, day: 5 }]);
});
