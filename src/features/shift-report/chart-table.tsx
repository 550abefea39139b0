import type { ReactElement } from 'react';
import type { ShiftReport } from '../../api/shift-report.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

export interface ChartTableProps {
  readonly steps: ShiftReport['perTenMinutes'];
  readonly zone: string;
}

/** The chart for those who read it. A month of quiet hours would only stand in the way. */
export function ChartTable({ steps, zone }: ChartTableProps): ReactElement {
  const busy = steps.filter(({ alarms }) => alarms > 0);
  return (
    <details className="mt-2 text-sm print:hidden">
      <summary className="w-fit cursor-pointer rounded-control py-1.5 text-text-2 hover:text-text pointer-coarse:py-3">
        {t('shift.chart.table')}
      </summary>
      <div className="relative max-h-64 max-w-md overflow-y-auto border border-line">
        <table className="w-full text-start">
          <caption className="px-3 py-1 text-start text-xs text-text-2">
            {t('shift.chart.rest')}
          </caption>
          <thead>
            <tr className="border-b border-line text-xs text-text-2">
              <th scope="col" className="px-3 py-1 text-start font-medium">
                {t('shift.chart.time')}
              </th>
              <th scope="col" className="px-3 py-1 text-end font-medium">
                {t('shift.chart.alarms')}
              </th>
            </tr>
          </thead>
          <tbody>
            {busy.map(({ fromMs, alarms }) => (
              <tr key={fromMs}>
                <th scope="row" className="px-3 py-0.5 text-start font-normal">
                  {momentInZone(fromMs, zone)}
                </th>
                <td className="px-3 py-0.5 text-end">{alarms}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
