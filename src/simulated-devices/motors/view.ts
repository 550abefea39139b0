import type { Lens } from '../scenery/stage.ts';
import type { Position } from './motor-head.ts';

/** How a camera looks at its scene beside how it does at rest. */
export interface View {
  /** Degrees to the right. */
  readonly pan: number;
  /** Degrees up. */
  readonly tilt: number;
  /** How much larger things are, 1 and up. */
  readonly magnification: number;
}

const lensSteps = 9999;
const mostMagnification = 10;
const radians = Math.PI / 180;

/** At the end of the lens's way everything is ten times as large; each step adds the same share. */
export function viewOf({ pan, tilt, zoom }: Position): View {
  return { pan, tilt, magnification: mostMagnification ** (zoom / lensSteps) };
}

/** The lens of a scene, turned and zoomed. */
export function turnedLens(lens: Lens, { pan, tilt, magnification }: View): Lens {
  return {
    position: lens.position,
    yaw: lens.yaw + pan * radians,
    pitch: lens.pitch - tilt * radians,
    focal: lens.focal * magnification,
  };
}

/** A point of a picture, 0..1 from its left and top. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * How far to turn, in degrees, so that a point of the picture comes to its middle.
 * @param aspect width by height of the picture
 */
export function turnTowards(
  lens: Lens,
  view: View,
  point: PicturePoint,
  aspect: number,
): Pick<View, 'pan' | 'tilt'> {
  const { pitch, focal } = turnedLens(lens, view);
  const right = ((point.x - 0.5) * aspect) / focal;
  const up = (0.5 - point.y) / focal;
  const ahead = Math.cos(pitch) + up * Math.sin(pitch);
  const rise = up * Math.cos(pitch) - Math.sin(pitch);
  const elevation = Math.atan2(rise, Math.hypot(right, ahead));
  return { pan: Math.atan2(right, ahead) / radians, tilt: (elevation + pitch) / radians };
}
