import type { EventFactView, EventGap, EventView } from '../../api/events.ts';
import type { CameraId, DeviceId } from '../../domain/camera.ts';
import { authorize } from '../access/authorize.ts';
import type { CallerRights } from '../access/caller.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { KeptEvent, KeptFilter } from '../store/event-store.ts';

/**
 * What one caller may see of the journal, by the rights of this moment. An event of a camera is for
 * whoever may see that camera; one of a whole device, whose device may name any of its cameras, for
 * whoever may see all of them. That something may be missing is told to whoever may see one.
 */
export class SeenEvents {
  readonly #caller: CallerRights;
  readonly #registry: Pick<DeviceRegistry, 'device' | 'devices'>;
  readonly #wholeDevices = new Map<DeviceId, boolean>();

  constructor(caller: CallerRights, registry: Pick<DeviceRegistry, 'device' | 'devices'>) {
    this.#caller = caller;
    this.#registry = registry;
  }

  /** Whether nothing is hidden from the caller. */
  get isAll(): boolean {
    return this.#caller.kind !== 'nobody' && this.#caller.sees === 'all';
  }

  /** Where what the caller may see happens, of these cameras or of all. */
  place(cameraIds: readonly CameraId[] | undefined): KeptFilter['place'] {
    if (cameraIds !== undefined) {
      return { cameraIds: cameraIds.filter((id) => this.#mayCamera(id)), wholeDeviceIds: [] };
    }
    if (this.#caller.kind === 'nobody') return { cameraIds: [], wholeDeviceIds: [] };
    if (this.#caller.sees === 'all') return undefined;
    const whole = this.#registry.devices.filter(({ id }) => this.mayWholeDevice(id));
    return { cameraIds: [...this.#caller.sees], wholeDeviceIds: whole.map(({ id }) => id) };
  }

  may({ cameraId, deviceId }: Pick<KeptEvent, 'cameraId' | 'deviceId'>): boolean {
    return cameraId === null ? this.mayWholeDevice(deviceId) : this.#mayCamera(cameraId);
  }

  mayPartOf(deviceId: DeviceId): boolean {
    if (this.isAll) return true;
    const cameras = this.#registry.device(deviceId)?.cameras ?? [];
    return cameras.some(({ row }) => row.enabled && this.#mayCamera(row.id));
  }

  mayWholeDevice(deviceId: DeviceId): boolean {
    const known = this.#wholeDevices.get(deviceId);
    if (known !== undefined) return known;
    const cameras = this.#registry.device(deviceId)?.cameras ?? [];
    const may =
      this.isAll || (cameras.length > 0 && cameras.every(({ row }) => this.#mayCamera(row.id)));
    this.#wholeDevices.set(deviceId, may);
    return may;
  }

  gaps(gaps: readonly EventGap[]): readonly EventGap[] {
    return gaps.filter(({ deviceId }) => this.mayPartOf(deviceId));
  }

  /** @returns null for an event that is not the caller's business */
  view(event: KeptEvent): EventView | null {
    if (!this.may(event)) return null;
    const { key: _, imageTarget: __, ...view } = event;
    return this.isAll ? view : { ...view, fact: this.#fact(view.fact) };
  }

  #fact(fact: EventFactView): EventFactView {
    switch (fact.topic) {
      case 'object':
      case 'plate':
      case 'call':
        return { ...fact, linked: fact.linked.map((link) => this.#link(link)) };
      case 'channel':
        return { ...fact, ...this.#swapped(fact.channels) };
      default:
        return fact;
    }
  }

  #link(link: { cameraId: CameraId | null; title: string }) {
    // A channel that nobody has saved as a camera is not for whoever sees only some.
    const may = link.cameraId !== null && this.#mayCamera(link.cameraId);
    return may ? link : { cameraId: null, title: '' };
  }

  #swapped(channels: [string, string] | undefined) {
    if (channels === undefined) return {};
    const [one, other] = channels.map((id) => (this.#mayCamera(id) ? id : ''));
    return { channels: [one ?? '', other ?? ''] as [string, string] };
  }

  #mayCamera(id: CameraId): boolean {
    return authorize(this.#caller, 'view', { id, isDraft: false });
  }
}
