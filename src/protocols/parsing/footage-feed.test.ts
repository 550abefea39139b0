import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { footageFeed } from '../securityspy/fixtures/footage-feed.ts';
import { footagePage } from '../securityspy-legacy/fixtures/footage.ts';
import { readFootageFeed, readFootagePage } from './footage-feed.ts';

describe('readFootageFeed', () => {
  it('reads files, and how to go on', () => {
    expect(readFootageFeed(footageFeed, 'x')).toEqual({
      files: [
        {
          title: '21-11-2025 12-00-26 M Gate.m4v',
          channel: '4',
          target: '/++getfile/4/2025-11-21/21-11-2025+12-00-26+M+Gate.m4v',
          contentType: 'video/quicktime',
          bytes: 12_500_000,
          updatedMs: Date.UTC(2025, 10, 21, 6, 31, 50),
        },
        {
          title: '21-11-2025 12-00-00 Gate.jpg',
          channel: undefined,
          target: '/++getfilelb/4/2025-11-21/21-11-2025+12-00-00+Gate.jpg',
          contentType: 'image/jpeg',
          bytes: undefined,
          updatedMs: undefined,
        },
      ],
      continuation: '0007E3010C0E1D3A',
      offsetMinutes: 330,
    });
  });

  it.each([
    ['0007E3010C0E1D3A', 'FFFFFFFFFFFFFFFF'],
    ['<continuation>0007E3010C0E1D3A</continuation>', ''],
    ['0007E3010C0E1D3A', ''],
  ])('ends where %s becomes %j', (from, to) => {
    expect(readFootageFeed(footageFeed.replace(from, to), 'x').continuation).toBeUndefined();
  });

  it.each([
    ['/getfile/1/2025-11-21/a.m4v', '/++getfile/1/2025-11-21/a.m4v'],
    [
      'http://192.0.2.1:8000/++getfilehb/1/2025-11-21/a.m4v?auth=x',
      '/++getfilehb/1/2025-11-21/a.m4v',
    ],
  ])('takes the path alone from %s', (href, target) => {
    const text = `<feed xmlns="http://example.com/"><entry><link href="${href}"/></entry></feed>`;
    expect(readFootageFeed(text, 'x').files.map((file) => file.target)).toEqual([target]);
  });

  it.each([
    'http://192.0.2.1/',
    '//192.0.2.1/x',
    '++doScript?name=x',
    '++getfile/1/a.m4v',
    '++getfile/1/../a.m4v',
    '++getfile/1/2025-11-21/..',
    '',
  ])('follows no other address, such as %j', (href) => {
    const text = `<feed><entry><link href="${href}"/></entry></feed>`;
    expect(readFootageFeed(text, 'x').files).toEqual([]);
  });

  it.each(['<system/>', '<html/>', '', 'OK', footageFeed.slice(0, 600)])(
    'refuses what is no feed (case %#)',
    (text) => {
      expect(() => readFootageFeed(text, 'x')).toThrow(DeviceError);
    },
  );
});

describe('readFootagePage', () => {
  it('takes the paths of its links, each once, and nothing else', () => {
    const { files, continuation } = readFootagePage(`${footagePage}${footagePage}`, 'x');
    expect(files.map(({ target }) => target)).toEqual([
      '/++getfile/0/2018-02-05/02-05-2018+18-00-00+C+Porch.m4v',
      '/++getfile/0/2018-02-05/02-05-2018+17-57-52+M+Porch.m4v',
      '/++getfile/0/2018-02-05/02-05-2018+17-57-12+M+Porch.m4v',
    ]);
    expect(continuation).toBeUndefined();
  });

  it.each(['<html><body>Sign in</body></html>', '', '<html><a href="++sounds">x</a></html>'])(
    'does not take a page without files for an empty list (case %#)',
    (text) => {
      expect(() => readFootagePage(text, 'x')).toThrow(DeviceError);
    },
  );
});
