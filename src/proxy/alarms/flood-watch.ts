import type { Flood } from '../store/alarm-store.ts';
import type { Deadlines } from './deadlines.ts';

export const floodSpanMs = 10 * 60_000;
/** So many new ones in ten minutes are more than one person can look at. */
const floodAbove = 10;
const overBelow = 5;

export interface FloodDependencies {
  readonly now: () => number;
  readonly deadlines: Pick<Deadlines, 'set'>;
  /** It has begun, or ended. */
  readonly keep: (flood: Flood) => void;
}

/** Knows when more alarms come than anybody can handle one by one. */
export class FloodWatch {
  readonly #with: FloodDependencies;
  #raisedMs: number[];
  #sinceMs: number | null;

  /** @param raisedMs when the alarms of the last ten minutes were raised @param sinceMs of a flood that had not ended */
  constructor(
    dependencies: FloodDependencies,
    raisedMs: readonly number[],
    sinceMs: number | null,
  ) {
    this.#with = dependencies;
    this.#raisedMs = raisedMs.slice(-floodAbove - 1);
    this.#sinceMs = sinceMs;
    this.#look();
  }

  get state(): { readonly active: boolean; readonly sinceMs: number | null } {
    return { active: this.#sinceMs !== null, sinceMs: this.#sinceMs };
  }

  raised(atMs: number): void {
    this.#raisedMs = [...this.#raisedMs, atMs].slice(-floodAbove - 1);
    this.#look();
  }

  /** Only the newest matter: as many as begin a flood are enough to know whether it goes on. */
  #look(): void {
    const nowMs = this.#with.now();
    const recent = this.#raisedMs.filter((atMs) => atMs > nowMs - floodSpanMs);
    if (this.#sinceMs === null && recent.length > floodAbove) {
      this.#sinceMs = nowMs;
      this.#with.keep({ fromMs: nowMs, toMs: null });
    } else if (this.#sinceMs !== null && recent.length < overBelow) {
      this.#with.keep({ fromMs: this.#sinceMs, toMs: nowMs });
      this.#sinceMs = null;
    }
    const lastThatCounts = recent.at(-overBelow);
    const isOver = this.#sinceMs === null || lastThatCounts === undefined;
    this.#with.deadlines.set('flood', isOver ? null : lastThatCounts + floodSpanMs, () =>
      this.#look(),
    );
  }
}
