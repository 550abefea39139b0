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
    return candidate === undefined || this.impossible.has(nameOf(candidate))
      ? undefined
      : candidate;
  }

  /** What the present way replaces, where it is not the best one. */
  get fallbackFrom(): PictureTruth['fallbackFrom'] {
    return this.from;
  }

  equals(others: readonly Candidate[]): boolean {
    return (
      this.list.length === others.length && this.list.every((way, i) => sameWay(way, others[i]))
    );
  }

  /** Whether another way than the present one is still possible. */
  get hasOther(): boolean {
    return this.list.some((way, i) => i !== this.index && !this.impossible.has(nameOf(way)));
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
    this.impossible.add(nameOf(candidate));
  }

  /** Moves to the next way that is still possible, round to the best one at the end. */
  fallDown(problem: SeenProblem): boolean {
    const failed = this.list[this.index];
    const count = this.list.length;
    for (let step = 1; step < count; step += 1) {
      const index = (this.index + step) % count;
      const next = this.list[index];
      if (failed === undefined || next === undefined || this.impossible.has(nameOf(next))) continue;
      this.index = index;
      this.from = index === 0 ? undefined : { player: failed.row.player, problem };
      return true;
    }
    return false;
  }
}

/** Whether both are the same stream through the same player. */
export function sameWay(a: Candidate, b: Candidate | undefined): boolean {
  return b !== undefined && nameOf(a) === nameOf(b);
}

function nameOf({ stream, row }: Candidate): string {
  return `${row.player} ${stream.id}`;
}
