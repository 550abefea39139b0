import { expect, it } from 'vitest';
import { lackOf } from './lane-lack.ts';
import type { LaneBlock } from './lanes.ts';

const block = (fromMs: number, over: Partial<LaneBlock> = {}): LaneBlock => ({
  ...{ fromMs, toMs: fromMs + 100, state: 'listed', knownToMs: fromMs + 100 },
  ...over,
});

it('says that nothing was recorded only of what is told', () => {
  const blocks = [block(0), block(100, { knownToMs: 150 })];
  expect(lackOf(blocks, { fromMs: 20, toMs: 150 })).toBeNull();
  expect(lackOf(blocks, { fromMs: 20, toMs: 160 })).toBe('untold');
  expect(lackOf(blocks, { fromMs: 160, toMs: 170 })).toBe('untold');
  expect(lackOf([], { fromMs: 300, toMs: 400 })).toBe('untold');
});

it('says what is missing beside what is there', () => {
  const failed = block(100, { state: 'failed' });
  expect(lackOf([block(0), failed], { fromMs: 0, toMs: 200 })).toBe('failed');
  expect(lackOf([block(0), failed], { fromMs: 0, toMs: 100 })).toBeNull();
  expect(lackOf([block(0, { state: 'loading' })], { fromMs: 0, toMs: 100 })).toBe('loading');
});
