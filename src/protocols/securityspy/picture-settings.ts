import type { PictureSettings } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { type Fields, fieldsOfElement, fieldsOfValue, integerField, readReply } from './fields.ts';

/** "Set Camera Settings": brightness and contrast from 0 to 100. */
export const mostLevel = 100;

/**
 * The picture of one camera out of all its settings, its password among them. What the numbers of
 * `transformation` stand for is not documented, so how the picture is turned is left out.
 * @throws DeviceError `malformed-reply` where the reply is of another camera or of none
 */
export function readPictureSettings(
  text: string,
  cameraNum: number,
  operation: string,
): PictureSettings {
  const reply = readReply(text, operation);
  const fields = reply.form === 'xml' ? fieldsOfElement(reply.root) : fieldsOfValue(reply.root);
  if (integerField(fields, [0, 9999], 'cameraNum') !== cameraNum) {
    throw new DeviceError('malformed-reply', 'unexpected-reply', {
      operation,
      detail: 'cameraNum',
    });
  }
  return { brightness: level(fields, 'brightness'), contrast: level(fields, 'contrast') };
}

function level(fields: Fields, name: string): PictureSettings['brightness'] {
  const value = integerField(fields, [0, mostLevel], name);
  return value === undefined ? undefined : { value, maximum: mostLevel };
}
