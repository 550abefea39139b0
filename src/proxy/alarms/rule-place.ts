import type { RuleView } from '../../api/alarm-rules.ts';
import type { EventFactView } from '../../api/events.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { KeptEvent } from '../store/event-store.ts';

/** Our cameras that a device ties to an event. */
export function linkedIds(fact: EventFactView): readonly string[] {
  if (!('linked' in fact)) return [];
  return fact.linked.flatMap(({ cameraId }) => cameraId ?? []);
}

/** Whether a device as a whole shows nobody anything; what its cameras say is then no news. */
export function isLost(device: Pick<ActiveDevice, 'status'> | undefined): boolean {
  const state = device?.status.state;
  return state === 'offline' || state === 'login-refused';
}

export function watchedIds(device: Pick<ActiveDevice, 'cameras'> | undefined): readonly string[] {
  return (device?.cameras ?? []).flatMap(({ row }) => (row.enabled ? [row.id] : []));
}

/**
 * Whether an event happened where a rule looks. A camera that is switched off is not looked at, and
 * one whose whole device is lost is part of that loss.
 */
export function isInPlace(
  rule: Pick<RuleView, 'cameraIds'>,
  event: KeptEvent,
  registry: Pick<DeviceRegistry, 'device'>,
): boolean {
  const device = registry.device(event.deviceId);
  const watched = watchedIds(device);
  const { cameraId, fact } = event;
  if (cameraId !== null) {
    if (!watched.includes(cameraId)) return false;
    return rule.cameraIds.length === 0 || rule.cameraIds.includes(cameraId);
  }
  if (fact.topic === 'connection' && watched.length === 0) return false;
  if (rule.cameraIds.length === 0) return true;
  const linked = linkedIds(fact);
  const places = linked.length > 0 ? linked : watched;
  return places.some((id) => rule.cameraIds.includes(id));
}
