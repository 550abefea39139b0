import { DeviceError } from '../../domain/device-error.ts';
import type { Preset } from '../../domain/preset.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { steerableCamera } from './camera-list.ts';
import { legacyEndpoint, operationOf } from './endpoints.ts';
import { sendPtz } from './ptz-command.ts';
import { mostPresets, ptzFeature } from './ptz-features.ts';

/** "PTZ command": 12 is preset 1, and 112 saves it. */
const goToFirst = 12;
const saveFirst = 112;

const named = /^[1-8]$/;

/** @throws DeviceError `not-found` for all but 1 to 8 */
function numberOf(presetId: string): number {
  if (named.test(presetId)) return Number(presetId);
  throw new DeviceError('rejected', 'not-found', { operation: 'securityspy-legacy.preset' });
}

/** All that there can be: nothing says which of them were ever saved. */
function presetsOf(names: readonly string[]): Preset[] {
  return Array.from({ length: mostPresets }, (_, at) => ({
    id: String(at + 1),
    number: at + 1,
    name: names[at] ?? '',
  }));
}

export const presetOperations = {
  async listPresets(link: DeviceLink, channel: string): Promise<readonly Preset[]> {
    const { ptz, presetNames } = await steerableCamera(link, channel);
    return (ptz & ptzFeature.presets) === 0 ? [] : presetsOf(presetNames);
  },
  async goToPreset(link, channel, presetId) {
    const command = goToFirst - 1 + numberOf(presetId);
    await sendPtz(link, channel, legacyEndpoint.presetGo, command);
  },
  /**
   * No command carries a name, so the answer has the one that the server keeps.
   * @throws DeviceError `command-refused` without a preset to overwrite: none is known to be free
   */
  async savePreset(link, channel, { id }) {
    const endpoint = legacyEndpoint.presetSave;
    if (id === null) {
      throw new DeviceError('rejected', 'command-refused', { operation: operationOf(endpoint) });
    }
    const number = numberOf(id);
    const { presetNames } = await steerableCamera(link, channel);
    await sendPtz(link, channel, endpoint, saveFirst - 1 + number);
    return { id, number, name: presetNames[number - 1] ?? '' };
  },
} satisfies SteeringOperations;
