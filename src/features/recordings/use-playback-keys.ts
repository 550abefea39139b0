import { useCallback } from 'react';
import { useWindowKeys } from '../../ui/use-window-keys.ts';
import { isTaken, type PlaybackKey, playbackKey } from './playback-keys.ts';

/** Listens for the keys of the recordings on the whole window. */
export function usePlaybackKeys(singleKeys: boolean, onKey: (key: PlaybackKey) => void): void {
  const keyOf = useCallback(
    (event: KeyboardEvent) => (isTaken(event) ? null : playbackKey(event, singleKeys)),
    [singleKeys],
  );
  useWindowKeys(keyOf, onKey);
}
