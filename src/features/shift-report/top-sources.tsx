import type { ReactElement } from 'react';
import type { ShiftReport } from '../../api/shift-report.ts';
import { ruleText } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { ReportTable } from './report-table.tsx';

export interface TopSourcesProps {
  readonly sources: ShiftReport['sources'];
}

export function TopSources({ sources }: TopSourcesProps): ReactElement {
  return (
    <ReportTable
      title={t('shift.sources')}
      hint={t('shift.sources.hint')}
      columns={[
        { label: t('shift.sources.where') },
        { label: t('shift.sources.rule') },
        { label: t('shift.chart.alarms'), numeric: true },
      ]}
      rows={sources.map((source) => ({
        id: [source.cameraId, source.name, source.ruleId].join(' '),
        cells: [source.name, ruleText(source), source.alarms],
      }))}
    />
  );
}
