import { expect, it } from 'vitest';
import { csvHead, entryLine } from './csv-lines.ts';
import { lineOf } from './test-record.ts';

const entry = (detail: string) => ({ number: 7, atMs: 0, ...lineOf(7), detail });

it('has as many cells in each line as in the first', () => {
  const plain = {
    ...entry('ok'),
    parameters: {},
    object: { kind: 'camera', id: 'c', name: 'Gate' },
  } as const;
  expect(entryLine(plain).split(',')).toHaveLength(csvHead.split(',').length);
  expect(entryLine(plain)).toMatch(/^7,1970-01-01T00:00:00\.000Z,person,Zoë 7,p1,operator,.*\r\n$/);
});

it('begins with the mark that spreadsheets need for UTF-8', () => {
  expect(csvHead.charCodeAt(0)).toBe(0xfeff);
});

it.each([
  ['a, b', '"a, b"'],
  ['a "b"', '"a ""b"""'],
  ['a\r\nb', '"a\r\nb"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1+1', "' =1+1"],
  ['\t=1', "'\t=1"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['plain', 'plain'],
])('writes %j as %j', (detail, cell) => {
  expect(entryLine(entry(detail))).toContain(`,done,${cell},yes\r\n`.replace('yes', 'no'));
});
