export type Direction = 1 | -1;

/** What a clock asks of whoever follows it, several times a second. */
export interface Moment {
  /** By the clock of the proxy, epoch ms. */
  readonly atMs: number;
  /** How many seconds of the past pass in one second. */
  readonly rate: number;
  /** -1 where it goes back. */
  readonly direction: Direction;
  /** Single pictures at their times instead of film: no browser plays backwards, or very fast. */
  readonly byPicture: boolean;
  /** `waits`: it goes on by itself as soon as everybody is ready. */
  readonly motion: 'plays' | 'waits' | 'stands';
  /** Another number where the clock has jumped, so that even a small step is obeyed. */
  readonly jump: number;
}

/** `nothing`: not recorded at this moment. `not-yet`: may still come. */
export type Standing = 'ready' | 'loading' | 'nothing' | 'not-yet' | 'failed';

/** One camera that shows what a clock says. */
export interface Follower {
  readonly standing: Standing;
  /** Where nothing is recorded: when there is again, in the direction of the clock, where that is known. */
  readonly nextFootageMs: number | null;
  /** By how much its picture is ahead of the clock; null where none is shown. */
  readonly driftMs: number | null;
  follow(moment: Moment): void;
}
