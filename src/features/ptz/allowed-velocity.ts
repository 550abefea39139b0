import type { Steering } from '../../api/control.ts';
import { type PtzAxis, type PtzVelocity, velocityOf } from '../../domain/ptz.ts';

/** A direction less than half of 45 degrees off an axis is meant along it. */
const alongAxis = Math.tan(Math.PI / 8);

export type MovingAbilities = Pick<Steering, 'moves' | 'diagonal' | 'speed'>;

/** What a camera can do of a wanted velocity; what it cannot is left out, never asked for. */
export function allowedVelocity(wanted: PtzVelocity, can: MovingAbilities): PtzVelocity {
  const share = (axis: PtzAxis) => (can.moves.includes(axis) ? wanted[axis] : 0);
  let [pan, tilt] = [share('pan'), share('tilt')];
  if (!can.diagonal) {
    if (Math.abs(pan) >= Math.abs(tilt)) tilt = 0;
    else pan = 0;
  } else if (!can.speed) {
    // With one speed only, a little to the side would become as much as all of it.
    if (Math.abs(tilt) < Math.abs(pan) * alongAxis) tilt = 0;
    if (Math.abs(pan) < Math.abs(tilt) * alongAxis) pan = 0;
  }
  return velocityOf({
    pan,
    tilt,
    zoom: share('zoom'),
    focus: share('focus'),
    iris: share('iris'),
  });
}
