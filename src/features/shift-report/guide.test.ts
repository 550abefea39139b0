import { expect, it } from 'vitest';
import type { ShiftReport } from '../../api/shift-report.ts';
import { chartBars, chartTop } from './chart-bars.ts';
import { busiestTenMinutes, meanPerTenMinutes, percentInFlood, priorityMix } from './guide.ts';

const hour = 60 * 60_000;
const report = (more: Partial<ShiftReport>): ShiftReport => ({
  ...{ fromMs: 0, toMs: 8 * hour, alarms: 0, byPriority: [], perTenMinutes: [], floodMs: 0 },
  ...{ meanAcknowledgeMs: null, unacknowledged: 0, stale: 0, sources: [], notes: [] },
  ...more,
});
const steps = (counts: readonly number[]) =>
  counts.map((alarms, index) => ({ fromMs: index * 600_000, alarms }));

it('holds a shift against the guide', () => {
  expect(meanPerTenMinutes(report({ alarms: 48 }))).toEqual({ value: 1, isWithin: true });
  expect(meanPerTenMinutes(report({ alarms: 49 })).isWithin).toBe(false);
  const busy = (most: number) => busiestTenMinutes(report({ perTenMinutes: steps([0, most]) }));
  expect([busy(10).isWithin, busy(11).isWithin]).toEqual([true, false]);
  expect(busiestTenMinutes(report({}))).toEqual({ value: 0, isWithin: true });
  expect(percentInFlood(report({ floodMs: 0.08 * hour }))).toEqual({ value: 1, isWithin: false });
  expect(percentInFlood(report({ floodMs: 0.07 * hour })).isWithin).toBe(true);
});

it('counts the low priorities with the medium ones', () => {
  const byPriority = [1, 3, 6, 10].map((alarms, index) => ({
    ...{ alarms, priority: (index + 1) as 1 | 2 | 3 | 4 },
  }));
  const mix = priorityMix(report({ alarms: 20, byPriority }));
  expect(mix.map(({ alarms, percent }) => [alarms, percent])).toEqual([
    [1, 5],
    [3, 15],
    [16, 80],
  ]);
  expect(priorityMix(report({})).map(({ percent }) => percent)).toEqual([0, 0, 0]);
});

it('draws a bar for ten minutes, and the highest of several where there are too many', () => {
  const day = chartBars(steps([...Array(149).fill(0), 3]));
  expect([day.length, day.at(-1)?.alarms]).toEqual([150, 3]);
  const long = chartBars(steps([0, 7, 2, ...Array(298).fill(1)]));
  expect(long).toHaveLength(101);
  expect(long[0]).toEqual({ fromMs: 0, alarms: 7 });
  expect(long[1]?.fromMs).toBe(3 * 600_000);
  expect([chartTop(day), chartTop([{ fromMs: 0, alarms: 31 }]), chartTop([])]).toEqual([
    12, 35, 12,
  ]);
});
