import type { SeenProblem } from '../api/problem.ts';
import type { PictureTruth } from './picture-truth.ts';
import type { Candidate } from './player-table.ts';

/** The ways to show one camera, which of them is in use, and which have proven impossible here. */
export class Ways {
  private list: readonly Candidate[] = [];
  private readonly impossible = new Set<string>();
  private index = 0;
  private from: PictureTruth['fallbackFrom'];

  get current(): Candidate | undefined {
    const candidate = this.list[this.index];
    return candidate === undefined || this.impossible.has(candidate.stream.id)
      ? undefined
      : candidate;
  }

  /** What the present way replaces, where it is not the best one. */
  get fallbackFrom(): PictureTruth['fallbackFrom'] {
    return this.from;
  }

  equals(others: readonly Candidate[]): boolean {
    return (
      this.list.length === others.length &&
      this.list.every(
        ({ stream, row }, i) =>
          stream.id === others[i]?.stream.id && row.player === others[i]?.row.player,
      )
    );
  }

  replace(list: readonly Candidate[]): void {
    this.list = list;
    this.forgive();
  }

  /** Begins again from the best way, whatever failed before. */
  forgive(): void {
    this.index = 0;
    this.from = undefined;
    this.impossible.clear();
  }

  ruleOut(candidate: Candidate): void {
    this.impossible.add(candidate.stream.id);
  }

  /** Moves to the next way that is still possible, round to the best one at the end. */
  fallDown(problem: SeenProblem): boolean {
    const failed = this.list[this.index];
    const count = this.list.length;
    for (let step = 1; step < count; step += 1) {
      const index = (this.index + step) % count;
      const next = this.list[index];
      if (failed === undefined || next === undefined || this.impossible.has(next.stream.id))
        continue;
      this.index = index;
      this.from = index === 0 ? undefined : { player: failed.row.player, problem };
      return true;
    }
    return false;
  }
}
