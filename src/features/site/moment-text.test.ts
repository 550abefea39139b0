import { expect, it } from 'vitest';
import { momentText } from './moment-text.ts';

const nowMs = Date.UTC(2026, 10, 25, 23, 30);

it('names the day where it is another one in the zone of the camera', () => {
  const atMs = Date.UTC(2026, 10, 25, 14, 5, 12);
  expect(momentText(atMs, nowMs, 'UTC')).toBe('14:05:12');
  expect(momentText(atMs, nowMs, 'Asia/Tokyo')).toBe('2026-11-25 23:05:12');
});
