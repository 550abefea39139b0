import type { PictureSettings } from '../../domain/camera.ts';
import type { Parameters } from '../parsing/parameters.ts';
import { numberOf, textOf } from './parameter-groups.ts';
import { pictureSize, resolutionCodes } from './picture-size.ts';

const sensor = 'ImageSource.I0.Sensor';

/** The highest value that `action=options` allows, of `0-100` as of `0&50&100`. */
function highestOption(options: Parameters | null, name: string): number | undefined {
  const text = (options && textOf(options, name)) ?? '';
  const numbers = Array.from(text.matchAll(/\d{1,5}/g), ([digits]) => Number(digits));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

function level(parameters: Parameters, options: Parameters | null, name: string) {
  const value = numberOf(parameters, `${sensor}.${name}`, 0, 99_999);
  if (value === undefined) return undefined;
  // Where the device gives no range: percent, or a byte where the value shows that it is none.
  const usual = value <= 100 ? 100 : 255;
  const maximum = highestOption(options, `${sensor}.${name}`) ?? usual;
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
    brightness: level(parameters, options, 'Brightness'),
    contrast: level(parameters, options, 'Contrast'),
  };
}
