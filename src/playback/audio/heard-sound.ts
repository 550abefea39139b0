import type { SeenProblem } from '../../api/problem.ts';

/** How far something that is listened to has come. */
export const heardPhases = ['starting', 'blocked', 'playing', 'waiting'] as const;
/** `blocked`: the browser wants a click first. `waiting`: it failed, and is tried again by itself. */
export type HeardPhase = (typeof heardPhases)[number];

export interface HeardNews {
  readonly phase: HeardPhase;
  readonly problem?: SeenProblem | undefined;
}

export interface HeardEvents {
  readonly onNews: (news: HeardNews) => void;
  /** Who talks through the loudspeaker of the camera. */
  readonly onTalker: (name: string | null) => void;
  /** 0 for silence to 1. */
  readonly onLevel: (level: number) => void;
}

/** Something that is listened to until it ends. */
export interface HeardSound {
  /** @param volume 0 for silence to 1 */
  setVolume(volume: number): void;
  end(): void;
}
