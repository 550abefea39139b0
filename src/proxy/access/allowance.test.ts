import { expect, it } from 'vitest';
import { Allowance } from './allowance.ts';

it('gives each who asks so many a minute, and says how long to wait', () => {
  let nowMs = 0;
  const allowance = new Allowance(2, () => nowMs);
  allowance.take('one');
  nowMs = 10_000;
  allowance.take('one');
  allowance.take('other');
  nowMs = 20_000;
  expect(() => allowance.take('one')).toThrow(
    expect.objectContaining({ fault: 'too-many-requests', more: { retryAfterMs: 40_000 } }),
  );
  nowMs = 60_000;
  allowance.take('one');
  expect(() => allowance.take('one')).toThrow();
});
