import { expect, it, vi } from 'vitest';
import { FileProgress, sharesOf } from './file-progress.ts';

it('tells how far a file is within its part of the work', () => {
  const tell = vi.fn();
  const progress = new FileProgress({ from: 0.5, to: 1 }, tell);
  progress.came(10);
  expect(tell).not.toHaveBeenCalled();
  progress.opened(100);
  progress.came(40);
  expect(tell).toHaveBeenLastCalledWith(0.75);
  progress.came(-50);
  expect(tell).toHaveBeenLastCalledWith(0.5);
  progress.came(500);
  expect(tell).toHaveBeenLastCalledWith(1);
});

it('tells nothing of what has no part or no length', () => {
  const tell = vi.fn();
  const unplaced = new FileProgress(undefined, tell);
  unplaced.opened(100);
  unplaced.came(50);
  const endless = new FileProgress({ from: 0, to: 1 }, tell);
  endless.opened(null);
  endless.came(50);
  expect(tell).not.toHaveBeenCalled();
});

it('takes for its part the time that it shows', () => {
  const time = { fromMs: 1000, toMs: 2000 };
  expect(sharesOf(time, { fromMs: 500, toMs: 1500 }, 2)).toEqual([
    { from: 0, to: 0.25 },
    { from: 0.25, to: 0.5 },
  ]);
  expect(sharesOf(time, undefined, 2)).toEqual([undefined, undefined]);
});
