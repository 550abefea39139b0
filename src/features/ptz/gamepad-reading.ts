import { type PtzVelocity, velocityOf } from '../../domain/ptz.ts';

/** A stick at rest wanders by less than this share of its way. */
const deadZone = 0.12;

/** The part of a gamepad that steers, by the standard mapping of the Gamepad API. */
export interface GamepadSticks {
  readonly axes: readonly number[];
  readonly buttons: readonly { readonly pressed: boolean; readonly value: number }[];
}

/** Indexes of the standard mapping: the lower triggers. */
const triggers = { out: 6, in: 7 } as const;
/** The four round buttons, the two upper triggers, and the pad's four directions: presets 1 to 10. */
const presetButtons = [0, 1, 2, 3, 4, 5, 12, 13, 14, 15] as const;

/** Nothing within the dead zone, then slowly at first, for the fine movements. -1..1 both ways. */
export function stickResponse(value: number): number {
  const beyond = Math.min(1, (Math.abs(value) - deadZone) / (1 - deadZone));
  return beyond > 0 ? Math.sign(value) * beyond * beyond : 0;
}

/** Left stick pans and tilts; the triggers, or the second stick up and down, zoom. */
export function gamepadVelocity({ axes, buttons }: GamepadSticks): PtzVelocity {
  const [x = 0, y = 0, , second = 0] = axes;
  // Pushed askew, a stick is as far out as along an axis, so the length is what responds.
  const length = Math.min(1, Math.hypot(x, y));
  const speed = stickResponse(length);
  const pressed = (buttons[triggers.in]?.value ?? 0) - (buttons[triggers.out]?.value ?? 0);
  const zoom = stickResponse(Math.abs(pressed) > Math.abs(second) ? pressed : -second);
  return velocityOf({
    pan: speed === 0 ? 0 : (x / length) * speed,
    tilt: speed === 0 ? 0 : (-y / length) * speed,
    zoom,
  });
}

/** Numbers of the presets whose buttons are down. */
export function gamepadPresets({ buttons }: GamepadSticks): readonly number[] {
  return presetButtons.flatMap((button, index) => (buttons[button]?.pressed ? [index + 1] : []));
}
