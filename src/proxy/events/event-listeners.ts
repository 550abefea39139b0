import type { EventGap } from '../../api/events.ts';
import type { DeviceId } from '../../domain/camera.ts';
import type { DeviceOwnership } from '../cluster/device-ownership.ts';
import type { Logger } from '../log.ts';
import type { DeviceMoment, DeviceRegistry } from '../registry/device-registry.ts';
import type { EventStore } from '../store/event-store.ts';
import { DeviceEvents } from './device-events.ts';
import type { EventJournal } from './event-journal.ts';
import type { Listening } from './event-listener.ts';

/** How much of the last sign of life is lost when the proxy is killed. */
const signsEveryMs = 3000;
const staggerMs = 10;
/** Channels that change come in swarms. */
const recheckAfterMs = 500;

export interface ListenersDependencies {
  readonly registry: Pick<DeviceRegistry, 'devices' | 'device' | 'listen' | 'swapChannels'>;
  readonly ownership: DeviceOwnership;
  readonly journal: EventJournal;
  readonly store: EventStore;
  readonly now: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly watched: () => boolean;
  /** Reads again what a device says of its channels. */
  readonly recheck: (deviceId: DeviceId) => Promise<void>;
}

/** Listens to every device that is registered. */
export class EventListeners {
  readonly #with: ListenersDependencies;
  readonly #devices = new Map<DeviceId, DeviceEvents>();
  readonly #signs: Map<DeviceId, number>;
  readonly #rechecks = new Map<DeviceId, NodeJS.Timeout>();
  readonly #changeListeners = new Set<() => void>();
  readonly #stopListening: () => void;
  readonly #timer: NodeJS.Timeout;
  #writing: Promise<void> = Promise.resolve();
  #written = '';

  private constructor(
    dependencies: ListenersDependencies,
    signs: ReadonlyMap<DeviceId, number>,
    unfinished: readonly EventGap[],
  ) {
    this.#with = dependencies;
    this.#signs = new Map(signs);
    const { registry } = dependencies;
    for (const [index, device] of registry.devices.entries()) {
      const own = unfinished.filter((gap) => gap.deviceId === device.id);
      this.#begin(device.id, own, index * staggerMs);
    }
    this.#stopListening = registry.listen((deviceId, moment) => this.#moved(deviceId, moment));
    this.#timer = setInterval(() => this.#saveSigns(), signsEveryMs);
    this.#timer.unref();
  }

  static async open(dependencies: ListenersDependencies): Promise<EventListeners> {
    const { store } = dependencies;
    const signs = await store.readAlive();
    return new EventListeners(dependencies, signs, await store.readUnfinishedGaps());
  }

  get standings(): readonly Listening[] {
    return [...this.#devices.values()].map(({ standing }) => standing);
  }

  of(deviceId: DeviceId): DeviceEvents | undefined {
    return this.#devices.get(deviceId);
  }

  /** Called when a subscription stands otherwise than before. @returns the way to stop listening */
  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopListening();
    for (const timer of this.#rechecks.values()) clearTimeout(timer);
    for (const device of this.#devices.values()) device.stop();
    this.#saveSigns();
    await this.#writing;
  }

  #moved(deviceId: DeviceId, moment: DeviceMoment): void {
    if (moment === 'streams') return;
    const before = this.#devices.get(deviceId);
    this.#devices.delete(deviceId);
    if (moment === 'removed') {
      before?.abandon();
      this.#forget(deviceId);
    } else {
      this.#keepSign(deviceId, before);
      this.#begin(deviceId, before?.stop() ?? []);
    }
    this.#tell();
  }

  #begin(deviceId: DeviceId, unfinished: readonly EventGap[], firstDelayMs?: number): void {
    const { registry, ownership } = this.#with;
    const device = registry.device(deviceId);
    if (!device || !ownership.ownsDevice(deviceId)) return;
    const events = new DeviceEvents({
      ...this.#with,
      device,
      unfinished,
      aliveAtMs: this.#signs.get(deviceId) ?? null,
      firstDelayMs,
      changed: () => {
        this.#tell();
        // A proxy that is killed soon after must know from when on it missed something.
        this.#saveSigns();
      },
      swapped: (channels) => {
        registry.swapChannels(deviceId, channels).catch(this.#note('events.swap'));
      },
      recheck: () => this.#recheckSoon(deviceId),
    });
    this.#devices.set(deviceId, events);
  }

  #recheckSoon(deviceId: DeviceId): void {
    if (this.#rechecks.has(deviceId)) return;
    const timer = setTimeout(() => {
      this.#rechecks.delete(deviceId);
      this.#with.recheck(deviceId).catch(this.#note('events.recheck'));
    }, recheckAfterMs);
    this.#rechecks.set(deviceId, timer);
  }

  #keepSign(deviceId: DeviceId, events: DeviceEvents | undefined): void {
    const aliveAtMs = events?.aliveAtMs;
    if (aliveAtMs !== null && aliveAtMs !== undefined) this.#signs.set(deviceId, aliveAtMs);
  }

  #saveSigns(): void {
    for (const [deviceId, events] of this.#devices) this.#keepSign(deviceId, events);
    const text = JSON.stringify([...this.#signs]);
    if (text === this.#written) return;
    const signs = new Map(this.#signs);
    this.#write(async () => {
      await this.#with.store.saveAlive(signs);
      this.#written = text;
    });
  }

  #forget(deviceId: DeviceId): void {
    this.#signs.delete(deviceId);
    this.#write(() => this.#with.store.forgetAlive(deviceId));
  }

  #write(write: () => Promise<void>): void {
    this.#writing = this.#writing.then(write).catch(this.#note('events.signs'));
  }

  #note(operation: string): (fault: unknown) => void {
    return (fault) => this.#with.log.error({ fault, operation });
  }

  #tell(): void {
    for (const listener of [...this.#changeListeners]) listener();
  }
}
