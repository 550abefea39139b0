import { expect, test } from 'vitest';
import { eventOf, noonMs } from '../fake-events.ts';
import { ParkingSum, trendMs } from './parking-sum.ts';

const nowMs = noonMs + 10_000_000;

function parking(number: number, agoMs: number, count: number, id = 'l1', most?: number) {
  const lot = { id, name: `Lot ${id}`, kind: 'counter', count, members: [] };
  return eventOf(
    number,
    { topic: 'parking', lots: [most === undefined ? lot : { ...lot, most }] },
    { atMs: nowMs - agoMs },
  );
}

function lines(...events: ReturnType<typeof parking>[]) {
  const sum = new ParkingSum();
  sum.hear(events, nowMs);
  return sum.lines();
}

test('the newest count of each lot, whatever the order they came in', () => {
  expect(
    lines(parking(3, 1000, 9, 'l1', 20), parking(2, 5000, 4), parking(1, 9000, 7, 'l2')),
  ).toMatchObject([
    { name: 'Lot l1', count: 9, most: 20, change: 5 },
    { name: 'Lot l2', count: 7 },
  ]);
});

test('the change is that of the last ten minutes, from how they began', () => {
  const [line] = lines(
    parking(1, trendMs * 3, 100),
    parking(2, trendMs * 2, 10),
    parking(3, 60_000, 14),
    parking(4, 1000, 12),
  );
  expect(line).toMatchObject({ count: 12, change: 2 });
});

test('no change is told where nothing older is known', () => {
  expect(lines(parking(1, 1000, 5))[0]?.change).toBeUndefined();
});
