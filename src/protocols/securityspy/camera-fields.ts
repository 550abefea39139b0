import { type Fields, integerField } from './fields.ts';

const mask = [0, 0x7f_ff_ff_ff] as const;

/** Bits of what a camera can move; undefined where systemInfo does not say. */
export function featuresOf(camera: Fields): number | undefined {
  return integerField(camera, mask, 'ptz-features', 'ptzcapabilities');
}

/** Bits of what our account may do with a camera; undefined where systemInfo does not say. */
export function permissionsOf(camera: Fields): number | undefined {
  return integerField(camera, mask, 'permissions');
}
