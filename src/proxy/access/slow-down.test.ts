import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { SlowDown } from './slow-down.ts';

const minute = 60_000;
let nowMs: number;
let slow: SlowDown;

beforeEach(() => {
  nowMs = 1_763_700_000_000;
  slow = new SlowDown(() => nowMs);
});

const home = '10.0.0.1';
const addressOf = (number: number) => `10.1.${number >> 8}.${number & 255}`;

/** Guesses as fast as it is let, each time from the next of so many addresses; how many count. */
function attack(account: (number: number) => string, addresses: number, lastsMs: number): number {
  const endMs = nowMs + lastsMs;
  let tries = 0;
  let counted = 0;
  while (nowMs < endMs) {
    const address = addressOf(tries % addresses);
    tries += 1;
    if (slow.waitMs(account(tries), address) === 0) {
      slow.failed(account(tries), address);
      counted += 1;
    }
    nowMs += 500;
  }
  return counted;
}

describe('guesses', () => {
  it('at one account wait 1, 2, 4 … 60 s after the fifth', () => {
    const waits: number[] = [];
    for (let number = 0; number < 13; number += 1) {
      slow.failed('guard', addressOf(number));
      const waitMs = slow.waitMs('guard', home);
      waits.push(waitMs / 1000);
      nowMs += waitMs;
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('at one account from a thousand addresses are at most 25 in ten minutes', () => {
    expect(attack(() => 'guard', 1000, 10 * minute)).toBeLessThanOrEqual(25);
  });

  it('at a thousand accounts from one address are twenty in ten minutes', () => {
    expect(attack((number) => `name ${number}`, 1, 10 * minute - 500)).toBe(20);
  });

  it.each([
    [
      'IPv6 addresses of one network',
      (number: number) => `2001:db8:1:2:${number.toString(16)}::${number}`,
    ],
    ['zones of a local one', (number: number) => `fe80::1:${number}%eth${number}`],
    ['writings of one', (number: number) => (number % 2 === 0 ? '::ffff:10.0.0.9' : '10.0.0.9')],
  ])('from %s count as from one', (_, write) => {
    for (let number = 0; number < 20; number += 1) slow.failed(`name ${number}`, write(number));
    expect(slow.waitMs('guard', write(21))).toBeGreaterThan(0);
    expect(slow.waitMs('guard', '2001:db8:1:3::1')).toBe(0);
  });
});

describe('the owner', () => {
  it('waits a minute at most from an address where nobody knows them', () => {
    attack(() => 'guard', 1000, 60 * minute);
    const waitMs = slow.waitMs('guard', home);
    expect(waitMs).toBeLessThanOrEqual(minute);
    nowMs += waitMs;
    expect(slow.waitMs('guard', home)).toBe(0);
  });

  it('does not wait where they came in before, whatever is tried elsewhere', () => {
    slow.failed('guard', home);
    slow.succeeded('guard', home);
    attack(() => 'guard', 1000, 60 * minute);
    expect(slow.waitMs('guard', home)).toBe(0);
    // Whoever sits at the same place is slowed down all the same.
    for (let number = 0; number < 5; number += 1) slow.failed('guard', home);
    expect(slow.waitMs('guard', home)).toBe(1000);
  });

  it('begins anew after the right password, and others do not', () => {
    for (let number = 0; number < 6; number += 1) slow.failed('guard', home);
    for (let number = 0; number < 6; number += 1) slow.failed('other', addressOf(number));
    nowMs += minute;
    slow.failed('guard', home);
    slow.succeeded('guard', home);
    expect(slow.waitMs('guard', home)).toBe(0);
    slow.failed('other', addressOf(99));
    expect(slow.waitMs('other', home)).toBeGreaterThan(0);
  });

  it.each(['["guard","10.0.0.1"]', 'guard\n10.0.0.1', '__proto__', 'constructor'])(
    'is not held up by guesses at the name %j',
    (name) => {
      slow.failed('guard', home);
      slow.succeeded('guard', home);
      for (let number = 0; number < 30; number += 1) slow.failed(name, addressOf(number));
      expect(slow.waitMs('guard', home)).toBe(0);
      expect(slow.waitMs(name, addressOf(40))).toBeGreaterThan(0);
    },
  );
});

/** Garbage would count as memory. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

it('costs no memory, however many names and addresses are invented', () => {
  const flood = (from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      slow.failed(`${number} ${'x'.repeat(56)}`, addressOf(number & 0xffff));
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = flood(0, 20_000);
  expect(flood(20_000, 200_000) - before).toBeLessThan(16 * 1024 * 1024);
});
