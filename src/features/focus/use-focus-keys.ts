import { useCallback } from 'react';
import { useWindowKeys } from '../../ui/use-window-keys.ts';
import { type FocusKey, focusKey } from './focus-keys.ts';

const ownKeys =
  'input:not([type=radio]), textarea, select, [role="menu"], [role="dialog"], [role="alertdialog"]';

/** Listens for the keys of the camera view on the whole window. */
export function useFocusKeys(singleKeys: boolean, onKey: (key: FocusKey) => void): void {
  const keyOf = useCallback(
    (event: KeyboardEvent) =>
      event.target instanceof Element && event.target.closest(ownKeys) !== null
        ? null
        : focusKey(event, singleKeys),
    [singleKeys],
  );
  useWindowKeys(keyOf, onKey);
}
