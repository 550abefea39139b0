import type { ShiftReport } from '../../api/shift-report.ts';

export interface ChartBar {
  readonly fromMs: number;
  /** The most in ten minutes, where it stands for several of them. */
  readonly alarms: number;
}

/** More would be thinner than what a printer or an eye can tell apart. */
const mostBars = 150;

/** One bar for ten minutes, or for several where there are too many. */
export function chartBars(steps: ShiftReport['perTenMinutes']): readonly ChartBar[] {
  const each = Math.max(1, Math.ceil(steps.length / mostBars));
  const bars: ChartBar[] = [];
  for (let index = 0; index < steps.length; index += each) {
    const part = steps.slice(index, index + each);
    bars.push({
      fromMs: part[0]?.fromMs ?? 0,
      alarms: Math.max(...part.map(({ alarms }) => alarms)),
    });
  }
  return bars;
}

/** The height of the chart in alarms: room for the line above which it is a flood. */
export function chartTop(bars: readonly ChartBar[]): number {
  const most = Math.max(0, ...bars.map(({ alarms }) => alarms));
  return most <= 12 ? 12 : Math.ceil(most / 5) * 5;
}
