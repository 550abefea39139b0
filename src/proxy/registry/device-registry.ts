import type { DeviceChange, NewDevice } from '../../api/device.ts';
import type { CameraId, DeviceId } from '../../domain/camera.ts';
import type { Protocol } from '../../protocols/protocol.ts';
import type { EventBus } from '../cluster/event-bus.ts';
import { RequestFault } from '../request-fault.ts';
import type { CameraRow, DeviceRow, Store } from '../store/store.ts';
import {
  ActiveDevice,
  type ActiveDeviceDependencies,
  type SealPlace,
  sealPassword,
} from './active-device.ts';
import { applyReport } from './apply-report.ts';
import { changedRow } from './changed-row.ts';
import type { CheckReport } from './check-device.ts';
import { cleanName } from './clean-name.ts';
import { opaqueId } from './opaque-id.ts';
import { rowsOfSwap, swappedChannels } from './swapped-channels.ts';
import { visibleState } from './visible-state.ts';

export interface RegistryDependencies extends Omit<ActiveDeviceDependencies, 'nowMs'> {
  readonly store: Store;
  readonly bus: EventBus;
  readonly protocolById: (id: string) => Protocol | undefined;
  readonly now: () => number;
}

/** `changed`: another address or account; `streams`: a camera has others than before, or none. */
export type DeviceMoment = 'added' | 'changed' | 'streams' | 'removed';
/** May take a moment for its last words to the device, whose old connection is closed after that. */
export type DeviceListener = (deviceId: DeviceId, moment: DeviceMoment) => void | Promise<void>;

/** The devices that a person has added, with their cameras. What it holds is also in the store. */
export class DeviceRegistry {
  readonly #dependencies: RegistryDependencies;
  readonly #devices = new Map<DeviceId, ActiveDevice>();
  readonly #listeners = new Set<DeviceListener>();

  private constructor(dependencies: RegistryDependencies) {
    this.#dependencies = dependencies;
  }

  static async open(dependencies: RegistryDependencies): Promise<DeviceRegistry> {
    const registry = new DeviceRegistry(dependencies);
    const stored = await dependencies.store.readRegistry();
    const nowMs = dependencies.now();
    for (const row of stored.devices) {
      const cameras = stored.cameras.filter((camera) => camera.deviceId === row.id);
      const secret = stored.secrets.find((one) => one.deviceId === row.id);
      const device = registry.activate(row, secret?.sealed);
      device.cameras = cameras.map((camera) => ({
        row: camera,
        state: 'unknown',
        stateSinceMs: nowMs,
      }));
      registry.#devices.set(row.id, device);
    }
    return registry;
  }

