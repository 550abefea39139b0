import { type CameraCapabilities, noCapabilities } from '../../domain/camera.ts';

/** Presets that "PTZ Command" can go to. */
const presets = 8;

/** Bits of "ptz_capabilities", which systemInfo repeats as `ptz-features`. */
const feature = { panTilt: 1, home: 2, zoom: 4, presets: 8 } as const;

/** Bit of `permissions`: the account may move the camera. */
const mayMove = 64;

/**
 * What an account can do with a camera.
 * @param permissions undefined where the server does not say: then it is taken to allow everything
 */
export function ptzCapabilities(
  features: number | undefined,
  permissions: number | undefined,
): CameraCapabilities {
  if (features === undefined) return noCapabilities;
  if (permissions !== undefined && (permissions & mayMove) === 0) return noCapabilities;
  const has = (bit: number) => (features & bit) !== 0;
  return {
    ...noCapabilities,
    panTilt: has(feature.panTilt),
    home: has(feature.home),
    zoom: has(feature.zoom),
    presets: has(feature.presets) ? presets : 0,
  };
}
