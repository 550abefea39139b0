import { expect, test } from 'vitest';
import { snapshotFileName } from './snapshot-file-name.ts';
import { clockInZone, isoInZone, zoneOffsetMinutes } from './zone-time.ts';

const base = { site: 'Harbour', camera: 'Gate', mediaType: 'image/jpeg' };

test('carries the time of the camera and its offset', () => {
  const atMs = Date.UTC(2026, 10, 20, 13, 14, 5, 123);
  expect(snapshotFileName({ ...base, atMs, zone: 'Asia/Seoul' })).toBe(
    'Harbour_Gate_2026-11-20T22-14-05.123+09-00.jpg',
  );
});

test('tells the two hours of the autumn change apart', () => {
  const first = Date.UTC(2026, 9, 25, 0, 30);
  const names = [first, first + 3_600_000].map((atMs) =>
    snapshotFileName({ ...base, atMs, zone: 'Europe/Berlin' }),
  );
  expect(names).toEqual([
    'Harbour_Gate_2026-10-25T02-30-00.000+02-00.jpg',
    'Harbour_Gate_2026-10-25T02-30-00.000+01-00.jpg',
  ]);
});

test('skips the hour that the spring change takes away', () => {
  const lastOfWinter = Date.UTC(2026, 2, 29, 0, 59, 59, 999);
  expect(isoInZone(lastOfWinter, 'Europe/Berlin')).toBe('2026-03-29T01:59:59.999+01:00');
  expect(isoInZone(lastOfWinter + 1, 'Europe/Berlin')).toBe('2026-03-29T03:00:00.000+02:00');
});

test.each([
  ['UTC-05:00', '2026-06-30T19:00:00.000-05:00'],
  ['UTC', '2026-07-01T00:00:00.000+00:00'],
  ['Asia/Kathmandu', '2026-07-01T05:45:00.000+05:45'],
  ['America/St_Johns', '2026-06-30T21:30:00.000-02:30'],
  ['Not/AZone', '2026-07-01T00:00:00.000+00:00'],
])('writes an instant in %s', (zone, text) => {
  expect(isoInZone(Date.UTC(2026, 6, 1), zone)).toBe(text);
});

test('keeps letters of every script and nothing that a file system refuses', () => {
  const name = snapshotFileName({
    site: '../a:b*c',
    camera: ' 정문 / Tür №1 ',
    atMs: 0,
    zone: 'UTC',
    mediaType: 'image/png',
  });
  expect(name).toBe('a-b-c_정문-Tür-1_1970-01-01T00-00-00.000+00-00.png');
  expect(snapshotFileName({ ...base, camera: '???', atMs: 0, zone: 'UTC' })).toContain('_camera_');
});

test('shows a clock in the zone', () => {
  expect(clockInZone(Date.UTC(2026, 0, 1, 23, 59, 58), 'Asia/Tokyo')).toBe('08:59:58');
  expect(zoneOffsetMinutes(-1, 'Asia/Tokyo')).toBe(540);
});
