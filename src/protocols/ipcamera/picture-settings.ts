import type { PictureSettings } from '../../domain/camera.ts';
import type { Parameters } from '../parsing/parameters.ts';
import { numberOf, textOf } from './parameter-groups.ts';
import { pictureSize, resolutionCodes } from './picture-size.ts';
import { switchOf } from './switch-value.ts';

const sensor = 'ImageSource.I0.Sensor';

/** Parameters of the picture. Those that turn it have the names of a related maker: none is documented. */
export const pictureNames = {
  brightness: `${sensor}.Brightness`,
  contrast: `${sensor}.Contrast`,
  mirrored: 'Image.I0.Appearance.MirrorEnabled',
  flipped: 'Image.I0.Appearance.FlipEnabled',
} as const;

/** The highest value that `action=options` allows, of `0-100` as of `0&50&100`. */
function highestOption(options: Parameters | null, name: string): number | undefined {
  const text = (options && textOf(options, name)) ?? '';
  const numbers = Array.from(text.matchAll(/\d{1,5}/g), ([digits]) => Number(digits));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

function level(parameters: Parameters, options: Parameters | null, name: string) {
  const value = numberOf(parameters, name, 0, 99_999);
  if (value === undefined) return undefined;
  // Where the device gives no range: percent, or a byte where the value shows that it is none.
  const usual = value <= 100 ? 100 : 255;
  const maximum = highestOption(options, name) ?? usual;
  return value <= maximum ? { value, maximum } : undefined;
}

/** @param options what `action=options` lists; null where the device does not answer it */
export function pictureSettingsOf(
  parameters: Parameters,
  options: Parameters | null,
): PictureSettings {
  const [, code] = resolutionCodes(parameters);
  const size = pictureSize(code ?? textOf(parameters, 'Image.I0.Appearance.Stream.S0.Resolution'));
  return {
    width: size?.[0],
    height: size?.[1],
    brightness: level(parameters, options, pictureNames.brightness),
    contrast: level(parameters, options, pictureNames.contrast),
    mirrored: switchOf(parameters, pictureNames.mirrored),
    flipped: switchOf(parameters, pictureNames.flipped),
  };
}
