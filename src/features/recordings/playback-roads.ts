import type { PlaybackPlace } from './playback-place.ts';

/** Where the page leads, which only the app knows. */
export interface PlaybackRoads {
  /** Elsewhere among the recordings, without a step in the history. */
  readonly place: (place: Partial<Omit<PlaybackPlace, 'plays'>>) => void;
  readonly live: (cameraIds: readonly string[]) => void;
}
