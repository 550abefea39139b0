import type { AlarmView } from '../../api/alarms.ts';
import { authorize } from '../access/authorize.ts';
import type { CallerRights } from '../access/caller.ts';
import { SeenEvents } from '../events/seen-events.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { KeptAlarm } from '../store/alarm-store.ts';

export interface SeenDependencies {
  readonly registry: Pick<DeviceRegistry, 'device' | 'devices'>;
  /** What to do, as the rule says now. */
  readonly procedureOf: (ruleId: string) => string | undefined;
}

/**
 * What one caller may see of the alarms, by the rights of this moment: as of the events that they
 * are made of. That a device is lost is for whoever may see one of its cameras, for those are lost.
 */
export class SeenAlarms {
  readonly #caller: CallerRights;
  readonly #events: SeenEvents;
  readonly #with: SeenDependencies;

  constructor(caller: CallerRights, dependencies: SeenDependencies) {
    this.#caller = caller;
    this.#events = new SeenEvents(caller, dependencies.registry);
    this.#with = dependencies;
  }

  may({ cameraId, deviceId, topic }: Pick<KeptAlarm, 'cameraId' | 'deviceId' | 'topic'>): boolean {
    if (this.#events.isAll) return true;
    if (deviceId === null) return false;
    if (cameraId === null && topic === 'connection') return this.#events.mayPartOf(deviceId);
    return this.#events.may({ cameraId, deviceId });
  }

  /** @returns null for one that is not the caller's business */
  view(alarm: KeptAlarm): AlarmView | null {
    if (!this.may(alarm)) return null;
    const {
      key: _,
      raisedAtMs: __,
      wantedSinceMs: ___,
      ownSteps: ____,
      eventIds: _____,
      ...view
    } = alarm;
    const device = alarm.deviceId === null ? undefined : this.#with.registry.device(alarm.deviceId);
    const camera = device?.cameras.find(({ row }) => row.id === alarm.cameraId);
    return {
      ...view,
      cameraName: camera?.row.name ?? view.cameraName,
      deviceName: device?.row.name ?? view.deviceName,
      linkedCameraIds: view.linkedCameraIds.filter((id) =>
        authorize(this.#caller, 'view', { id, isDraft: false }),
      ),
      procedure: this.#with.procedureOf(alarm.ruleId) ?? view.procedure,
      ...(this.#caller.kind === 'person' ? {} : unwritten(view)),
    };
  }
}

/** What people write is for people; a screen hangs where anybody passes. */
function unwritten({ aside }: AlarmView): Pick<AlarmView, 'procedure' | 'aside'> {
  return { procedure: '', aside: aside === null ? null : { ...aside, reason: '' } };
}
