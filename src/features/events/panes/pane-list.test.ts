import { expect, test } from 'vitest';
import { eventTopics } from '../../../domain/device-event.ts';
import { listFilter, mostPanes, newPane, presetOf } from './pane.ts';
import {
  changedPane,
  movedPane,
  type PaneList,
  readPaneList,
  usualPanes,
  withoutPane,
  withPane,
} from './pane-list.ts';

const ids = ({ panes }: PaneList) => panes.map(({ id }) => id);

test('adds under a new name, up to a bound', () => {
  const added = withPane(usualPanes, 'motion');
  expect(added.panes.at(-1)).toMatchObject({ id: 'p4', topics: ['motion'], paused: false });
  expect(ids(withPane(withoutPane(added, 'p2'), 'plates'))).toEqual(['p1', 'p3', 'p4', 'p5']);
  const many = Array.from({ length: 20 }).reduce<PaneList>(
    (list) => withPane(list, 'objects'),
    usualPanes,
  );
  expect(many.panes).toHaveLength(mostPanes);
});

test('moves within the row, and never loses the last one', () => {
  expect(ids(movedPane(usualPanes, 'p3', -1))).toEqual(['p1', 'p3', 'p2']);
  expect(ids(movedPane(usualPanes, 'p1', 1))).toEqual(['p2', 'p1', 'p3']);
  expect(movedPane(usualPanes, 'p1', -1)).toBe(usualPanes);
  const one = withoutPane(withoutPane(usualPanes, 'p1'), 'p2');
  expect(ids(withoutPane(one, 'p3'))).toEqual(['p3']);
});

test('changes one and leaves the others', () => {
  const changed = changedPane(usualPanes, 'p2', { name: 'Mine', width: 400 });
  expect(changed.panes[1]).toMatchObject({ id: 'p2', name: 'Mine', width: 400 });
  expect(changed.panes[0]).toBe(usualPanes.panes[0]);
});

test('puts right what a browser had stored', () => {
  const stored: unknown = {
    version: 1,
    panes: [
      { id: 'p7', name: 'x'.repeat(99), topics: ['plate', 'gone'], cameraIds: [1, 'c1'], width: 9 },
      { id: 'p7', name: 'the same once more' },
      'nothing',
      null,
    ],
  };
  expect(readPaneList(stored as PaneList).panes).toEqual([
    {
      ...newPane,
      id: 'p7',
      name: 'x'.repeat(40),
      topics: ['plate'],
      cameraIds: ['c1'],
      width: 260,
    },
  ]);
});

test.each([
  { version: 99, panes: [] },
  { version: 1, panes: 'none' },
  { version: 1, panes: [{}] },
])('begins anew where nothing stored can be used: %j', (stored) => {
  const unknown: unknown = stored;
  expect(readPaneList(unknown as PaneList)).toBe(usualPanes);
});

test('asks for no row of what is summed up, and for no list where that is all', () => {
  const everything = listFilter(newPane);
  expect(everything?.topics).toHaveLength(eventTopics.length - 2);
  expect(everything?.topics).not.toContain('motion');
  expect(listFilter({ ...newPane, sums: false })).toEqual({});
  expect(listFilter({ ...newPane, topics: ['motion'] })).toBeNull();
  expect(listFilter({ ...newPane, topics: ['motion'], sums: false, cameraIds: ['c1'] })).toEqual({
    topics: ['motion'],
    cameraIds: ['c1'],
  });
});

test('knows a preset by its topics in any order', () => {
  expect(presetOf(['parking', 'plate'])).toBe('plates');
  expect(presetOf([])).toBe('everything');
  expect(presetOf(['plate'])).toBeUndefined();
});
