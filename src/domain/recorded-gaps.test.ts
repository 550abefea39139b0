import { expect, it } from 'vitest';
import { gapsBetween } from './recorded-gaps.ts';

it('finds the times that nothing covers', () => {
  const time = { fromMs: 100, toMs: 200 };
  const span = (fromMs: number, toMs: number) => ({ fromMs, toMs });
  expect(gapsBetween(time, [])).toEqual([time]);
  expect(gapsBetween(time, [span(0, 300)])).toEqual([]);
  expect(gapsBetween(time, [span(150, 160), span(90, 120), span(110, 130)])).toEqual([
    span(130, 150),
    span(160, 200),
  ]);
  expect(gapsBetween(time, [span(200, 300), span(0, 100)])).toEqual([time]);
});
