import type { PictureSettingsChange } from '../../domain/camera.ts';
import type { Parameters } from '../parsing/parameters.ts';
import type { SiteOperations } from '../site-operations.ts';
import { checkChannel, command, illegal, notSupported } from './calls.ts';
import { updateParameters } from './endpoints-parameters.ts';
import { readGroups } from './parameter-groups.ts';
import { pictureNames } from './picture-settings.ts';
import { switchText } from './switch-value.ts';

/** Parameters with their new values. @throws DeviceError where the camera does not list one */
function valuesOf(
  { mode, ...change }: PictureSettingsChange,
  parameters: Parameters,
): Readonly<Record<string, string>> {
  if (mode !== undefined) throw notSupported(updateParameters);
  const values: Record<string, string> = {};
  for (const field of ['brightness', 'contrast', 'mirrored', 'flipped'] as const) {
    const value = change[field];
    const name = pictureNames[field];
    if (value === undefined) continue;
    if (!parameters.has(name)) throw notSupported(updateParameters);
    if (typeof value === 'number' && !(Number.isInteger(value) && value >= 0)) {
      throw illegal(updateParameters);
    }
    values[name] = typeof value === 'number' ? String(value) : switchText(parameters, name, value);
  }
  return values;
}

export const pictureChange = {
  /** Only what the camera lists is sent; it knows its own ranges, and says so. */
  async changePictureSettings(link, channel, change) {
    checkChannel(channel, updateParameters);
    const parameters = await readGroups(link, ['ImageSource.I0.Sensor', 'Image.I0.Appearance']);
    const values = valuesOf(change, parameters);
    if (Object.keys(values).length === 0) return;
    await command(link, updateParameters, { action: 'update', ...values });
  },
} satisfies SiteOperations;