  get devices(): readonly ActiveDevice[] {
    return [...this.#devices.values()];
  }

  device(deviceId: DeviceId): ActiveDevice | undefined {
    return this.#devices.get(deviceId);
  }

  /** @returns the way to stop listening. */
  listen(listener: DeviceListener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Makes the road to a device without keeping it: for drafts, and for what `open` reads. */
  activate(row: DeviceRow, sealedPassword: string | undefined): ActiveDevice {
    const { protocolById, now } = this.#dependencies;
    const parts = { row, sealedPassword, cameras: [], protocol: protocolById(row.protocolId) };
    return new ActiveDevice(parts, { ...this.#dependencies, nowMs: now() });
  }

  seal(row: SealPlace, password: string): string | undefined {
    return sealPassword(this.#dependencies.sealer, row, password);
  }

  /** Numbers that no camera has, the lowest first. */
  numbering(): () => number {
    const taken = new Set<number>();
    for (const device of this.#devices.values()) {
      for (const camera of device.cameras) taken.add(camera.row.number);
    }
    return () => {
      let number = 1;
      while (taken.has(number)) number += 1;
      taken.add(number);
      return number;
    };
  }

  /** Keeps a device, its cameras under new numbers. Its connection stays open. */
  async add(device: ActiveDevice, chosen: Pick<NewDevice, 'name' | 'cameras'>): Promise<void> {
    const { row } = device;
    const twin = this.devices.find(
      (other) => other.row.origin === row.origin && other.row.entryTarget === row.entryTarget,
    );
    if (twin) throw new RequestFault('conflict', twin.row.name);
    const newNumber = this.numbering();
    const rows = applyChoice(
      device.cameras.map((camera) => ({ ...camera.row, number: newNumber() })),
      chosen.cameras,
    );
    const named = { ...row, name: cleanName(chosen.name) };
    setRows(device, named, rows);
    // Before it is written, so that nobody is given the same numbers or the same address meanwhile.
    this.#devices.set(device.id, device);
    try {
      await this.#dependencies.store.saveDevice(named, device.secrets, rows);
    } catch (failure) {
      this.#devices.delete(device.id);
      throw failure;
    }
    await this.#tell(device.id, 'added');
    this.#publishBoth();
  }

  async change(deviceId: DeviceId, change: DeviceChange): Promise<ActiveDevice> {
    const device = this.#existing(deviceId);
    const before = device.cameras;
    const { row, sealedPassword } = changedRow(device, change, (target, password) =>
      this.seal(target, password),
    );
    const rows = applyChoice(
      device.cameras.map((camera) => camera.row),
      change.cameras ?? [],
    );
    const moved = row.origin !== device.row.origin || row.entryTarget !== device.row.entryTarget;
    const trusted = row.certificate?.key !== device.row.certificate?.key;
    const reached =
      moved || trusted || change.username !== undefined || change.password !== undefined;
    const next = reached ? this.activate(row, sealedPassword) : device;
    if (next.fault && moved) throw next.fault;
    await this.#dependencies.store.saveDevice(row, next.secrets, rows);
    next.cameras = device.cameras;
    setRows(next, row, rows);
    this.#devices.set(deviceId, next);
    if (next !== device) {
      await this.#tell(deviceId, 'changed');
      await device.connection?.close();
    } else if (rows.some((row, index) => row.enabled !== before[index]?.row.enabled)) {
      await this.#tell(deviceId, 'streams');
    }
    this.#publishBoth();
    return next;
  }

  async remove(deviceId: DeviceId): Promise<void> {
    const device = this.#existing(deviceId);
    await this.#dependencies.store.removeDevice(deviceId);
    this.#devices.delete(deviceId);
    await this.#tell(deviceId, 'removed');
    await device.connection?.close();
    this.#publishBoth();
  }

  /** Takes in what a look at a device brought; says so only where a person would see it. */
  async report(device: ActiveDevice, report: CheckReport): Promise<void> {
    if (this.#devices.get(device.id) !== device) return;
    const before = visibleState(device);
    const known = device.cameras;
    const oldRows = new Map<CameraId, CameraRow>(
      known.map((camera) => [camera.row.id, camera.row]),
    );
    const condition = applyReport(device, report, {
      deviceId: device.id,
      deviceName: device.row.name,
      nowMs: this.#dependencies.now(),
      newCameraId: opaqueId,
      newNumber: this.numbering(),
    });
    device.status = condition.status;
    device.cameras = condition.cameras;
    const rows = condition.cameras.map((camera) => camera.row);
    const written = rows.filter((row) => oldRows.get(row.id) !== row);
    try {
      if (written.length > 0) await this.#dependencies.store.saveCameras(written);
    } catch (failure) {
      // What is not kept counts as not heard, so that the next look writes it.
      if (device.cameras === condition.cameras) device.cameras = known;
      throw failure;
    }
    if (written.some((row) => oldRows.has(row.id))) await this.#tell(device.id, 'streams');
    const after = visibleState(device);
    if (after.device !== before.device) this.#dependencies.bus.publish('devices');
    if (after.cameras !== before.cameras) this.#dependencies.bus.publish('cameras');
  }

  /**
   * Two channels of a device have changed places: each camera follows its own picture, so that walls,
   * rights and journals stay true. At once, for the next event may be of the new place.
   */
  async swapChannels(deviceId: DeviceId, channels: readonly [string, string]): Promise<void> {
    const device = this.#devices.get(deviceId);
    if (!device) return;
    const before = device.cameras;
    device.cameras = swappedChannels(before, channels);
    const moved = device.cameras.filter((camera, index) => camera !== before[index]);
    await this.#dependencies.store.saveCameras(rowsOfSwap(moved));
    await this.#tell(deviceId, 'streams');
    this.#publishBoth();
  }

  async close(): Promise<void> {
    await Promise.all(this.devices.map((device) => device.connection?.close()));
  }

  #existing(deviceId: DeviceId): ActiveDevice {
    const device = this.#devices.get(deviceId);
    if (!device) throw new RequestFault('not-found');
    return device;
  }

  async #tell(deviceId: DeviceId, moment: DeviceMoment): Promise<void> {
    await Promise.all([...this.#listeners].map((listener) => listener(deviceId, moment)));
  }

  #publishBoth(): void {
    this.#dependencies.bus.publish('devices');
    this.#dependencies.bus.publish('cameras');
  }
}

function setRows(device: ActiveDevice, row: DeviceRow, rows: readonly CameraRow[]): void {
  device.row = row;
  device.cameras = device.cameras.map((camera, index) => ({
    ...camera,
    row: rows[index] ?? camera.row,
  }));
}

function applyChoice(
  rows: readonly CameraRow[],
  chosen: readonly { readonly id: string; readonly name: string; readonly enabled: boolean }[],
): CameraRow[] {
  const byId = new Map(chosen.map((camera) => [camera.id, camera]));
  return rows.map((row) => {
    const choice = byId.get(row.id);
    return choice ? { ...row, name: cleanName(choice.name), enabled: choice.enabled } : row;
  });
}
