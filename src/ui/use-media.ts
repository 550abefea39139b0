import { useSyncExternalStore } from 'react';

/** Whether a media query holds, e.g. `(max-width: 640px)`. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (notify) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    () => window.matchMedia(query).matches,
  );
}

/** A phone, or a window as narrow as one: one column, and side panels become dialogs. */
export const phoneWidth = '(max-width: 640px)';
