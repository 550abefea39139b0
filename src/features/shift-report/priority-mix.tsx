import type { ReactElement } from 'react';
import type { ShiftReport } from '../../api/shift-report.ts';
import { t } from '../../messages/t.ts';
import { priorityMix } from './guide.ts';
import { ReportTable } from './report-table.tsx';

/** Where much is critical, nothing is. */
export function PriorityMix({ report }: { readonly report: ShiftReport }): ReactElement {
  return (
    <ReportTable
      title={t('shift.mix')}
      columns={[
        { label: t('shift.mix.priority') },
        { label: t('shift.chart.alarms'), numeric: true },
        { label: t('shift.mix.share'), numeric: true },
        { label: t('shift.mix.guide'), numeric: true },
      ]}
      rows={priorityMix(report).map(({ name, alarms, percent, guidePercent }) => ({
        id: name,
        cells: [
          t(`shift.mix.${name}`),
          alarms,
          t('shift.mix.percent', { percent }),
          t('shift.mix.about', { percent: guidePercent }),
        ],
      }))}
    />
  );
}
