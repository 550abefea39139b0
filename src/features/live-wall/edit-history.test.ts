import { expect, test } from 'vitest';
import { emptyHistory, record, renameView, stepBack, stepForward } from './edit-history.ts';

const content = (name: string) => ({
  name,
  layout: '4' as const,
  cells: [],
  alarmPolicy: 'border' as const,
});
const edit = (name: string, viewId = 'v') => ({ viewId, before: null, after: content(name) });

test('undoes at least twenty steps, newest first', () => {
  let history = emptyHistory;
  for (let index = 0; index < 20; index += 1) history = record(history, edit(String(index)));
  const undone: (string | undefined)[] = [];
  for (let step = stepBack(history); step !== null; step = stepBack(step.history)) {
    undone.push(step.edit.after?.name);
  }
  expect(undone).toEqual(Array.from({ length: 20 }, (_, index) => String(19 - index)));
});

test('redoes what was undone, until something else is done', () => {
  const history = record(record(emptyHistory, edit('a')), edit('b'));
  const back = stepBack(history);
  const forward = back && stepForward(back.history);
  expect(forward?.edit.after?.name).toBe('b');
  expect(forward?.history).toEqual(history);
  expect(back && stepForward(record(back.history, edit('c')))).toBeNull();
});

test('forgets the oldest beyond fifty', () => {
  let history = emptyHistory;
  for (let index = 0; index < 60; index += 1) history = record(history, edit(String(index)));
  expect(history.past).toHaveLength(50);
  expect(history.past[0]?.after?.name).toBe('10');
});

test('follows a view that came back under another id', () => {
  const history = record(record(emptyHistory, edit('a', 'old')), edit('b', 'other'));
  expect(renameView(history, 'old', 'new').past.map((each) => each.viewId)).toEqual([
    'new',
    'other',
  ]);
});

test('has nothing to undo or redo at first', () => {
  expect(stepBack(emptyHistory)).toBeNull();
  expect(stepForward(emptyHistory)).toBeNull();
});
