import type { Follower, Moment } from './moment.ts';
import { paceOf } from './pace.ts';

const tickMs = 100;
/** A computer that slept does not leap as far as it slept. */
const longestTickMs = 60_000;

export interface ClockState {
  readonly atMs: number;
  readonly rate: number;
  /** Whether the person wants it to play. */
  readonly isPlaying: boolean;
  /** It plays, but waits for pictures. */
  readonly isWaiting: boolean;
}

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
  #jump = 0;
  #tickedAtMs = 0;
  #waitingSinceMs: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(atMs: number, limits: ClockLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#state = { atMs: this.#within(atMs), rate: 1, isPlaying: false, isWaiting: false };
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
    this.#set({ isPlaying: true });
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

  /** Goes on by as much as has passed, and has everybody follow. */
  tick(): void {
    const nowMs = this.#now();
    const passedMs = Math.min(longestTickMs, nowMs - this.#tickedAtMs);
    this.#tickedAtMs = nowMs;
    if (this.#state.isPlaying) this.#advance(passedMs, nowMs);
    const { atMs, rate, isPlaying, isWaiting } = this.#state;
    const motion: Moment['motion'] = !isPlaying ? 'stands' : isWaiting ? 'waits' : 'plays';
    const moment = { atMs, rate, motion, jump: this.#jump };
    for (const follower of this.#followers) follower.follow(moment);
  }

  #advance(passedMs: number, nowMs: number): void {
    const waitedMs = this.#waitingSinceMs === null ? 0 : nowMs - this.#waitingSinceMs;
    const pace = paceOf([...this.#followers], waitedMs);
    if (pace.kind === 'waits') this.#waitingSinceMs ??= nowMs;
    else if (pace.kind === 'skips') this.#waitingSinceMs = null;
    // Whoever made it wait too long is not waited for until it has caught up.
    else if (![...this.#followers].some(({ standing }) => standing === 'loading')) {
      this.#waitingSinceMs = null;
    }
    const { toMs } = this.ends;
    if (pace.kind === 'ends' || (pace.kind === 'skips' && pace.toMs >= toMs)) {
      this.#stop();
      return;
    }
    if (pace.kind === 'skips') this.#leap(pace.toMs);
    const { atMs, rate } = this.#state;
    const next = pace.kind === 'runs' ? this.#within(atMs + passedMs * rate) : this.#state.atMs;
    this.#set({ atMs: next, isWaiting: pace.kind === 'waits' });
    if (next >= toMs && toMs === this.#limits.toMs) this.#stop();
  }

  #stop(): void {
    this.#set({ isPlaying: false, isWaiting: false });
  }

  #leap(atMs: number): void {
    this.#jump += 1;
    this.#set({ atMs: this.#within(atMs) });
  }

  #within(atMs: number): number {
    const { fromMs, toMs } = this.ends;
    return Math.max(fromMs, Math.min(toMs, atMs));
  }

  #set(change: Partial<ClockState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
