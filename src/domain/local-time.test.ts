import { expect, it } from 'vitest';
import { epochOfLocal } from './local-time.ts';

it.each([
  ['UTC', '2026-11-25T22:14', '2026-11-25T22:14:00Z'],
  ['Europe/Berlin', '2026-11-25T22:14', '2026-11-25T21:14:00Z'],
  ['Europe/Berlin', '2026-07-01T00:00', '2026-06-30T22:00:00Z'],
  ['America/New_York', '2026-11-25T22:14:30', '2026-11-26T03:14:30Z'],
  ['Asia/Kathmandu', '2026-01-01T00:00', '2025-12-31T18:15:00Z'],
  // Shown twice on the day with 25 hours.
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z'],
  ['Europe/Berlin', '2026-10-25T03:30', '2026-10-25T02:30:00Z'],
  // Left out on the day with 23 hours.
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00Z'],
  ['Europe/Berlin', '2026-03-29T03:30', '2026-03-29T01:30:00Z'],
])('in %s %s is %s', (zone, text, instant) => {
  expect(epochOfLocal(text, zone)).toBe(Date.parse(instant));
});

it.each([
  '',
  'yesterday',
  '2026-11-25',
  '2026-13-25T22:14',
  '25.11.2026 22:14',
  '2026-11-25T25:14',
])('takes %j for no time', (text) => {
  expect(epochOfLocal(text, 'UTC')).toBeNull();
});
