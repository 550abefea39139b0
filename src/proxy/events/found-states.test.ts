import { expect, it } from 'vitest';
import type { ChannelState } from '../../domain/camera.ts';
import { InProcessEventBus } from '../cluster/event-bus.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { FoundStates } from './found-states.ts';
import type { NewEvent } from './normalise.ts';
import { recorder, startMs } from './test-journal.ts';

it('makes an event of a camera that is found lost, whatever its device tells', () => {
  const bus = new InProcessEventBus();
  const device = recorder() as unknown as ActiveDevice;
  const found: NewEvent[] = [];
  const be = (state: ChannelState) => {
    device.cameras = device.cameras.map((camera, index) =>
      index === 0 ? { ...camera, state } : camera,
    );
    bus.publish('cameras');
  };
  const states = new FoundStates({
    registry: { devices: [device] },
    bus,
    listeners: { of: () => ({ found: (event: NewEvent) => void found.push(event) }) as never },
    now: () => startMs,
  });
  be('no-response');
  be('no-response');
  be('connected');
  states.stop();
  be('no-response');
  expect(
    found.map(({ cameraId, isSnapshot, fact }) => [
      cameraId,
      isSnapshot,
      fact.topic === 'channel' && fact.state,
    ]),
  ).toEqual([
    ['d1-c1', true, 'connected'],
    ['d1-c2', true, 'connected'],
    ['d1-c1', undefined, 'no-response'],
    ['d1-c1', undefined, 'connected'],
  ]);
});
