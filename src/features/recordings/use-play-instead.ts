import { useCallback, useEffect, useRef } from 'react';
import { mostPlayers } from './playback-place.ts';
import type { PlaybackRoads } from './playback-roads.ts';

/**
 * Plays a camera that only has a lane. It changes places with the one that has been played longest, so
 * that the address says who is played, and a second press takes it back.
 */
export function usePlayInstead(
  cameraIds: readonly string[],
  onPlace: PlaybackRoads['place'],
): (cameraId: string) => void {
  const latest = useRef({ cameraIds, onPlace });
  useEffect(() => {
    latest.current = { cameraIds, onPlace };
  });
  const longest = useRef(0);
  return useCallback((cameraId) => {
    const { cameraIds: ids, onPlace: go } = latest.current;
    const at = longest.current;
    longest.current = (at + 1) % mostPlayers;
    const swapped = ids.with(at, cameraId).with(ids.indexOf(cameraId), ids[at] ?? cameraId);
    go({ cams: swapped.join(',') });
  }, []);
}
