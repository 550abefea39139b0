import { expect, test } from 'vitest';
import type { EventGap, EventView } from '../../api/events.ts';
import { countNewer, eventLines } from './event-lines.ts';

const event = (number: number, id = `e${number}`) => ({ id, number }) as EventView;
const gap = (number: number) => ({ id: 'gap', number }) as EventGap;
const live = (events: EventView[], leftOut = 0, gaps: EventGap[] = []) => ({
  events,
  gaps,
  leftOut,
});
const page = (...events: EventView[]) => ({ events, gaps: [gap(3)], more: false });
const told = (lines: ReturnType<typeof eventLines>) =>
  lines.map(({ id, number }) => `${id} ${number}`);

test('one list, the newest first, with gaps where they were told', () => {
  expect(told(eventLines(live([event(5), event(6)]), [page(event(4), event(2))]))).toEqual([
    'e6 6',
    'e5 5',
    'e4 4',
    'gap 3',
    'e2 2',
  ]);
});

test('of two reports of one incident, or of one gap, the later stays', () => {
  const lines = eventLines(live([event(6, 'call')], 0, [gap(7)]), [page(event(4, 'call'))]);
  expect(told(lines)).toEqual(['gap 7', 'call 6']);
  expect(told(eventLines(live([event(4, 'call')]), [page(event(6, 'call'))]))).toEqual([
    'call 6',
    'gap 3',
  ]);
});

test('says how many were left out, between what came and what was read', () => {
  const lines = eventLines(live([event(50), event(51)], 7), [page(event(4))]);
  expect(told(lines)).toEqual(['e51 51', 'e50 50', 'left-out 49.5', 'e4 4', 'gap 3']);
  expect(lines[2]).toMatchObject({ kind: 'left-out', count: 7 });
});

test('counts what came since the list was held, also what fell out meanwhile', () => {
  const held = live([event(5)]);
  expect(countNewer(live([event(5), event(6), event(7)]), held, [])).toBe(2);
  expect(countNewer(live([event(6), event(7)]), live([]), [page(event(6))])).toBe(1);
  expect(countNewer(live([event(90), event(91)], 40), held, [])).toBe(42);
});
