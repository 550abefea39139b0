import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/', '/devices', '/live/v1?tile=2', '/sign-in-log', '/people?tab=groups#x'])(
  'leads on to %s',
  (path) => expect(ownPath(path)).toBe(path),
);

test.each([
  undefined,
  42,
  '',
  'devices',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/a\n/b',
  '/sign-in',
  '/sign-in?to=/sign-in',
  '/setup#code',
])('leads %j to the start', (path) => expect(ownPath(path)).toBe('/'));
