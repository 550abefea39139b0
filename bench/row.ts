/** One line of the table, and one element of `--json`. */
export interface BenchRow {
  readonly name: string;
  /** Null where this machine cannot measure it; the note says why. */
  readonly value: number | null;
  readonly unit: string;
  readonly baseline: number | null;
  readonly ratio: number | null;
  readonly target: string;
  /** Null where there is no target or nothing was measured. */
  readonly holds: boolean | null;
}

export type Theme = () => Promise<readonly BenchRow[]>;

/** A figure that must not be above a limit. */
export function atMost(name: string, value: number, unit: string, limit: number): BenchRow {
  return {
    name,
    value,
    unit,
    baseline: null,
    ratio: null,
    target: `<= ${limit} ${unit}`,
    holds: value <= limit,
  };
}

/** A figure that must not be below a limit. */
export function atLeast(name: string, value: number, unit: string, limit: number): BenchRow {
  return {
    name,
    value,
    unit,
    baseline: null,
    ratio: null,
    target: `>= ${limit} ${unit}`,
    holds: value >= limit,
  };
}

/** A figure against another one of the same run: machines differ, their ratios hardly. */
export function ratioAtMost(
  name: string,
  value: number,
  unit: string,
  baseline: number,
  limit: number,
): BenchRow {
  const ratio = value / baseline;
  return { name, value, unit, baseline, ratio, target: `<= ${limit} x`, holds: ratio <= limit };
}

/** A figure to compare with, without a target of its own. */
export function shown(name: string, value: number | null, unit: string, note = '-'): BenchRow {
  return { name, value, unit, baseline: null, ratio: null, target: note, holds: null };
}

/** The middle value; NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0..1, nearest rank */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[rank] ?? Number.NaN;
}
