import { useEffect, useRef } from 'react';
import { isTaken, type PlaybackKey, playbackKey } from './playback-keys.ts';

/** Listens for the keys of the recordings on the whole window. */
export function usePlaybackKeys(singleKeys: boolean, onKey: (key: PlaybackKey) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTaken(event)) return;
      const key = playbackKey(event, singleKeys);
      if (key === null) return;
      event.preventDefault();
      latest.current(key);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [singleKeys]);
}
