import { expect, test } from 'vitest';
import type { PersonView } from '../../api/people.ts';
import { changeOf, formOf, newPersonOf } from './person-form.ts';

const person: PersonView = {
  id: 'p1',
  name: 'Night desk',
  role: 'operator',
  cameras: ['g1', 'g2'],
  enabled: true,
  hasPassword: true,
  createdAtMs: 0,
  openSessions: 1,
};

test('sends nothing of what stays', () => {
  expect(changeOf(person, formOf(person))).toEqual({});
  const turned = { ...formOf(person), groupIds: ['g2', 'g1'], name: ' Night desk ' };
  expect(changeOf(person, turned)).toEqual({});
});

test('sends what differs and nothing else', () => {
  expect(changeOf(person, { ...formOf(person), groupIds: ['g1'] })).toEqual({ cameras: ['g1'] });
  expect(changeOf(person, { ...formOf(person), scope: 'all' })).toEqual({ cameras: 'all' });
  expect(changeOf(person, { ...formOf(person), role: 'viewer' })).toEqual({ role: 'viewer' });
});

test('an administrator has all cameras', () => {
  const form = { ...formOf(person), role: 'administrator' as const };
  expect(changeOf(person, form)).toEqual({ role: 'administrator', cameras: 'all' });
  expect(newPersonOf({ ...form, password: 'heron tin lamp' })).toEqual({
    name: 'Night desk',
    role: 'administrator',
    cameras: 'all',
    password: 'heron tin lamp',
  });
});
