import { useEffect, useRef } from 'react';
import { digitPauseMs } from './digit-entry.ts';
import { type KeyHost, performWallKey } from './perform-wall-key.ts';
import { preferences } from './preferences.ts';
import type { WallControl } from './wall-control.ts';
import { wallKey } from './wall-keys.ts';

const ownKeys =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [data-own-keys]';

/** Listens for the wall's keys on the whole window, except where keys belong to something else. */
export function useWallKeys(control: WallControl, host: Omit<KeyHost, 'onControl'>): void {
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
  });
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(ownKeys) !== null) return;
      const key = wallKey(event, preferences.getState().singleKeys);
      if (key === null) return;
      const onControl = target.closest('button, a, summary, [role="tab"]') !== null;
      if (!performWallKey(control, key, { ...latest.current, onControl })) return;
      event.preventDefault();
      clearTimeout(pause);
      if (control.store.getState().typed !== '') {
        pause = setTimeout(() => control.store.setState({ typed: '' }), digitPauseMs);
      }
    };
    window.addEventListener('keydown', press);
    return () => {
      clearTimeout(pause);
      window.removeEventListener('keydown', press);
    };
  }, [control]);
}
