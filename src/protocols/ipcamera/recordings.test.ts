import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { storageList } from './fixtures/storage-list.ts';
import { recordings as does } from './recordings.ts';

const at = (text: string) => Date.parse(text);
const range = { fromMs: at('2018-02-05T00:00Z'), toMs: at('2018-02-06T00:00Z') };
const east = { offsetMinutes: 480 };

function camera(list: string | FakeAnswer, more: Readonly<Record<string, FakeAnswer>> = {}) {
  const answer = typeof list === 'string' ? { text: list } : list;
  return recordingLink({ answers: { 'storage.list': answer, ...more } });
}
const span = (from: string, to: string) => ({
  fromMs: at(`2018-02-05T${from}+08:00`),
  toMs: at(`2018-02-05T${to}+08:00`),
  kind: 'continuous',
});

describe('the memory card', () => {
  it('tells begins by its names, in the local time of the camera, and minutes for what is unknown', async () => {
    const { link, calls } = camera(storageList);
    const found = await does.listRecordedSpans(link, ['1'], range, east);
    expect([...found]).toEqual([
      [
        '1',
        {
          precision: 'minute',
          spans: [span('17:57:12', '17:58:42'), span('18:05:00', '18:06:00')],
        },
      ],
    ]);
    expect(calls).toEqual(['storage.list?action=list']);
  });

  it('lists files that end at the latest where the next begins', async () => {
    const { link } = camera(storageList);
    const files = await does.listRecordedFiles(link, '1', range, east);
    expect(
      files.map(({ fileId, range: { fromMs, toMs } }) => [fileId, (toMs - fromMs) / 1000]),
    ).toEqual([
      ['A_20180205_175712.avi', 30],
      ['A_20180205_175742.avi', 60],
      ['M_20180205_180500.avi', 60],
    ]);
  });

  it('finds a moment, and what stands around it', async () => {
    const { link, calls } = camera(storageList);
    const moment = at('2018-02-05T18:00:00+08:00');
    const before = await does.findRecordedFile(link, '1', moment, 'before', east);
    expect(before?.fileId).toBe('A_20180205_175742.avi');
    const next = before === null ? null : await does.neighbourOfFile(link, before, 'next', east);
    expect(next?.fileId).toBe('M_20180205_180500.avi');
    expect(calls).toHaveLength(2);
  });

  it('tells days by the calendar of the camera', async () => {
    const { link } = camera('A_20180205_003000.avi\t1\n\n');
    const wide = { fromMs: range.fromMs - 86_400_000, toMs: range.toMs };
    const days = await does.listRecordedDays(link, ['1'], wide, east);
    expect(days).toEqual([{ year: 2018, month: 2, day: 5 }]);
  });

  it('may be empty, and then says nothing', async () => {
    expect(await does.listRecordedFiles(camera('').link, '1', range, east)).toEqual([]);
  });

  it.each([
    'no such thing\n',
    '# Error: storage is not mounted\n',
    '<html><body>Sign in</body></html>',
    'A_20180231_000000.txt\t1\n',
    'A_2018.avi\t1\n',
  ])('is not empty where it cannot be read (case %#)', async (text) => {
    const listing = does.listRecordedFiles(camera(text).link, '1', range, east);
    await expect(listing).rejects.toMatchObject({ name: 'DeviceError' });
  });

  it('has no second channel', async () => {
    const listing = does.listRecordedSpans(camera(storageList).link, ['2'], range, east);
    await expect(listing).rejects.toMatchObject({ reason: 'not-found' });
  });

  it('gives and removes a file by its name, and only such', async () => {
    const { link, calls } = camera(storageList, { 'storage.remove': { text: 'OK\n' } });
    await does.removeRecordedFile(link, 'A_20180205_175712.avi');
    expect(calls).toEqual(['storage.remove?action=remove&filename=A_20180205_175712.avi']);
    expect(does.recordedFileTarget('A_20180205_175712.avi')).toBe(
      '/cgi-bin/admin/storagemanagement.cgi?action=download&filename=A_20180205_175712.avi',
    );
    for (const fileId of ['', '../x.avi', 'a&action=format', 'a.avi&x', 'x.txt']) {
      expect(() => does.recordedFileTarget(fileId)).toThrow('not-found');
      await expect(does.removeRecordedFile(link, fileId)).rejects.toThrow('not-found');
    }
    expect(calls).toHaveLength(1);
  });

  it('says when a camera refuses to remove a file', async () => {
    const refused = camera(storageList, { 'storage.remove': { text: '# Error: no such file\n' } });
    const removing = does.removeRecordedFile(refused.link, 'A_20180205_175712.avi');
    await expect(removing).rejects.toMatchObject({ kind: 'rejected' });
  });
});
