import { expect, test } from 'vitest';
import type { CameraView } from '../../api/camera.ts';
import type { DeviceView } from '../../api/device.ts';
import type { ProbeFindings } from '../../api/probe.ts';
import { viewOfDevice } from './view-of-device.ts';
import { choicesFor, emptyWizard, probeRequestOf } from './wizard-form.ts';

function found(...names: readonly string[]): ProbeFindings {
  const cameras = names.map((name, position) => ({ id: `new-${position}`, name }) as CameraView);
  return { cameras } as unknown as ProbeFindings;
}

test('sends only what was filled in', () => {
  expect(probeRequestOf({ ...emptyWizard, address: ' nvr.lan ' })).toEqual({ address: 'nvr.lan' });
  expect(
    probeRequestOf({ ...emptyWizard, address: 'nvr', protocolId: 'tsapi', username: 'guard' }),
  ).toEqual({ address: 'nvr', protocolId: 'tsapi', username: 'guard', password: '' });
});

test('a second check of the same device keeps names and ticks', () => {
  const before = [
    { cameraId: 'old-0', name: 'Main gate', enabled: true },
    { cameraId: 'old-1', name: 'Dock', enabled: false },
  ];
  expect(choicesFor(found('CAM1', 'CAM2'), before)).toEqual([
    { cameraId: 'new-0', name: 'Main gate', enabled: true },
    { cameraId: 'new-1', name: 'Dock', enabled: false },
  ]);
});

test('another number of cameras begins with the names of the device', () => {
  const before = [{ cameraId: 'old-0', name: 'Main gate', enabled: false }];
  expect(choicesFor(found('CAM1', 'CAM2'), before)).toEqual([
    { cameraId: 'new-0', name: 'CAM1', enabled: true },
    { cameraId: 'new-1', name: 'CAM2', enabled: true },
  ]);
});

test.each([
  [1, '1', 1],
  [2, '4', 4],
  [8, '9', 9],
  [13, '16', 16],
  [36, '36', 36],
  [50, '36', 36],
])('%i cameras make a wall of layout %s', (count, layout, tiles) => {
  const cameras = Array.from({ length: count + 1 }, (_, position) => ({
    id: `c${position}`,
    name: 'x',
    number: position,
    enabled: position > 0,
  }));
  const view = viewOfDevice({ name: 'Recorder', cameras } as unknown as DeviceView);
  expect(view.layout).toBe(layout);
  expect(view.cells).toHaveLength(tiles);
  expect(view.cells[0]?.cameraId).toBe('c1');
});
