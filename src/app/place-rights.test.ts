import { expect, test } from 'vitest';
import { rightFor } from './place-rights.ts';

test.each([
  ['/', 'view'],
  ['/live/v1', 'view'],
  ['/events', 'view'],
  ['/alarms', 'view'],
  ['/playback/proof', 'view'],
  ['/playback/bookmarks', 'view'],
  ['/devices', 'administer'],
  ['/devices/d1/endpoints', 'administer'],
  ['/devices-of-others', 'view'],
  ['/people', 'administer'],
  ['/audit', 'audit'],
  ['/reports/shift', 'handle-alarms'],
  ['/exports', 'export'],
  ['/account', 'self'],
  ['/exports/verify', 'self'],
  ['/cases/c1', 'self'],
])('%s takes %s', (path, verb) => expect(rightFor(path)).toBe(verb));
