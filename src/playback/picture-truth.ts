import type { SeenProblem } from '../api/problem.ts';
import type { Stream } from '../domain/stream.ts';
import type { Lack } from './lack.ts';
import type { PlayerName } from './player.ts';

/** What a person sees in a tile. `paused` is a tile that nobody can see, so it plays nothing. */
export const pictureStates = [
  'paused',
  'connecting',
  'live',
  'degraded',
  'still',
  'stale',
  'offline',
  'login',
  'blocked',
  'no-signal',
  'service',
  'unsupported',
] as const;
export type PictureState = (typeof pictureStates)[number];

/** Why this stream through this player. Each has a sentence in the message catalogue. */
export const playerReasons = [
  'preferred',
  'forced',
  'small-tile',
  'large-tile',
  'fallback',
] as const;
export type PlayerReason = (typeof playerReasons)[number];

/** The honest account of one tile: what it shows, since when, and why nothing better. */
export interface PictureTruth {
  readonly state: PictureState;
  /** Epoch ms by this computer's clock since when the state holds. */
  readonly sinceMs: number;
  /** When the picture last changed, epoch ms by this computer's clock. */
  readonly lastPictureAtMs?: number | undefined;
  readonly stream?: Stream | undefined;
  readonly player?: PlayerName | undefined;
  readonly why: PlayerReason;
  /** What made the player before this one give up; only with `fallback`. */
  readonly fallbackFrom?:
    | { readonly player: PlayerName; readonly problem: SeenProblem }
    | undefined;
  readonly problem?: SeenProblem | undefined;
  /** What would have to be there for a picture; only where nothing can be played. */
  readonly lack?: Lack | undefined;
  /** How many retries have begun since the last good picture. */
  readonly attempt: number;
  readonly retryInMs?: number | undefined;
  /** Measured, changed pictures only. */
  readonly framesPerSecond?: number | undefined;
  readonly pictureWidth?: number | undefined;
  readonly pictureHeight?: number | undefined;
  /** Whether it brings a sound along that this player can play. */
  readonly hasSound?: boolean | undefined;
  readonly notRecordingSinceMs?: number | undefined;
}
