import { expect, test } from 'vitest';
import type { EventFactView, EventGap } from '../../api/events.ts';
import { groupLines, type ShownLine } from './event-groups.ts';
import { eventLines } from './event-lines.ts';
import { eventOf } from './fake-events.ts';

const motion: EventFactView = { topic: 'motion', active: true, boxes: [] };
const plate = (text: string): EventFactView => ({
  topic: 'plate',
  plate: text,
  zoneCode: '',
  zoneName: '',
  linked: [],
  parkingLots: {},
});
const call: EventFactView = {
  topic: 'call',
  active: true,
  caller: '1',
  place: '',
  deviceName: '',
  linked: [],
};
const object = (kind: string, objectId: string, parentId?: string): EventFactView => ({
  topic: 'object',
  kind,
  objectId,
  ...(parentId !== undefined && { parentId }),
  attributes: {},
  clothes: [],
  colours: [],
  boxes: [],
  linked: [],
});
type Of = Parameters<typeof eventOf>[2];

function grouped(events: readonly [number, EventFactView, Of?][], opened: readonly string[] = []) {
  const views = events.map(([number, fact, of]) => eventOf(number, fact, of));
  const lines = eventLines({ events: views, gaps: [], leftOut: 0 }, []);
  return groupLines(lines, new Set(opened));
}

const told = (lines: readonly ShownLine[]) =>
  lines.map((line) => (line.kind === 'group' ? `${line.events.length} as ${line.id}` : line.id));

test('a flood of one camera and topic is one line in the place of its newest', () => {
  const lines = grouped([
    [1, motion],
    [2, motion],
    [3, motion, { cameraId: 'c2' }],
    [4, motion],
    [5, plate('A')],
    [6, motion],
  ]);
  expect(told(lines)).toEqual(['4 as group e1', 'e5', 'e3']);
  expect(lines[0]).toMatchObject({ number: 6, open: false });
});

test('fewer than a flood, and what lies further apart, keep their lines', () => {
  const far = { atMs: eventOf(0, motion).atMs - 61_000 };
  expect(
    told(
      grouped([
        [1, motion, far],
        [2, motion],
        [3, motion],
        [4, motion],
      ]),
    ),
  ).toEqual(['e4', 'e3', 'e2', 'e1']);
});

test('an open one shows its own below itself, and stays open while it grows', () => {
  const four: [number, EventFactView][] = [1, 2, 3, 4].map((number) => [number, motion]);
  const lines = grouped([...four, [5, motion]], ['e1']);
  expect(told(lines)).toEqual(['5 as group e1', 'e5', 'e4', 'e3', 'e2', 'e1']);
  expect(lines[1]).toMatchObject({ nested: true });
});

test('calls are never told as one, the same plate is from the second time on', () => {
  const lines = grouped([
    [1, call],
    [2, call],
    [3, call],
    [4, call],
    [5, plate('SAME')],
    [6, plate('OTHER')],
    [7, plate('SAME')],
    [8, plate('')],
    [9, plate('')],
  ]);
  expect(told(lines)).toEqual(['e9', 'e8', '2 as group e5', 'e6', 'e4', 'e3', 'e2', 'e1']);
});

test('a face is told with its person, on whichever side of them it came', () => {
  const lines = grouped([
    [1, object('face', '8', '7')],
    [2, object('human', '7')],
    [3, object('face', '9', '7')],
    [4, object('face', '10', 'nobody')],
  ]);
  expect(told(lines)).toEqual(['e4', 'e2']);
  expect(lines[1]).toMatchObject({ faces: [{ id: 'e3' }, { id: 'e1' }] });
});

test('how the cameras of a device stand when listening begins is one line', () => {
  const standing = (cameraId: string) => ({ cameraId, isSnapshot: true });
  const lines = grouped([
    [1, motion, standing('c1')],
    [2, motion, standing('c2')],
    [3, motion, standing('c3')],
    [4, motion, standing('c4')],
    [5, motion],
  ]);
  expect(told(lines)).toEqual(['e5', '4 as group e1']);
});

test('devices that nobody listened to at the same time are told together', () => {
  const gap = (number: number, state: EventGap['state'], fromMs = 0): EventGap => ({
    id: `g${number}`,
    number,
    deviceId: `d${number}`,
    deviceName: `Device ${number}`,
    fromMs,
    toMs: fromMs + 40_000,
    state,
  });
  const gaps = [gap(1, 'open'), gap(2, 'partly'), gap(3, 'open', 5000), gap(4, 'open', 90_000)];
  const lines = groupLines(eventLines({ events: [], gaps, leftOut: 0 }, []), new Set());
  expect(
    lines.map((line) => (line.kind === 'gap' ? [line.id, line.also?.map(({ id }) => id)] : [])),
  ).toEqual([
    ['g4', []],
    ['g3', ['g1']],
    ['g2', []],
  ]);
});
