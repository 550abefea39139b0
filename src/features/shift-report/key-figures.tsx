import { ArrowUp, Check } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ShiftReport } from '../../api/shift-report.ts';
import { t } from '../../messages/t.ts';
import { busiestTenMinutes, guide, meanPerTenMinutes, percentInFlood } from './guide.ts';
import { spanText } from './span-text.ts';

interface Figure {
  readonly label: string;
  readonly value: string;
  readonly more?: string;
  readonly guide: string;
  /** Absent where there is nothing to hold it against. */
  readonly isWithin?: boolean;
}

export function KeyFigures({ report }: { readonly report: ShiftReport }): ReactElement {
  return (
    <section>
      <h2 className="sr-only">{t('shift.figures')}</h2>
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-3 print:gap-2">
        {figuresOf(report).map((figure) => (
          <div
            key={figure.label}
            className="flex flex-col gap-0.5 rounded-control border border-line bg-panel px-4 py-3 print:px-2 print:py-1"
          >
            <dt className="text-text-2">{figure.label}</dt>
            <dd className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-xl font-semibold print:text-lg">{figure.value}</span>
              <span className="text-text-2">{figure.more}</span>
            </dd>
            <dd className="text-xs text-text-2">
              {figure.guide}
              {figure.isWithin !== undefined && <Verdict isWithin={figure.isWithin} />}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Verdict({ isWithin }: { readonly isWithin: boolean }) {
  const Icon = isWithin ? Check : ArrowUp;
  return (
    <span className="mt-0.5 flex items-center gap-1 font-semibold text-text">
      <Icon aria-hidden className="size-3.5" />
      {t(isWithin ? 'shift.within' : 'shift.above')}
    </span>
  );
}

function figuresOf(report: ShiftReport): readonly Figure[] {
  const mean = meanPerTenMinutes(report);
  const busiest = busiestTenMinutes(report);
  const flood = percentInFlood(report);
  const { meanAcknowledgeMs, unacknowledged, stale } = report;
  return [
    {
      label: t('shift.alarms'),
      value: numberText(report.alarms),
      more: t('shift.alarms.mean', { mean: numberText(mean.value) }),
      guide: t('shift.alarms.guide'),
      isWithin: mean.isWithin,
    },
    {
      label: t('shift.busiest'),
      value: numberText(busiest.value),
      guide: t('shift.busiest.guide'),
      isWithin: busiest.isWithin,
    },
    {
      label: t('shift.flood'),
      value: spanText(report.floodMs),
      more: t('shift.flood.percent', { percent: numberText(flood.value) }),
      guide: t('shift.flood.guide'),
      isWithin: flood.isWithin,
    },
    {
      label: t('shift.mean'),
      ...(meanAcknowledgeMs === null
        ? { value: '–', more: t('shift.mean.none') }
        : { value: spanText(meanAcknowledgeMs) }),
      guide: t('shift.mean.guide'),
    },
    {
      label: t('shift.unacknowledged'),
      value: numberText(unacknowledged),
      guide: t('shift.unacknowledged.guide'),
      isWithin: unacknowledged === 0,
    },
    {
      label: t('shift.stale'),
      value: numberText(stale),
      guide: t('shift.stale.guide'),
      isWithin: stale < guide.stale,
    },
  ];
}

function numberText(value: number): string {
  const locale = document.documentElement.lang;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: value < 1 ? 2 : 1 }).format(value);
}
