import { useEffect, useRef } from 'react';

/**
 * Listens for keys on the whole window.
 * @param keyOf what a press means, null where it means nothing here; stays the same between renders
 */
export function useWindowKeys<Key>(
  keyOf: (event: KeyboardEvent) => Key | null,
  onKey: (key: Key) => void,
): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const key = keyOf(event);
      if (key === null) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keyOf]);
}
