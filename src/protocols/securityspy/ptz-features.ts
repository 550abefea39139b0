import { type CameraCapabilities, noCapabilities } from '../../domain/camera.ts';
import { noPtz, type PtzAbilities } from '../../domain/ptz.ts';

/** Presets that "PTZ Command" can go to. */
export const mostPresets = 8;

/** Bits of "ptz_capabilities", which systemInfo repeats as `ptz-features`. */
const feature = { panTilt: 1, home: 2, zoom: 4, presets: 8, speed: 16, continuous: 32 } as const;

/** Bit of `permissions`: the account may move the camera. */
const mayMove = 64;

/** Whether a camera goes on moving until it is told to stop. */
export function isContinuous(features: number): boolean {
  return (features & feature.continuous) !== 0;
}

/** Whether it has presets; taken for granted where the server does not say. */
export function hasPresets(features: number | undefined): boolean {
  return features === undefined || (features & feature.presets) !== 0;
}

/** The bits that an account can use; none where it may not move the camera. */
function usable(features: number | undefined, permissions: number | undefined): number {
  if (permissions !== undefined && (permissions & mayMove) === 0) return 0;
  return features ?? 0;
}

/**
 * What an account can do with a camera.
 * @param permissions undefined where the server does not say: then it is taken to allow everything
 */
export function ptzCapabilities(
  features: number | undefined,
  permissions: number | undefined,
): CameraCapabilities {
  const has = (bit: number) => (usable(features, permissions) & bit) !== 0;
  return {
    ...noCapabilities,
    panTilt: has(feature.panTilt),
    home: has(feature.home),
    zoom: has(feature.zoom),
    presets: has(feature.presets) ? mostPresets : 0,
  };
}

/** The same in detail. One command of a camera that is not continuous is one step. */
export function ptzAbilities(features: number, permissions: number | undefined): PtzAbilities {
  const bits = usable(features, permissions);
  const has = (bit: number) => (bits & bit) !== 0;
  const axes = [
    ...(has(feature.panTilt) ? (['pan', 'tilt'] as const) : []),
    ...(has(feature.zoom) ? (['zoom'] as const) : []),
  ];
  const goesOn = isContinuous(bits);
  return {
    ...noPtz,
    moves: goesOn ? axes : [],
    steps: goesOn ? [] : axes,
    diagonal: has(feature.panTilt),
    speed: goesOn && has(feature.speed),
    home: has(feature.home),
    presets: has(feature.presets) ? { most: mostPresets, named: false } : null,
  };
}
