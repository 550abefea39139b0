import { DeviceError } from '../../domain/device-error.ts';
import type { Preset } from '../../domain/preset.ts';
import type { DeviceLink, Endpoint } from '../protocol.ts';
import type { SteeringOperations } from '../steering-operations.ts';
import { checkChannel, command, isRefusal, notFound, notSupported } from './calls.ts';
import { updateParameters } from './endpoints-parameters.ts';
import { ptzRows } from './endpoints-ptz.ts';
import { ptzConfiguration } from './endpoints-ptz-configuration.ts';
import { operationOf, readGroups, textOf } from './parameter-groups.ts';
import { documentedPresets } from './ptz-replies.ts';

/** Where presets are listed is not documented: an inference, and the names of a related maker. */
const parameterNames =
  /^PTZ\.Preset\.(?:P\d{1,2}\.Position\.)?P(25[0-6]|2[0-4]\d|1\d\d|[1-9]\d?)\.Name$/;

interface ListedPreset extends Preset {
  /** The parameter that holds its name. */
  readonly parameter: string;
}

/** What the device lists, by number; null where it lists none, though it can turn and may have some. */
async function readListed(link: DeviceLink): Promise<readonly ListedPreset[] | null> {
  const parameters = await readGroups(link, ['Properties', 'PTZ.Preset']);
  if (/^no$/i.test(textOf(parameters, 'Properties.PTZ.PTZ') ?? '')) return [];
  const listed = Array.from(parameters.keys()).flatMap((parameter) => {
    const id = parameterNames.exec(parameter)?.[1];
    if (id === undefined) return [];
    return [{ id, number: Number(id), name: textOf(parameters, parameter) ?? '', parameter }];
  });
  return listed.length === 0 ? null : listed.sort((one, other) => one.number - other.number);
}

const numbers = Array.from({ length: documentedPresets }, (_, index) => index + 1);

function numberOf(presetId: string, endpoint: Endpoint): number {
  const number = /^[1-9]\d{0,2}$/.test(presetId) ? Number(presetId) : 0;
  if (number >= 1 && number <= documentedPresets) return number;
  throw notFound(endpoint);
}

/** "A string with a maximum of 31 characters, ~ is not allowed" (5.3.1.3). */
function deviceName(name: string): string {
  const allowed = name.replace(/\p{Cc}+/gu, ' ').replaceAll('~', '-');
  return Array.from(allowed.trim()).slice(0, 31).join('').trim();
}

/** The lowest number that is not listed. Where nothing is listed, none is known to be free. */
async function freeNumber(link: DeviceLink): Promise<number> {
  const listed = await readListed(link);
  const free = numbers.find((number) => listed?.every((one) => one.number !== number));
  if (free !== undefined) return free;
  const operation = operationOf(ptzConfiguration.presetSet);
  throw new DeviceError('rejected', 'command-refused', { operation });
}

/** Cameras that are no PTZ units keep numbers alone, so what they refuse with a name goes without. */
async function save(link: DeviceLink, number: number, name: string): Promise<string> {
  const { presetSet, presetSetNamed } = ptzConfiguration;
  if (name !== '') {
    try {
      await command(link, presetSetNamed, { setserverpresetname: `${number},${name}` });
      return name;
    } catch (failure) {
      if (!isRefusal(failure)) throw failure;
    }
  }
  await command(link, presetSet, { setserverpresetno: number });
  return '';
}

export const presets = {
  /** All 256 by their numbers where the device lists none: it can be sent to any of them. */
  async listPresets(link, channel) {
    checkChannel(channel, ptzRows.presetGo);
    const listed = await readListed(link);
    return listed === null
      ? numbers.map((number) => ({ id: String(number), number, name: '' }))
      : listed.map(({ parameter: _, ...preset }) => preset);
  },

  async goToPreset(link, channel, presetId) {
    checkChannel(channel, ptzRows.presetGo);
    const gotoserverpresetno = numberOf(presetId, ptzRows.presetGo);
    await command(link, ptzRows.presetGo, { gotoserverpresetno });
  },

  async savePreset(link, channel, preset) {
    const endpoint = ptzConfiguration.presetSet;
    checkChannel(channel, endpoint);
    const number = preset.id === null ? await freeNumber(link) : numberOf(preset.id, endpoint);
    const sent = await save(link, number, deviceName(preset.name));
    const listed = (await readListed(link))?.find((one) => one.number === number);
    return { id: String(number), number, name: listed?.name ?? sent };
  },

  /** Saving anew would move the preset too, so the parameter that holds its name is changed. */
  async renamePreset(link, channel, presetId, name) {
    checkChannel(channel, updateParameters);
    const number = numberOf(presetId, updateParameters);
    const listed = await readListed(link);
    if (listed === null) throw notSupported(updateParameters);
    const parameter = listed.find((one) => one.number === number)?.parameter;
    if (parameter === undefined) throw notFound(updateParameters);
    await command(link, updateParameters, { action: 'update', [parameter]: deviceName(name) });
  },

  /** By its number, and by its name where a device takes no number. */
  async removePreset(link, channel, presetId) {
    const { presetRemove, presetRemoveNamed } = ptzConfiguration;
    checkChannel(channel, presetRemove);
    const number = numberOf(presetId, presetRemove);
    try {
      await command(link, presetRemove, { removeserverpresetno: number });
    } catch (failure) {
      if (!isRefusal(failure)) throw failure;
      const listed = await readListed(link);
      const name = listed?.find((one) => one.number === number)?.name ?? '';
      const same = listed?.filter((one) => one.name === name).length ?? 0;
      if (name === '' || same !== 1) throw failure;
      await command(link, presetRemoveNamed, { removeserverpresetname: name });
    }
  },
} satisfies SteeringOperations;
