import type { RecordingKind } from '../../domain/recording.ts';

export interface KindLook {
  readonly colour: string;
  /** Of the height of a lane, from its top: kinds are told apart without their colours, too. */
  readonly from: number;
  readonly to: number;
}

/** Of the palette: cool hues only, for red to yellow mean alarms. */
export const kindLook: Readonly<Record<RecordingKind, KindLook>> = {
  continuous: { colour: '#5b8cc4', from: 0, to: 1 },
  motion: { colour: '#9cc4ea', from: 0.4, to: 1 },
  event: { colour: '#c3a6ff', from: 0, to: 0.6 },
  image: { colour: '#5fd0c5', from: 0.3, to: 0.7 },
};

export const laneColours = { ground: '#151a21', unknown: '#262f3a', lines: '#6f7c8a' } as const;

export const rulerHeight = 44;
export const unionHeight = 14;
export const laneGap = 2;
/** Nothing of a lane is above this, wherever the lanes are scrolled to. */
export const headerHeight = rulerHeight + unionHeight + laneGap;

/** A lane is also what is pressed on: a thumb needs more of it than a mouse. */
export function laneHeightFor(isCoarse: boolean): number {
  return isCoarse ? 42 : 24;
}

/** Where the lane of a place in the order begins. */
export function laneTop(at: number, laneHeight: number): number {
  return headerHeight + at * (laneHeight + laneGap);
}

export function timelineHeight(lanes: number, laneHeight: number): number {
  return laneTop(lanes, laneHeight) + laneGap;
}
