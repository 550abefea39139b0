import type { Arming, ArmingChange, NamedChoice } from '../../domain/arming.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller } from '../access/caller.ts';
import type { ProxyParts } from '../api/proxy-parts.ts';
import type { ActiveDevice } from '../registry/active-device.ts';
import { cleanName } from '../registry/clean-name.ts';
import { RequestFault } from '../request-fault.ts';
import { reachCamera } from './reach-camera.ts';
import { type Commander, sendCommand } from './send-command.ts';

type Parts = Pick<ProxyParts, 'audit' | 'bus' | 'directory'>;

/** How the camera is armed now. Who may not arm all cameras at once is not told what would. */
export async function readArming(
  { directory }: Pick<Parts, 'directory'>,
  caller: Caller,
  cameraId: string,
): Promise<Arming> {
  const { operation, link, channel, device } = reachCamera(directory, cameraId, 'readArming');
  const arming = cleanArming(await operation(link, channel));
  return mayArmAll(caller, device) ? arming : { ...arming, presets: [] };
}

const noArming: Arming = { modes: [], schedules: [], overrides: [], presets: [], switches: [] };

/** Changes it. What it is then, the device tells whoever reads it again. */
export async function changeArming(
  { audit, bus, directory }: Parts,
  by: Commander,
  cameraId: string,
  change: ArmingChange,
): Promise<void> {
  const reached = reachCamera(directory, cameraId, 'changeArming');
  const { operation, link, channel, camera, device } = reached;
  const { operation: read } = reachCamera(directory, cameraId, 'readArming');
  const mayAll = mayArmAll(by.caller, device);
  const parameters = namedParameters(noArming, change);
  const command = { by, camera, operation: 'arming.change', parameters };
  await sendCommand(audit.record, command, async (name) => {
    const arming = cleanArming(await read(link, channel));
    name(namedParameters(arming, change));
    if (change.kind === 'preset' && !mayAll) throw new RequestFault('not-allowed');
    const unknown = unknownField(arming, change);
    if (unknown !== null) throw new RequestFault('invalid-input', unknown);
    await operation(link, channel, change);
  });
  bus.publish('site-control');
}

/** A camera that is not in use is nobody's; all others must be theirs. */
function mayArmAll(caller: Caller, { cameras }: ActiveDevice): boolean {
  return cameras
    .filter(({ row }) => row.enabled)
    .every(({ row }) => authorize(caller, 'arm-site', { id: row.id, isDraft: false }));
}

function cleanArming(arming: Arming): Arming {
  const clean = <T extends NamedChoice>(list: readonly T[]) =>
    list.map((one) => ({ ...one, name: cleanName(one.name) }));
  return {
    modes: arming.modes,
    schedules: clean(arming.schedules),
    overrides: clean(arming.overrides),
    presets: clean(arming.presets),
    switches: clean(arming.switches),
  };
}

/** The field that names what the device does not have; null where it has all of it. */
function unknownField(arming: Arming, change: ArmingChange): string | null {
  const has = (list: readonly { readonly id: string }[], id: string) =>
    list.some((one) => one.id === id);
  const modes = 'modes' in change ? change.modes : 'mode' in change ? [change.mode] : [];
  if (modes.some((mode) => !arming.modes.some((one) => one.mode === mode))) return 'mode';
  if (change.kind === 'preset' && !has(arming.presets, change.presetId)) return 'presetId';
  if (change.kind === 'switch' && !has(arming.switches, change.switchId)) return 'switchId';
  if (change.kind === 'schedule' && !has(arming.schedules, change.scheduleId)) return 'scheduleId';
  const overrideId = 'overrideId' in change ? change.overrideId : null;
  return overrideId !== null && !has(arming.overrides, overrideId) ? 'overrideId' : null;
}

/** The change for the record, by the names that the device has for it. */
function namedParameters(arming: Arming, change: ArmingChange): Record<string, string> {
  const named = (list: readonly NamedChoice[], id: string) =>
    list.find((one) => one.id === id)?.name || cleanName(id);
  const modes = 'modes' in change ? { modes: change.modes.join(', ') } : {};
  switch (change.kind) {
    case 'mode':
      return { modes: change.mode, state: change.armed ? 'armed' : 'disarmed' };
    case 'schedule':
      return {
        ...modes,
        schedule: named(arming.schedules, change.scheduleId),
        ...(change.overrideId !== null && {
          override: named(arming.overrides, change.overrideId),
        }),
      };
    case 'override':
      return { ...modes, override: named(arming.overrides, change.overrideId) };
    case 'preset':
      return { preset: named(arming.presets, change.presetId) };
    case 'switch':
      return {
        switch: named(arming.switches, change.switchId),
        state: change.on ? 'on' : 'off',
      };
  }
}
