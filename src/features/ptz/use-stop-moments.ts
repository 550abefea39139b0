import { useEffect } from 'react';
import { onWindowLeft } from '../../ui/window-left.ts';
import type { Helm } from './helm.ts';

const dialog = '[role="dialog"], [role="alertdialog"]';

/**
 * Lets go of everything when the person can no longer be steering: the window has lost the focus,
 * is hidden or left, a dialog has opened, or a pointer came up wherever it was.
 */
export function useStopMoments(helm: Helm | null): void {
  useEffect(() => {
    if (helm === null) return;
    const ends = new AbortController();
    const options = { signal: ends.signal, capture: true };
    const dropAll = () => helm.dropAll();
    const lift = ({ pointerId }: PointerEvent) => helm.dropAll(`pointer:${pointerId}`);
    window.addEventListener('pointerup', lift, options);
    window.addEventListener('pointercancel', lift, options);
    window.addEventListener('offline', dropAll, options);
    document.addEventListener(
      'focusin',
      ({ target }) => target instanceof Element && target.closest(dialog) !== null && dropAll(),
      options,
    );
    const stopLeaving = onWindowLeft(dropAll);
    return () => {
      ends.abort();
      stopLeaving();
    };
  }, [helm]);
}
