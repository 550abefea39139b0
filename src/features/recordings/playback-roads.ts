import type { TimeRange } from '../../domain/recording.ts';
import type { PlaybackPlace } from './playback-place.ts';

/** Where the page leads, which only the app knows. */
export interface PlaybackRoads {
  /** Elsewhere among the recordings, without a step in the history. */
  readonly place: (place: Partial<Omit<PlaybackPlace, 'plays'>>) => void;
  /** Asks what there is to say of a moment, or of the time that is chosen; null for who may not. */
  readonly bookmark: ((moment: KeptMoment) => void) | null;
  /** Takes recordings out; null for who may not. */
  readonly exporting: ((wanted: WantedExport) => void) | null;
  readonly live: (cameraIds: readonly string[]) => void;
}

export interface WantedExport extends TimeRange {
  readonly cameraIds: string[];
  /** In which its times are shown. */
  readonly zone: string;
}

export interface KeptMoment extends Pick<TimeRange, 'fromMs'> {
  readonly toMs: number | null;
  readonly cameraIds: string[];
}
