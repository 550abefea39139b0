import { expect, test } from 'vitest';
import type { EventView } from '../../../api/events.ts';
import { eventOf, noonMs } from '../fake-events.ts';
import { MotionTrace, slotCount, traceMs } from './motion-trace.ts';

const nowMs = noonMs + 1_000_000;

function motion(id: string, agoMs: number, of: Partial<EventView> = {}, active = true, level = 40) {
  return eventOf(
    1,
    { topic: 'motion', active, level, boxes: [] },
    { id, atMs: nowMs - agoMs, ...of },
  );
}

function traced(...events: EventView[]) {
  const trace = new MotionTrace();
  trace.hear(events, nowMs);
  return trace;
}

test('one line for each camera, with what moves now and how often', () => {
  const lines = traced(
    motion('a', 300_000, { endMs: nowMs - 290_000 }),
    motion('b', 20_000),
    motion('c', 30_000, { cameraId: 'c2', cameraName: 'Yard', endMs: nowMs - 29_000 }),
  ).lines(nowMs);
  expect(lines).toMatchObject([
    { cameraName: 'Gate', times: 2, movingSinceMs: nowMs - 20_000 },
    { cameraName: 'Yard', times: 1, movingSinceMs: null },
  ]);
  expect(lines[0]?.levels).toHaveLength(slotCount);
  expect(lines[0]?.levels.slice(-5)).toEqual([40, 40, 40, 40, 40]);
  expect(lines[0]?.levels.filter((level) => level > 0)).toHaveLength(8);
});

test('a report that nothing moves any more ends what went on', () => {
  const [line] = traced(motion('a', 60_000), motion('z', 50_000, {}, false)).lines(nowMs);
  expect(line).toMatchObject({ times: 1, movingSinceMs: null });
  expect(line?.levels.filter((level) => level > 0)).toHaveLength(3);
});

test('an incident that grows is one, and its height is its highest', () => {
  const trace = traced(motion('a', 12_000, {}, true, 10));
  trace.hear([motion('a', 12_000, { endMs: nowMs }, false, 90)], nowMs);
  const [line] = trace.lines(nowMs);
  expect(line).toMatchObject({ times: 1, movingSinceMs: null });
  expect(line?.levels.at(-1)).toBe(90);
});

test('forgets what is over, and keeps what still goes on', () => {
  const trace = traced(
    motion('a', 1000, { endMs: nowMs - 500 }),
    motion('b', 1000, { cameraId: 'c2', cameraName: 'Yard' }),
  );
  const later = nowMs + traceMs + 10_000;
  trace.hear([], later);
  expect(trace.lines(later)).toMatchObject([{ cameraName: 'Yard', movingSinceMs: nowMs - 1000 }]);
  expect(trace.lines(later)[0]?.levels.every((level) => level === 40)).toBe(true);
});

test('a flood is bounded', () => {
  const many = Array.from({ length: 5000 }, (_, index) =>
    motion(`m${index}`, 1000, { endMs: nowMs }),
  );
  expect(traced(...many).lines(nowMs)[0]?.times).toBe(500);
});
