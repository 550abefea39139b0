import { expect, it } from 'vitest';
import { sampleText } from './sample-text.ts';

it.each([
  ['^-?(?:100|[1-9]?\\d),-?(?:100|[1-9]?\\d)$', '100,100'],
  ['^\\d{4}-\\d{2}-\\d{2}$', '1234-12-12'],
  ['^\\d{1,5},\\d{1,5}$', '1,1'],
  ['^[1-4],(?:left|right),[0-3]$', '1,left,1'],
  ['^[A-Za-z0-9_-]{1,64}$', 'abc'],
  ['^ch[1-9]\\d{0,3}(?:main|sub)$', 'ch1main'],
  ['^\\d{1,7}(?:ms|s)$', '1ms'],
  ['^[A-Za-z][\\w.]*$', 'abc'],
  ['^[\\w-]+\\.jpe?g$', 'abc.jpg'],
])('finds a text that fits %s', (pattern, text) => {
  expect(sampleText(pattern)).toBe(text);
  expect(text).toMatch(new RegExp(pattern));
});

it.each([
  ['a lookahead', '^(?!\\.)[\\w.]{1,160}$'],
  ['no anchors', '\\d+'],
  ['only the empty text', '^a?$'],
  ['a class of spaces', '^\\s+$'],
  ['an open group', '^(a$'],
])('finds none for %s', (_, pattern) => {
  expect(sampleText(pattern)).toBeUndefined();
});
