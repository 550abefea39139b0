import { useEffect, useRef } from 'react';

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
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!singleKeys) return;
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, repeat } = event;
      if (event.defaultPrevented || event.isComposing || repeat) return;
      if (ctrlKey || metaKey || altKey) return;
      if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return;
      const { next, toggleDock } = latest.current;
      const act = key === '\\' ? toggleDock : key.toLowerCase() === 'a' ? next : null;
      if (act === null) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [singleKeys]);
}
