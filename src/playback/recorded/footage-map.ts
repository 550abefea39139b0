import type { SeenProblem } from '../../api/problem.ts';
import type { RecordedFileView } from '../../api/recordings.ts';
import { problemOf } from '../../device-access/request-problem.ts';

/** How long after a moment its recording may still come: many devices list a file only when it ends. */
const settleMs = 15 * 60_000;
/** As long as nearly every recording is waited for. */
const freshMs = 90_000;
const askAgainMs = 3000;
const askAgainLaterMs = 15_000;
const afterFaultMs = 5000;
const mostFiles = 50;

export type FindFile = (atMs: number, signal: AbortSignal) => Promise<RecordedFileView | null>;

export type Place =
  | { readonly kind: 'file'; readonly file: RecordedFileView }
  | { readonly kind: 'asking' }
  | { readonly kind: 'gap'; readonly fromMs: number; readonly untilMs: number | null }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'fault'; readonly problem: SeenProblem };

interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
  /** Whether something is recorded at its end. */
  readonly isFollowed: boolean;
}

/** What is known of the files of one camera; asks for what is not, one question at a time. */
export class FootageMap {
  readonly #find: FindFile;
  readonly #now: () => number;
  readonly #changed: () => void;
  readonly #ending = new AbortController();
  /** In order of their beginnings. */
  #files: readonly RecordedFileView[] = [];
  #gaps: readonly Gap[] = [];
  #fault: { readonly problem: SeenProblem; readonly againAtMs: number } | null = null;
  #emptyAskedAtMs = Number.NEGATIVE_INFINITY;
  #isAsking = false;

  /** @param now the clock of the proxy */
  constructor(find: FindFile, now: () => number, changed: () => void) {
    this.#find = find;
    this.#now = now;
    this.#changed = changed;
  }

  /** What is at a moment, as far as it is known; what is not known is asked for. */
  placeAt(atMs: number): Place {
    const file = this.#files.findLast(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
    if (file) return { kind: 'file', file };
    const gap = this.#gaps.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
    if (gap) {
      return { kind: 'gap', fromMs: gap.fromMs, untilMs: gap.isFollowed ? gap.toMs : null };
    }
    const nowMs = this.#now();
    const fault = this.#fault;
    if (fault !== null) {
      if (nowMs >= fault.againAtMs) this.#ask(atMs);
      return { kind: 'fault', problem: fault.problem };
    }
    const mayCome = atMs > nowMs - settleMs;
    const restMs = atMs > nowMs - freshMs ? askAgainMs : askAgainLaterMs;
    if (!mayCome || nowMs - this.#emptyAskedAtMs >= restMs) this.#ask(atMs);
    return { kind: mayCome && this.#emptyAskedAtMs > 0 ? 'not-yet' : 'asking' };
  }

  /** A file turned out to be gone, or a person wants another try. */
  forget(): void {
    this.#files = [];
    this.#gaps = [];
    this.#fault = null;
    this.#emptyAskedAtMs = Number.NEGATIVE_INFINITY;
  }

  close(): void {
    this.#ending.abort();
  }

  #ask(atMs: number): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { signal } = this.#ending;
    this.#find(atMs, signal)
      .then(
        (file) => this.#take(atMs, file),
        (fault: unknown) => {
          this.#fault = { problem: problemOf(fault), againAtMs: this.#now() + afterFaultMs };
        },
      )
      .finally(() => {
        this.#isAsking = false;
        if (!signal.aborted) this.#changed();
      });
  }

  #take(askedMs: number, file: RecordedFileView | null): void {
    this.#fault = null;
    if (file === null || file.toMs <= askedMs) {
      this.#takeNothing(askedMs);
      return;
    }
    this.#emptyAskedAtMs = Number.NEGATIVE_INFINITY;
    if (file.fromMs > askedMs) {
      const gap = { fromMs: askedMs, toMs: file.fromMs, isFollowed: true };
      this.#gaps = [...this.#gaps, gap].slice(-mostFiles);
    }
    // A file that grows comes again under another id, with the same beginning.
    const others = this.#files.filter(({ fromMs }) => fromMs !== file.fromMs);
    this.#files = [...others, file].slice(-mostFiles).sort((one, two) => one.fromMs - two.fromMs);
  }

  #takeNothing(askedMs: number): void {
    const nowMs = this.#now();
    this.#emptyAskedAtMs = nowMs;
    const settledMs = nowMs - settleMs;
    if (askedMs < settledMs) {
      this.#gaps = [...this.#gaps, { fromMs: askedMs, toMs: settledMs, isFollowed: false }];
    }
  }
}
