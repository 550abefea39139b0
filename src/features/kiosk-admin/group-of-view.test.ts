import { expect, test } from 'vitest';
import type { View } from '../../domain/view.ts';
import { groupLike, groupOfView, missingIn } from './group-of-view.ts';

const cell = (cameraId: string) => ({ cameraId, fit: 'contain', quality: 'auto' }) as const;
const view: View = {
  id: 'v',
  name: 'Lobby',
  layout: '4',
  cells: [cell('a'), null, cell('b'), cell('a')],
  alarmPolicy: 'border',
};
const group = (name: string, ...cameraIds: string[]) => ({ id: name, name, cameraIds });
const registered = new Set(['a', 'b', 'c']);

test('a group of a view has each of its cameras once', () => {
  expect(groupOfView(view, [], registered)).toEqual({ name: 'Lobby', cameraIds: ['a', 'b'] });
});

test('a camera that is gone is in no group', () => {
  expect(groupOfView(view, [], new Set(['b'])).cameraIds).toEqual(['b']);
});

test('a name that is taken gets a number', () => {
  const groups = [group('Lobby'), group('Lobby 2')];
  expect(groupOfView(view, groups, registered).name).toBe('Lobby 3');
});

test('a name stays as short as a name must be', () => {
  const name = 'x'.repeat(64);
  const made = groupOfView({ ...view, name }, [group(name)], registered).name;
  expect(made).toBe(`${'x'.repeat(62)} 2`);
});

test('the group with the same cameras is found, whatever its order', () => {
  const groups = [group('more', 'a', 'b', 'c'), group('less', 'a'), group('same', 'b', 'a')];
  expect(groupLike(view, groups)?.name).toBe('same');
  expect(groupLike(view, groups.slice(0, 2))).toBeUndefined();
});

test('what a group lacks of a view is told', () => {
  expect(missingIn(group('part', 'b', 'c'), view)).toEqual(['a']);
  expect(missingIn(group('all', 'a', 'b'), view)).toEqual([]);
});
