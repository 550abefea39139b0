import type { ShiftReport } from '../../api/shift-report.ts';
import { csvLine, csvMark } from '../csv-line.ts';

const columns = ['part', 'name', 'from_utc', 'to_utc', 'value', 'unit', 'rule', 'text'] as const;
type Cells = Partial<Record<(typeof columns)[number], string | number>>;

const stepMs = 10 * 60_000;

/** The report as one table: what belongs together has the same `part`. */
export function shiftReportCsv(report: ShiftReport): string {
  const { fromMs, toMs, meanAcknowledgeMs } = report;
  const figure = (name: string, value: number | string, unit: string): Cells => ({
    ...{ part: 'figure', name, from_utc: utc(fromMs), to_utc: utc(toMs), value, unit },
  });
  const lines: Cells[] = [
    figure('alarms', report.alarms, 'alarms'),
    figure('flood', seconds(report.floodMs), 's'),
    figure(
      'mean_time_to_acknowledge',
      meanAcknowledgeMs === null ? '' : seconds(meanAcknowledgeMs),
      's',
    ),
    figure('unacknowledged_at_end', report.unacknowledged, 'alarms'),
    figure('stale_at_end', report.stale, 'alarms'),
    ...report.byPriority.map(({ priority, alarms }) =>
      figure(`priority_${priority}`, alarms, 'alarms'),
    ),
    ...report.perTenMinutes.map(({ fromMs: atMs, alarms }) => ({
      ...{ part: 'ten_minutes', from_utc: utc(atMs), to_utc: utc(Math.min(atMs + stepMs, toMs)) },
      ...{ value: alarms, unit: 'alarms' },
    })),
    ...report.sources.map(({ name, ruleId, ruleName, alarms }) => ({
      ...{ part: 'source', name, value: alarms, unit: 'alarms', rule: ruleName || ruleId },
    })),
    ...report.notes.map(({ atMs, by, text }) => ({
      ...{ part: 'note', name: by.name, from_utc: utc(atMs), text },
    })),
  ];
  const rows = lines.map((cells) => csvLine(columns.map((column) => cells[column] ?? '')));
  return `${csvMark}${csvLine(columns)}${rows.join('')}`;
}

function utc(ms: number): string {
  return new Date(ms).toISOString();
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
