import type { ReportedAlarm, ReportMatter, TimeRange } from './shift-report.ts';

/** Where a report takes its alarms from. */
export interface ReportSource {
  /** As {@link ReportMatter} wants them. */
  alarms(range: TimeRange): Promise<readonly ReportedAlarm[]>;
  floods(range: TimeRange): Promise<ReportMatter['floods']>;
}

/** Stands where nothing makes alarms of events. */
export const noReportSource: ReportSource = {
  alarms: async () => [],
  floods: async () => [],
};
