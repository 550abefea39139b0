import type { UseQueryResult } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ShiftReport } from '../../api/shift-report.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { AlarmsChart } from './alarms-chart.tsx';
import { KeyFigures } from './key-figures.tsx';
import { rangeText } from './print-header.tsx';
import { PriorityMix } from './priority-mix.tsx';
import { SeenPart } from './seen-part.tsx';
import { TopSources } from './top-sources.tsx';

export interface KnownReportProps {
  readonly query: UseQueryResult<ShiftReport>;
  readonly zone: string;
}

/** The numbers, or why there are none. */
export function KnownReport({ query, zone }: KnownReportProps): ReactElement {
  if (query.error !== null) {
    return (
      <Notice
        tone="error"
        title={t('shift.failed')}
        className="mx-4 mb-6 sm:mx-8"
        actions={<Button onClick={() => void query.refetch()}>{t('shift.retry')}</Button>}
      >
        {problemText(problemOf(query.error)).todo}
      </Notice>
    );
  }
  if (query.data === undefined) {
    return (
      <p role="status" className="flex items-center gap-3 px-4 pb-6 text-text-2 sm:px-8">
        <Spinner />
        {t('shift.loading')}
      </p>
    );
  }
  const report = query.data;
  return (
    <div className="flex flex-col gap-6 px-4 pb-8 sm:px-8 print:gap-4 print:px-0 print:pb-4">
      <div className="print:hidden">
        <p className="font-medium">{rangeText(report, zone)}</p>
        <SeenPart />
      </div>
      <KeyFigures report={report} />
      {report.alarms === 0 ? (
        <p className="flex items-start gap-3">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
          <span>
            <strong className="block font-medium">{t('shift.none')}</strong>
            <span className="text-text-2">{t('shift.none.text')}</span>
          </span>
        </p>
      ) : (
        <>
          <AlarmsChart report={report} zone={zone} />
          <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr] print:gap-4">
            <TopSources sources={report.sources} />
            <PriorityMix report={report} />
          </div>
        </>
      )}
    </div>
  );
}
