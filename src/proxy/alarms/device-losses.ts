import type { EventBus } from '../cluster/event-bus.ts';
import type { StoredEvent } from '../events/feed.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import { isLost } from './rule-place.ts';

export interface LossDependencies {
  readonly registry: Pick<DeviceRegistry, 'devices'>;
  readonly bus: EventBus;
  readonly now: () => number;
  readonly onFound: (events: readonly StoredEvent[]) => void;
}

/**
 * Says when a whole device is lost, and when it is there again. Its cameras tell of it each for
 * itself, and forty of them would be one thing that happened.
 */
export class DeviceLosses {
  readonly #with: LossDependencies;
  readonly #lost = new Map<string, boolean>();
  readonly #unsubscribe: () => void;

  constructor(dependencies: LossDependencies) {
    this.#with = dependencies;
    this.#unsubscribe = dependencies.bus.subscribe((topic) => {
      if (topic === 'devices') this.look();
    });
  }

  look(): void {
    const { registry, onFound } = this.#with;
    const devices = registry.devices.filter(({ status }) => status.state !== 'checking');
    const found = devices.flatMap((device) => {
      const before = this.#lost.get(device.id);
      const lost = isLost(device);
      this.#lost.set(device.id, lost);
      if (before === lost) return [];
      const own = this.#event(device, lost, before === undefined);
      return before === true ? [own, ...this.#camerasOf(device)] : [own];
    });
    const known = new Set(registry.devices.map(({ id }) => id));
    for (const id of this.#lost.keys()) if (!known.has(id)) this.#lost.delete(id);
    if (found.length > 0) onFound(found);
  }

  stop(): void {
    this.#unsubscribe();
  }

  /** One that is as lost as it was with its whole device says so no second time. */
  #camerasOf({ id, row, status, cameras }: ActiveDevice): readonly StoredEvent[] {
    return cameras.map(({ row: camera, state }) => ({
      isNew: true,
      event: {
        ...{ id: '', number: 0, count: 1, hasImage: false, isSnapshot: true },
        ...{ deviceId: id, deviceName: row.name, cameraId: camera.id, cameraName: camera.name },
        atMs: status.stateSinceMs,
        receivedAtMs: this.#with.now(),
        fact: { topic: 'channel', change: 'state', state },
      },
    }));
  }

  /** Not of the journal: that has what each of the cameras said. */
  #event({ id, row, status }: ActiveDevice, lost: boolean, isFirst: boolean): StoredEvent {
    return {
      isNew: true,
      event: {
        ...{ id: '', number: 0, count: 1, hasImage: false },
        ...{ deviceId: id, deviceName: row.name, cameraId: null, cameraName: '' },
        atMs: status.stateSinceMs,
        receivedAtMs: this.#with.now(),
        ...(isFirst ? { isSnapshot: true } : {}),
        fact: { topic: 'connection', state: lost ? 'offline' : 'online' },
      },
    };
  }
}
