import type { ShiftReport } from '../../api/shift-report.ts';

const stepMs = 10 * 60_000;

/** Numbers of EEMUA 191 and ISA-18.2 for one person at a desk. */
export const guide = {
  mostPerTenMinutes: 1,
  floodAbove: 10,
  floodPercent: 1,
  stale: 5,
  /** Percent of all: critical, high, the rest. */
  mix: [5, 15, 80],
} as const;

export interface Judged {
  readonly value: number;
  readonly isWithin: boolean;
}

/** Alarms in ten minutes on average. */
export function meanPerTenMinutes({ alarms, fromMs, toMs }: ShiftReport): Judged {
  const value = (alarms * stepMs) / (toMs - fromMs);
  return { value, isWithin: value <= guide.mostPerTenMinutes };
}

export function busiestTenMinutes({ perTenMinutes }: ShiftReport): Judged {
  const value = Math.max(0, ...perTenMinutes.map(({ alarms }) => alarms));
  return { value, isWithin: value <= guide.floodAbove };
}

export function percentInFlood({ floodMs, fromMs, toMs }: ShiftReport): Judged {
  const value = (floodMs / (toMs - fromMs)) * 100;
  return { value, isWithin: value < guide.floodPercent };
}

export interface MixPart {
  readonly name: 'critical' | 'high' | 'rest';
  readonly alarms: number;
  readonly percent: number;
  readonly guidePercent: number;
}

/** The shares of the priorities; the guide knows three, and counts the low ones with the medium. */
export function priorityMix({ byPriority, alarms }: ShiftReport): readonly MixPart[] {
  const of = (...wanted: readonly number[]) =>
    byPriority
      .filter(({ priority }) => wanted.includes(priority))
      .reduce((sum, part) => sum + part.alarms, 0);
  const counts = [of(1), of(2), of(3, 4)];
  return (['critical', 'high', 'rest'] as const).map((name, index) => {
    const count = counts[index] ?? 0;
    const percent = alarms === 0 ? 0 : Math.round((count / alarms) * 100);
    return { name, alarms: count, percent, guidePercent: guide.mix[index] ?? 0 };
  });
}
