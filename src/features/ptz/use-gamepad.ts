import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { isStill } from '../../domain/ptz.ts';
import { gamepadPresets, gamepadVelocity } from './gamepad-reading.ts';
import { goToNumber } from './go-to-number.ts';
import type { Helm } from './helm.ts';

const source = 'gamepad';

/**
 * Steers by a gamepad or joystick, looked at with every frame while one is connected. A stick that
 * was let go of for the person, e.g. by a dialog, must come to rest before it moves anything again.
 */
export function useGamepad(helm: Helm | null): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (helm === null) return;
    let frame = 0;
    let rested = true;
    let down: readonly number[] = [];

    const look = () => {
      const pads = navigator.getGamepads().filter((pad) => pad?.connected === true);
      if (pads.length === 0) {
        frame = 0;
        helm.drop(source);
        return;
      }
      frame = requestAnimationFrame(look);
      const pad = pads.find((each) => each !== null && !isStill(gamepadVelocity(each))) ?? pads[0];
      if (!pad || !document.hasFocus()) return;
      const velocity = gamepadVelocity(pad);
      if (isStill(velocity)) {
        rested = true;
        helm.drop(source);
      } else if (rested) {
        rested = false;
        helm.hold(source, velocity);
      } else helm.change(source, velocity);
      const now = gamepadPresets(pad);
      const pressed = now.find((number) => !down.includes(number));
      down = now;
      if (pressed !== undefined) void goToNumber(queryClient, helm, pressed);
    };
    const begin = () => {
      if (frame === 0) look();
    };
    const end = () => {
      helm.drop(source);
      rested = true;
    };
    window.addEventListener('gamepadconnected', begin);
    window.addEventListener('gamepaddisconnected', end);
    begin();
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('gamepadconnected', begin);
      window.removeEventListener('gamepaddisconnected', end);
    };
  }, [helm, queryClient]);
}
