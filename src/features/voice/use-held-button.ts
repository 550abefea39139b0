import {
  type KeyboardEvent,
  type PointerEvent,
  type SyntheticEvent,
  useEffect,
  useRef,
} from 'react';
import { onWindowLeft } from '../../ui/window-left.ts';

export interface Hold {
  readonly press: () => void;
  readonly release: () => void;
}

const holdingKeys = new Set([' ', 'Enter']);

/**
 * What makes a button one that is held: by a pointer, wherever it is let go, or by Space or Enter.
 * Whatever takes the window away lets go.
 */
export function useHeldButton(hold: Hold) {
  const latest = useRef(hold);
  const isHeld = useRef(false);
  useEffect(() => {
    latest.current = hold;
  });
  const press = () => {
    if (isHeld.current) return;
    isHeld.current = true;
    latest.current.press();
  };
  const release = () => {
    if (!isHeld.current) return;
    isHeld.current = false;
    latest.current.release();
  };
  useEffect(
    () =>
      onWindowLeft(() => {
        if (!isHeld.current) return;
        isHeld.current = false;
        latest.current.release();
      }),
    [],
  );
  return {
    onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      press();
    },
    onPointerUp: release,
    onPointerCancel: release,
    onLostPointerCapture: release,
    onKeyDown: (event: KeyboardEvent) => {
      if (!holdingKeys.has(event.key)) return;
      event.preventDefault();
      if (!event.repeat) press();
    },
    onKeyUp: (event: KeyboardEvent) => {
      if (holdingKeys.has(event.key)) release();
    },
    onBlur: release,
    // A long touch would open it.
    onContextMenu: (event: SyntheticEvent) => event.preventDefault(),
  };
}
