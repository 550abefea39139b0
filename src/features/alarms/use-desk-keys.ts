import { useCallback } from 'react';
import { useWindowKeys } from '../../ui/use-window-keys.ts';

const ownKeys =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [data-own-keys]';

export interface DeskKeys {
  /** `A`: to what waits first. */
  readonly next: () => void;
  /** `\`. */
  readonly toggleDock: () => void;
}

/** Listens on the whole window, except where keys belong to something else. */
export function useDeskKeys(singleKeys: boolean, keys: DeskKeys): void {
  const keyOf = useCallback(
    ({ key, ctrlKey, metaKey, altKey, repeat, target }: KeyboardEvent): keyof DeskKeys | null => {
      if (!singleKeys || repeat || ctrlKey || metaKey || altKey) return null;
      if (target instanceof Element && target.closest(ownKeys) !== null) return null;
      if (key === '\\') return 'toggleDock';
      return key.toLowerCase() === 'a' ? 'next' : null;
    },
    [singleKeys],
  );
  useWindowKeys(keyOf, (key) => keys[key]());
}
