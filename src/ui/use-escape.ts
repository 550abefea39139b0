import { useEffect, useRef } from 'react';

/** Calls back on Esc, unless a dialog, a menu or a field has taken it. */
export function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    function hear(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current();
    }
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
