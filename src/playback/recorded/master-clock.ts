import type { Direction, Follower, Moment } from './moment.ts';
import { paceOf } from './pace.ts';

const tickMs = 100;
/** A computer that slept does not leap as far as it slept. */
const longestTickMs = 60_000;

export interface ClockState {
  readonly atMs: number;
  /** How fast a person wants it. */
  readonly rate: number;
  /** How fast it goes: what is quiet may go by faster. */
  readonly goesAt: number;
  /** -1 while it goes back. */
  readonly direction: Direction;
  /** It plays, but shows single pictures instead of film. */
  readonly byPicture: boolean;
  /** Whether the person wants it to play. */
  readonly isPlaying: boolean;
  /** It plays, but waits for pictures. */
  readonly isWaiting: boolean;
}

/** How fast to go from an instant on, and up to when at most before it is to be asked again. */
export interface Haste {
  readonly rate: number;
  readonly untilMs: number;
}

/** @param rate that is wanted */
export type HasteAt = (atMs: number, rate: number) => Haste;

/** No faster does it go back, as pictures are looked for one by one. */
export const fastestBack = 8;
/** What no browser decodes for several cameras is shown picture by picture. */
const fastestFilm = 8;

export interface ClockLimits {
  readonly fromMs?: number;
  readonly toMs?: number;
  /** Nothing can be seen that has not happened. */
  readonly latestMs: () => number;
}

/** One time for all the players of a page, which follow it each by itself. */
export class MasterClock {
  readonly #limits: ClockLimits;
  readonly #now: () => number;
  readonly #followers = new Set<Follower>();
  readonly #listeners = new Set<() => void>();
  #state: ClockState;
  #hasteAt: HasteAt | null = null;
  #jump = 0;
  #tickedAtMs = 0;
  readonly #loadingSinceMs = new Map<Follower, number>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(atMs: number, limits: ClockLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    const stands = { isPlaying: false, isWaiting: false, byPicture: false } as const;
    this.#state = { atMs: this.#within(atMs), rate: 1, goesAt: 1, direction: 1, ...stands };
  }

  get state(): ClockState {
    return this.#state;
  }

  /** The earliest and the latest instant that it shows. */
  get ends(): { readonly fromMs: number; readonly toMs: number } {
    const { fromMs = 0, toMs = Number.POSITIVE_INFINITY, latestMs } = this.#limits;
    return { fromMs, toMs: Math.max(fromMs, Math.min(toMs, latestMs())) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** @returns what lets it go again */
  lead(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => {
      this.#followers.delete(follower);
      this.#loadingSinceMs.delete(follower);
    };
  }

  /** @returns what stops it */
  run(): () => void {
    this.#tickedAtMs = this.#now();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.tick(), tickMs);
    return () => clearInterval(this.#timer);
  }

  play(): void {
    const { fromMs, toMs } = this.ends;
    if (this.#state.atMs >= toMs) this.#leap(fromMs === 0 ? toMs : fromMs);
    this.#set({ isPlaying: true, direction: 1 });
  }

  /** Goes back, picture by picture. */
  reverse(): void {
    this.#set({ isPlaying: true, direction: -1 });
  }

  pause(): void {
    this.#stop();
    this.tick();
  }

  seek(atMs: number): void {
    this.#leap(atMs);
    this.tick();
  }

  setRate(rate: number): void {
    this.#set({ rate });
  }

  /** @param hasteAt how fast to go forward; null for the rate that is set */
  hurry(hasteAt: HasteAt | null): void {
    this.#hasteAt = hasteAt;
    this.#set({});
  }

  /** Goes on by as much as has passed, and has everybody follow. */
  tick(): void {
    const nowMs = this.#now();
    const passedMs = Math.min(longestTickMs, nowMs - this.#tickedAtMs);
    this.#tickedAtMs = nowMs;
    if (this.#state.isPlaying) this.#advance(passedMs, nowMs);
    const { atMs, goesAt, direction, byPicture, isPlaying, isWaiting } = this.#state;
    const motion: Moment['motion'] = !isPlaying ? 'stands' : isWaiting ? 'waits' : 'plays';
    const moment = { atMs, rate: goesAt, direction, byPicture, motion, jump: this.#jump };
    for (const follower of this.#followers) follower.follow(moment);
  }

  #advance(passedMs: number, nowMs: number): void {
    const pace = paceOf(this.#seen(nowMs), this.#state.direction);
    if (pace.kind === 'ends' || (pace.kind === 'skips' && this.#isBeyond(pace.toMs))) {
      this.#stop();
      return;
    }
    if (pace.kind === 'skips') this.#leap(pace.toMs);
    const next = pace.kind === 'runs' ? this.#passed(passedMs) : this.#state.atMs;
    this.#set({ atMs: next, isWaiting: pace.kind === 'waits' });
    const { fromMs, toMs } = this.ends;
    const isOver =
      this.#state.direction === 1 ? next >= toMs && toMs === this.#limits.toMs : next <= fromMs;
    if (isOver) this.#stop();
  }

  /** Each is waited for by itself: with nine of them one is always about to open a film. */
  #seen(nowMs: number) {
    return [...this.#followers].map((follower) => {
      const { standing, nextFootageMs } = follower;
      const sinceMs = this.#loadingSinceMs.get(follower) ?? nowMs;
      if (standing === 'loading') this.#loadingSinceMs.set(follower, sinceMs);
      else this.#loadingSinceMs.delete(follower);
      return { standing, nextFootageMs, waitedMs: nowMs - sinceMs };
    });
  }

  #passed(passedMs: number): number {
    const { atMs, goesAt, direction } = this.#state;
    const next = atMs + passedMs * goesAt * direction;
    const untilMs = direction === 1 ? this.#haste(atMs)?.untilMs : undefined;
    // Where it is to go at another pace it must not be beyond already.
    return this.#within(untilMs === undefined ? next : Math.min(next, Math.max(untilMs, atMs + 1)));
  }

  #haste(atMs: number): Haste | undefined {
    return this.#hasteAt?.(atMs, this.#state.rate);
  }

  #isBeyond(atMs: number): boolean {
    const { fromMs, toMs } = this.ends;
    return this.#state.direction === 1 ? atMs >= toMs : atMs <= fromMs;
  }

  /** Whoever goes on then goes forward. */
  #stop(): void {
    this.#loadingSinceMs.clear();
    this.#set({ isPlaying: false, isWaiting: false, direction: 1 });
  }

  #leap(atMs: number): void {
    this.#jump += 1;
    this.#loadingSinceMs.clear();
    this.#set({ atMs: this.#within(atMs) });
  }

  #within(atMs: number): number {
    const { fromMs, toMs } = this.ends;
    return Math.max(fromMs, Math.min(toMs, atMs));
  }

  #set(change: Partial<ClockState>): void {
    this.#state = { ...this.#state, ...change };
    const { atMs, rate, direction, isPlaying } = this.#state;
    const back = Math.min(fastestBack, rate);
    const goesAt = direction === -1 ? back : (this.#haste(atMs)?.rate ?? rate);
    const byPicture = isPlaying && (direction === -1 || goesAt > fastestFilm);
    this.#state = { ...this.#state, goesAt, byPicture };
    for (const listener of this.#listeners) listener();
  }
}
