import { useEffect, useRef } from 'react';
import { type FocusKey, focusKey } from './focus-keys.ts';

const ownKeys =
  'input:not([type=radio]), textarea, select, [role="menu"], [role="dialog"], [role="alertdialog"]';

/** Listens for the keys of the camera view on the whole window. */
export function useFocusKeys(singleKeys: boolean, onKey: (key: FocusKey) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return;
      const key = focusKey(event, singleKeys);
      if (key === null) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [singleKeys]);
}
