import { expect, test } from 'vitest';
import type { CameraView } from '../../api/camera.ts';
import { noCapabilities, noOffers } from '../../domain/camera.ts';
import { matches, stepRow, treeRows } from './tree-rows.ts';

const camera = (number: number, name: string, device: string): CameraView => ({
  id: `c${number}`,
  deviceId: device,
  deviceName: device,
  number,
  name,
  state: 'connected',
  stateSinceMs: 0,
  streams: [],
  hasSnapshot: false,
  hasPictureSettings: false,
  offers: noOffers,
  capabilities: noCapabilities,
});

const cameras = [
  camera(12, 'Laderampe', 'Yard'),
  camera(1, 'Tür Nord', 'Recorder'),
  camera(2, 'Lobby', 'Recorder'),
];

const words = (filter: string) =>
  treeRows(cameras, filter).map((row) =>
    row.kind === 'device' ? `${row.name} (${row.count})` : row.camera.name,
  );

test('lists cameras by number under their devices', () => {
  expect(words('')).toEqual(['Recorder (2)', 'Tür Nord', 'Lobby', 'Yard (1)', 'Laderampe']);
});

test.each([
  ['tur', ['Recorder (1)', 'Tür Nord']],
  ['LOBBY', ['Recorder (1)', 'Lobby']],
  ['yard', ['Yard (1)', 'Laderampe']],
  ['1', ['Recorder (1)', 'Tür Nord', 'Yard (1)', 'Laderampe']],
  ['rec nord', ['Recorder (1)', 'Tür Nord']],
  ['nothing', []],
])('finds %s', (filter, expected) => {
  expect(words(filter)).toEqual(expected);
});

test('matches a number from its beginning only', () => {
  expect(matches(camera(12, 'Gate', 'A'), '12')).toBe(true);
  expect(matches(camera(12, 'Gate', 'A'), '2')).toBe(false);
});

test('steps over the devices and stays at the ends', () => {
  const rows = treeRows(cameras, '');
  expect(stepRow(rows, -1, 1)).toBe(1);
  expect(stepRow(rows, 2, 1)).toBe(4);
  expect(stepRow(rows, 4, 1)).toBe(4);
  expect(stepRow(rows, 4, -1)).toBe(2);
  expect(stepRow(rows, 1, -1)).toBe(1);
  expect(stepRow([], -1, 1)).toBe(-1);
});
