import { expect, test } from 'vitest';
import { type EventMark, markAt } from './event-mark.ts';
import { laneTop } from './lane-look.ts';
import { isKnown, nearestMark } from './nearest-mark.ts';

const mark = (atMs: number, cameraId = 'a'): EventMark => ({
  ...{ id: `${cameraId} ${atMs}`, cameraId, atMs, topic: 'plate', text: 'Plate' },
});
const marks = [mark(300), mark(100, 'b'), mark(200), mark(500)];

test('finds the mark that comes first in a direction', () => {
  expect(nearestMark(marks, 150, 1)).toBe(200);
  expect(nearestMark(marks, 250, -1)).toBe(200);
  expect(nearestMark(marks, 100, -1)).toBeNull();
  expect(nearestMark([], 0, 1)).toBeNull();
});

test('knows what lies within the time that was read as a whole, and nothing else', () => {
  const whole = { fromMs: 100, toMs: 200 };
  expect([99, 100, 199, 200].map((atMs) => isKnown(whole, atMs))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isKnown(null, 150)).toBe(false);
});

test('takes the mark under a pointer, of the lane that is there after scrolling', () => {
  const view = { fromMs: 0, toMs: 1000 };
  const laneHeight = 24;
  const at = (x: number, lane: number, scrollTop = 0) => {
    const place = { x, y: laneTop(lane, laneHeight) + 5 - scrollTop };
    const lanes = { cameraIds: ['a', 'b'], laneHeight, scrollTop };
    return markAt(marks, place, view, 1000, lanes)?.id ?? null;
  };
  expect(at(204, 0)).toBe('a 200');
  expect(at(220, 0)).toBeNull();
  expect(at(100, 0)).toBeNull();
  expect(at(100, 1)).toBe('b 100');
  expect(at(100, 1, 20)).toBe('b 100');
  // Beneath the ruler nothing is pointed at, whatever is scrolled there.
  expect(at(200, 0, 20)).toBeNull();
  expect(at(100, 7)).toBeNull();
});
