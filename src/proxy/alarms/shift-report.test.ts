import { describe, expect, it } from 'vitest';
import type { AlarmPriority } from '../../domain/alarm.ts';
import { epochOfLocal } from '../../domain/local-time.ts';
import { type ReportedAlarm, type ReportMatter, shiftReport } from './shift-report.ts';
import { shiftReportCsv } from './shift-report-csv.ts';

const minute = 60_000;
const hour = 60 * minute;
const fromMs = Date.UTC(2026, 10, 25, 6);
const toMs = fromMs + 8 * hour;
const by = { id: 'g', name: 'Guard' };

let made = 0;
function alarm(afterMs: number, more: Partial<ReportedAlarm> = {}): ReportedAlarm {
  made += 1;
  return {
    ...{ id: `a${made}`, ruleId: 'call', ruleName: '', topic: 'call', priority: 3 },
    ...{ cameraId: 'gate', cameraName: 'Gate', deviceId: 'd', deviceName: 'Recorder' },
    ...{ active: true, returnedAtMs: null, acknowledged: null, closed: null },
    ...{ raisedAtMs: fromMs + afterMs, wantedSinceMs: fromMs + afterMs },
    ...more,
  };
}
const seen = (afterMs: number) => ({
  acknowledged: { by, atMs: fromMs + afterMs, reason: null },
});
const report = (matter: Partial<ReportMatter>) =>
  shiftReport({ fromMs, toMs, alarms: [], floods: [], notes: [], ...matter });

