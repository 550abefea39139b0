import { DeviceError } from '../../domain/device-error.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { cameraNumber, command, operationOf } from './calls.ts';
import { featuresOf } from './camera-fields.ts';
import { control } from './endpoints-control.ts';
import { fieldOf } from './fields.ts';
import { hasPresets, mostPresets } from './ptz-features.ts';
import { cameraOf, systemInfo } from './system-info.ts';

/** "12-19=Preset 1-8" and "112-119=Save Preset 1-8": what is added to a preset's number. */
const goOffset = 11;
const saveOffset = 111;

function presetNumber(presetId: string, operation: string): number {
  if (/^[1-8]$/.test(presetId)) return Number(presetId);
  throw new DeviceError('rejected', 'not-found', { operation });
}

export const presets = {
  /**
   * All eight, for no server tells which of them were ever saved. Their names can be read, and
   * nothing in the document changes them.
   */
  async listPresets(link, channel) {
    const cameraNum = cameraNumber(channel, control.presetGo);
    const camera = cameraOf(await systemInfo(link), cameraNum);
    if (!hasPresets(featuresOf(camera))) return [];
    return Array.from({ length: mostPresets }, (_, index) => ({
      id: String(index + 1),
      number: index + 1,
      name: fieldOf(camera, `preset-name-${index + 1}`)?.slice(0, 128) ?? '',
    }));
  },

  async goToPreset(link, channel, presetId) {
    const endpoint = control.presetGo;
    const cameraNum = cameraNumber(channel, endpoint);
    const number = presetNumber(presetId, operationOf(endpoint));
    await command(link, { endpoint, query: { cameraNum, command: goOffset + number } });
  },

  /** @throws DeviceError `command-refused` without a preset to overwrite: none is known to be free */
  async savePreset(link, channel, { id }) {
    const endpoint = control.presetSet;
    const operation = operationOf(endpoint);
    const cameraNum = cameraNumber(channel, endpoint);
    if (id === null) throw new DeviceError('rejected', 'command-refused', { operation });
    const number = presetNumber(id, operation);
    const camera = cameraOf(await systemInfo(link), cameraNum);
    await command(link, { endpoint, query: { cameraNum, command: saveOffset + number } });
    return { id, number, name: fieldOf(camera, `preset-name-${number}`)?.slice(0, 128) ?? '' };
  },
} satisfies SteeringOperations;
