import { z } from 'zod';
import type { PictureSettingsChange } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { parseJson } from '../parsing/json.ts';
import type { SiteOperations } from '../site-operations.ts';
import { cameraNumber, operationOf } from './calls.ts';
import { writeCameraSettings } from './endpoints-settings.ts';
import { mostLevel } from './picture-settings.ts';

const operation = operationOf(writeCameraSettings);

/** What servers answer to a form; the document prints nothing. */
const replySchema = z.looseObject({
  result: z.unknown().optional(),
  camUpdate: z.looseObject({}).optional(),
});

function level(value: number): number {
  if (Number.isInteger(value) && value >= 0 && value <= mostLevel) return value;
  throw new DeviceError('rejected', 'illegal-parameter', { operation });
}

/** Brightness and contrast; `transformation` is not explained, so the picture cannot be turned. */
function formOf({ brightness, contrast, ...others }: PictureSettingsChange) {
  if (Object.values(others).some((value) => value !== undefined)) {
    throw new DeviceError('unsupported', 'not-supported', { operation });
  }
  return {
    ...(brightness === undefined ? {} : { brightness: level(brightness) }),
    ...(contrast === undefined ? {} : { contrast: level(contrast) }),
  };
}

export const pictureChange = {
  /** A form leaves alone what it does not name. Only for accounts that may change settings. */
  async changePictureSettings(link, channel, change) {
    const cameraNum = cameraNumber(channel, writeCameraSettings);
    const form = formOf(change);
    if (Object.keys(form).length === 0) return;
    const { text } = await link.call({
      endpoint: writeCameraSettings,
      body: { cameraNum, ...form },
    });
    const { result, camUpdate } = parseJson(text, replySchema, operation);
    if (result === 'OK' || camUpdate !== undefined) return;
    throw new DeviceError('rejected', 'command-refused', { operation });
  },
} satisfies SiteOperations;