describe('a shift report', () => {
  it('of a quiet shift says nothing where there is nothing to say', () => {
    expect(report({})).toMatchObject({
      ...{ alarms: 0, floodMs: 0, meanAcknowledgeMs: null, unacknowledged: 0, stale: 0 },
      ...{ sources: [], notes: [] },
      byPriority: [1, 2, 3, 4].map((priority) => ({ priority, alarms: 0 })),
    });
    expect(report({}).perTenMinutes).toHaveLength(48);
  });

  it('counts what was raised from the first instant on, and not at the last', () => {
    const alarms = [
      alarm(-1),
      alarm(0),
      alarm(10 * minute - 1),
      alarm(10 * minute),
      alarm(8 * hour),
    ];
    const { alarms: count, perTenMinutes } = report({ alarms });
    expect(count).toBe(3);
    expect(perTenMinutes.slice(0, 3)).toEqual([
      { fromMs, alarms: 2 },
      { fromMs: fromMs + 10 * minute, alarms: 1 },
      { fromMs: fromMs + 20 * minute, alarms: 0 },
    ]);
  });

  it('ends with what is left of ten minutes', () => {
    const { perTenMinutes } = report({ toMs: fromMs + 25 * minute, alarms: [alarm(24 * minute)] });
    expect(perTenMinutes.map(({ alarms }) => alarms)).toEqual([0, 0, 1]);
  });

  it('has 150 times ten minutes in a day of 25 hours, and 138 in one of 23', () => {
    const zone = 'Europe/Berlin';
    const day = (first: string, next: string) => {
      const range = {
        fromMs: epochOfLocal(`${first}T00:00`, zone) ?? 0,
        toMs: epochOfLocal(`${next}T00:00`, zone) ?? 0,
      };
      const last = { raisedAtMs: range.toMs - 1, wantedSinceMs: range.toMs - 1 };
      return report({ ...range, alarms: [alarm(0, last)] }).perTenMinutes;
    };
    const long = day('2026-10-25', '2026-10-26');
    expect([long.length, long.at(-1)?.alarms]).toEqual([150, 1]);
    const short = day('2026-03-29', '2026-03-30');
    expect([short.length, short.at(-1)?.alarms]).toEqual([138, 1]);
  });

  it('counts of a flood only what is within the time', () => {
    const floods = [
      { fromMs: fromMs - 20 * minute, toMs: fromMs + 5 * minute },
      { fromMs: fromMs + hour, toMs: fromMs + hour + 12 * minute },
      { fromMs: toMs - 3 * minute, toMs: null },
    ];
    expect(report({ floods }).floodMs).toBe(20 * minute);
    expect(report({ floods: [{ fromMs: fromMs - hour, toMs: toMs + hour }] }).floodMs).toBe(
      8 * hour,
    );
    expect(report({ floods: [{ fromMs: toMs + minute, toMs: null }] }).floodMs).toBe(0);
    expect(report({ floods: [{ fromMs: fromMs - hour, toMs: fromMs }] }).floodMs).toBe(0);
  });

  it('takes the mean time to acknowledge of what was raised and acknowledged in it', () => {
    const alarms = [
      alarm(hour, seen(hour + 30_000)),
      // Came back after it had passed, and waited anew.
      alarm(hour, { wantedSinceMs: fromMs + 2 * hour, ...seen(2 * hour + 90_000) }),
      // Seen by the next shift, and raised by the one before.
      alarm(hour, seen(9 * hour)),
      alarm(-hour, seen(hour)),
    ];
    expect(report({ alarms })).toMatchObject({ meanAcknowledgeMs: minute, unacknowledged: 1 });
  });

  it('counts what nobody had acknowledged at the end, whenever it was raised', () => {
    const closed = (afterMs: number) => ({ closed: { by, atMs: fromMs + afterMs } });
    const alarms = [
      alarm(-hour),
      alarm(hour),
      alarm(hour, closed(2 * hour)),
      alarm(hour, closed(9 * hour)),
      alarm(hour, { ...seen(2 * hour), ...closed(9 * hour) }),
      alarm(9 * hour),
    ];
    expect(report({ alarms }).unacknowledged).toBe(3);
  });

  it('calls stale what was active for longer than a day at the end', () => {
    const days = -16 * hour;
    const returned = (afterMs: number) => ({ active: false, returnedAtMs: fromMs + afterMs });
    const alarms = [
      alarm(days - 1),
      alarm(days),
      alarm(days - hour, returned(hour)),
      alarm(days - hour, returned(9 * hour)),
      alarm(days - hour, { wantedSinceMs: fromMs }),
    ];
    expect(report({ alarms }).stale).toBe(2);
  });

  it('shares them out among priorities', () => {
    const of = (priority: AlarmPriority, count: number) =>
      Array.from({ length: count }, (_, index) => alarm(index, { priority }));
    const alarms = [...of(1, 1), ...of(2, 3), ...of(3, 6), ...of(4, 10)];
    expect(report({ alarms }).byPriority.map(({ alarms }) => alarms)).toEqual([1, 3, 6, 10]);
  });

  it('names the ten sources that raised most', () => {
    const of = (name: string, count: number, more: Partial<ReportedAlarm> = {}) =>
      Array.from({ length: count }, () =>
        alarm(hour, { cameraId: name, cameraName: name, ...more }),
      );
    const alarms = [
      ...Array.from({ length: 9 }, (_, index) => of(`Camera ${index}`, 20 - index)).flat(),
      ...of('Gate', 3, { ruleId: 'r2', ruleName: 'Night' }),
      ...of('Gate', 2),
      ...of('x', 30, { cameraId: null }),
    ];
    const { sources } = report({ alarms });
    expect(sources).toHaveLength(10);
    expect(sources[0]).toEqual({
      ...{ cameraId: null, name: 'Recorder', ruleId: 'call', ruleName: '', alarms: 30 },
    });
    expect(sources[1]).toMatchObject({ name: 'Camera 0', alarms: 20 });
    expect(sources.map(({ name }) => name)).not.toContain('Gate');
    const few = report({ alarms: alarms.slice(-35) }).sources;
    expect(few.map(({ name, ruleId, alarms }) => [name, ruleId, alarms])).toEqual([
      ['Recorder', 'call', 30],
      ['Gate', 'r2', 3],
      ['Gate', 'call', 2],
    ]);
  });
});

describe('as CSV', () => {
  it('has as many cells in each line, and none that a spreadsheet would run', () => {
    const notes = [
      { atMs: fromMs, by: { id: 'g', name: '=HYPERLINK("x")' }, text: 'Gate,\nopen "wide"' },
    ];
    const alarms = [alarm(hour, { cameraName: '+1', ruleName: '@rule', ...seen(hour + 1500) })];
    const csv = shiftReportCsv(report({ alarms, notes }));
    expect(csv.startsWith('\uFEFFpart,name,from_utc,to_utc,value,unit,rule,text\r\n')).toBe(true);
    expect(csv).toContain(
      'figure,mean_time_to_acknowledge,2026-11-25T06:00:00.000Z,2026-11-25T14:00:00.000Z,1.5,s,,\r\n',
    );
    expect(csv).toContain("\r\nsource,'+1,,,1,alarms,'@rule,\r\n");
    expect(csv).toContain(
      `\r\nnote,"'=HYPERLINK(""x"")",2026-11-25T06:00:00.000Z,,,,,"Gate,\nopen ""wide"""\r\n`,
    );
    const plain = csv.split('\r\n').filter((line) => line !== '' && !line.includes('"'));
    expect(new Set(plain.map((line) => line.split(',').length))).toEqual(new Set([8]));
    expect(plain.length).toBeGreaterThan(48);
  });
});
