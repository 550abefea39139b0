import { type PtzVelocity, velocityOf } from '../../domain/ptz.ts';

/** Less than a hand trembles is no movement, CSS px. */
const deadZonePx = 8;

/**
 * The velocity of a drag: its direction, and the faster the longer, up to full speed at `reachPx`.
 * @param across to the right and @param down of where the pointer went down, CSS px
 */
export function dragVelocity(across: number, down: number, reachPx: number): PtzVelocity {
  const length = Math.hypot(across, down);
  if (length <= deadZonePx) return velocityOf({});
  const speed = Math.min(1, (length - deadZonePx) / Math.max(1, reachPx - deadZonePx));
  return velocityOf({ pan: (across / length) * speed, tilt: (-down / length) * speed });
}
