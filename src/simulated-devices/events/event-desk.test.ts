import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventDesk } from './event-desk.ts';
import { EventFaults } from './event-faults.ts';
import type { EventOrder } from './event-order.ts';

const nowMs = 1000;
const told: EventOrder[] = [];
let desk: EventDesk;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  told.length = 0;
  const kinds = {
    knock: (order: EventOrder) => {
      told.push(order);
      return 3;
    },
    ring: () => 0,
  };
  const now = () => nowMs;
  desk = new EventDesk({ now, kinds, burstKind: 'knock', faults: new EventFaults(now) });
});
afterEach(() => vi.useRealTimers());

it('notes what was told, when and to how many', () => {
  desk.send({ kind: 'knock', channel: 2, fields: {} });
  desk.send({ kind: 'ring', fields: {} });
  expect(desk.send({ kind: 'toString', fields: {} })).toBeNull();
  expect(desk.sent).toEqual([
    { id: 1, atMs: nowMs, kind: 'knock', channel: 2, listeners: 3 },
    { id: 2, atMs: nowMs, kind: 'ring', listeners: 0 },
  ]);
});

describe('a burst', () => {
  it('comes at its rate, numbered, and ends', () => {
    expect(desk.burst({ count: 120, perSecond: 100 })).toBe(true);
    vi.advanceTimersByTime(1000);
    expect(told).toHaveLength(100);
    vi.advanceTimersByTime(1000);
    expect(told.map(({ fields }) => fields.serial)).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  it('may be as large as the list that is kept, and no larger', () => {
    expect(desk.burst({ count: 60_001, perSecond: 1 })).toBe(false);
    expect(desk.burst({ count: 60_000, perSecond: 60_000 })).toBe(true);
    vi.advanceTimersByTime(1100);
    desk.send({ kind: 'ring', fields: {} });
    expect([desk.told, desk.sent.length]).toEqual([60_001, 60_000]);
  });

  it.each([
    { count: 0, perSecond: 1 },
    { count: 1, perSecond: 0 },
    { kind: 'nothing', count: 1, perSecond: 1 },
  ])('is none as %j', (order) => {
    expect(desk.burst(order)).toBe(false);
  });

  it('ends when the device stops', () => {
    desk.burst({ kind: 'ring', count: 100, perSecond: 1 });
    desk.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
