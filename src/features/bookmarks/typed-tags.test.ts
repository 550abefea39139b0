import { expect, it } from 'vitest';
import { queryOf } from './bookmarks-place.ts';
import { typedTags } from './typed-tags.ts';

it('reads tags with commas, each once', () => {
  expect(typedTags(' theft, gate  2,,Theft ;night')).toEqual({
    tags: ['theft', 'gate 2', 'night'],
    fault: null,
  });
  expect(typedTags('')).toEqual({ tags: [], fault: null });
});

it('says what is wrong with them', () => {
  expect(typedTags('x'.repeat(41)).fault).toBe('long');
  const eleven = Array.from({ length: 11 }, (_, at) => `t${at}`).join();
  expect(typedTags(eleven).fault).toBe('many');
});

it('asks for what the address says, by the clocks of the site', () => {
  const place = { q: ' van ', tag: '', camera: 'c1', from: '2026-11-20T12:00', to: 'x' };
  expect(queryOf(place, 'Europe/Berlin')).toEqual({
    text: 'van',
    camera: 'c1',
    from: Date.UTC(2026, 10, 20, 11),
  });
});
