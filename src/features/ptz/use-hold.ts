import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useId } from 'react';
import type { PtzVelocity } from '../../domain/ptz.ts';
import type { Helm } from './helm.ts';

/** What a button needs to move a camera while it is held, by pointer, Space or Enter. */
export interface HoldHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onLostPointerCapture: (event: PointerEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

/** @param part read when the press begins, so that it goes at the speed of that moment */
export function useHold(helm: Helm, part: () => Partial<PtzVelocity>): HoldHandlers {
  const id = useId();
  const byKey = `button:${id}`;
  useEffect(() => () => helm.drop(byKey), [helm, byKey]);
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      helm.press(`pointer:${event.pointerId}`, part());
    },
    onLostPointerCapture: ({ pointerId }) => helm.drop(`pointer:${pointerId}`),
    onKeyDown: (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      if (!event.repeat) helm.press(byKey, part());
    },
    onKeyUp: (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return;
      event.preventDefault();
      helm.drop(byKey);
    },
    onBlur: () => helm.drop(byKey),
    // Without a pointer and without a key: pressed by what reads the screen.
    onClick: ({ detail }) => {
      if (detail === 0) helm.nudge(byKey, part());
    },
    onContextMenu: (event) => event.preventDefault(),
  };
}
