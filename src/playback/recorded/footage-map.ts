import type { SeenProblem } from '../../api/problem.ts';
import type { RecordedFileView } from '../../api/recordings.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import type { Direction } from './moment.ts';

/** How long after a moment its recording may still come: many devices list a file only when it ends. */
const settleMs = 15 * 60_000;
/** As long as nearly every recording is waited for. */
const freshMs = 90_000;
const askAgainMs = 3000;
const askAgainLaterMs = 15_000;
const afterFaultMs = 5000;
const mostFiles = 50;

/** The file that holds a moment, else the nearest one behind or before it. */
export type FindFile = (
  atMs: number,
  signal: AbortSignal,
  otherwise: 'after' | 'before',
) => Promise<RecordedFileView | null>;

export type Place =
  | { readonly kind: 'file'; readonly file: RecordedFileView }
  | { readonly kind: 'asking' }
  /** Up to when, in the direction that was asked; null where nothing more is. */
  | { readonly kind: 'gap'; readonly untilMs: number | null }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'fault'; readonly problem: SeenProblem };

interface Gap {
  readonly fromMs: number;
  readonly toMs: number;
  /** Which of its ends is known: the one that was asked for. */
  readonly direction: Direction;
  /** Whether something is recorded at that end. */
  readonly isEnded: boolean;
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
  placeAt(atMs: number, direction: Direction = 1): Place {
    const file = this.#files.findLast(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
    if (file) return { kind: 'file', file };
    const gap = this.#gaps.find(
      (each) => each.direction === direction && each.fromMs <= atMs && atMs < each.toMs,
    );
    if (gap) {
      const untilMs = direction === 1 ? gap.toMs : gap.fromMs - 1;
      return { kind: 'gap', untilMs: gap.isEnded ? untilMs : null };
    }
    const nowMs = this.#now();
    const fault = this.#fault;
    if (fault !== null) {
      if (nowMs >= fault.againAtMs) this.#ask(atMs, direction);
      return { kind: 'fault', problem: fault.problem };
    }
    const mayCome = direction === 1 && atMs > nowMs - settleMs;
    const restMs = atMs > nowMs - freshMs ? askAgainMs : askAgainLaterMs;
    if (!mayCome || nowMs - this.#emptyAskedAtMs >= restMs) {
      this.#ask(atMs, direction);
    }
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

  #ask(atMs: number, direction: Direction): void {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { signal } = this.#ending;
    this.#find(atMs, signal, direction === 1 ? 'after' : 'before')
      .then(
        (file) => this.#take(atMs, direction, file),
        (fault: unknown) => {
          this.#fault = { problem: problemOf(fault), againAtMs: this.#now() + afterFaultMs };
        },
      )
      .finally(() => {
        this.#isAsking = false;
        if (!signal.aborted) this.#changed();
      });
  }

  #take(askedMs: number, direction: Direction, file: RecordedFileView | null): void {
    this.#fault = null;
    const isElsewhere =
      direction === 1 ? file && file.toMs <= askedMs : file && file.fromMs > askedMs;
    if (file === null || isElsewhere) {
      this.#takeNothing(askedMs, direction);
      return;
    }
    this.#emptyAskedAtMs = Number.NEGATIVE_INFINITY;
    if (file.fromMs > askedMs) this.#keep({ fromMs: askedMs, toMs: file.fromMs, direction });
    if (file.toMs <= askedMs) this.#keep({ fromMs: file.toMs, toMs: askedMs + 1, direction });
    // A file that grows comes again under another id, with the same beginning.
    const others = this.#files.filter(({ fromMs }) => fromMs !== file.fromMs);
    this.#files = [...others, file].slice(-mostFiles).sort((one, two) => one.fromMs - two.fromMs);
  }

  #keep(gap: Omit<Gap, 'isEnded'>): void {
    this.#gaps = [...this.#gaps, { ...gap, isEnded: true }].slice(-mostFiles);
  }

  #takeNothing(askedMs: number, direction: Direction): void {
    if (direction === -1) {
      const gap = { fromMs: Number.NEGATIVE_INFINITY, toMs: askedMs + 1, direction };
      this.#gaps = [...this.#gaps, { ...gap, isEnded: false }];
      return;
    }
    const nowMs = this.#now();
    this.#emptyAskedAtMs = nowMs;
    const settledMs = nowMs - settleMs;
    if (askedMs < settledMs) {
      const gap = { fromMs: askedMs, toMs: settledMs, direction };
      this.#gaps = [...this.#gaps, { ...gap, isEnded: false }];
    }
  }
}
