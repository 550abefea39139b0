import type { ChannelState } from '../../domain/camera.ts';
import type { EventBus } from '../cluster/event-bus.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { EventListeners } from './event-listeners.ts';
import { normalise } from './normalise.ts';

export interface FoundStatesDependencies {
  readonly registry: Pick<DeviceRegistry, 'devices'>;
  readonly bus: EventBus;
  readonly listeners: Pick<EventListeners, 'of'>;
  readonly now: () => number;
}

/**
 * Makes an event of each camera that is found in another state than before. A device that has gone
 * dark tells nothing, and many have no word for a camera that is lost.
 */
export class FoundStates {
  readonly #with: FoundStatesDependencies;
  readonly #states = new Map<string, ChannelState>();
  readonly #unsubscribe: () => void;

  constructor(dependencies: FoundStatesDependencies) {
    this.#with = dependencies;
    this.#look();
    this.#unsubscribe = dependencies.bus.subscribe((topic) => {
      if (topic === 'cameras') this.#look();
    });
  }

  stop(): void {
    this.#unsubscribe();
  }

  #look(): void {
    for (const device of this.#with.registry.devices) {
      for (const { row, state } of device.cameras) {
        const before = this.#states.get(row.id);
        this.#states.set(row.id, state);
        // The first look says how things stand, and nothing of a camera that is not watched.
        if (before === state || state === 'unknown' || !row.enabled) continue;
        if (before === undefined || before === 'unknown')
          this.#find(device, row.channel, state, true);
        else this.#find(device, row.channel, state);
      }
    }
  }

  #find(device: ActiveDevice, channel: string, state: ChannelState, isSnapshot?: true): void {
    const reported = {
      channel,
      ...(isSnapshot ? { isSnapshot } : {}),
      fact: { topic: 'channel', change: 'state', state } as const,
    };
    const receivedAtMs = this.#with.now();
    const event = normalise(reported, { device, receivedAtMs, isLate: false });
    if (event) this.#with.listeners.of(device.id)?.found(event);
  }
}
