import type { ReactElement } from 'react';
import type { ShiftReport } from '../../api/shift-report.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { type ChartBar, chartBars, chartTop } from './chart-bars.ts';
import { ChartTable } from './chart-table.tsx';
import { guide } from './guide.ts';

export interface AlarmsChartProps {
  readonly report: ShiftReport;
  readonly zone: string;
}

const height = 100;
const barWidth = 10;
const marks = 5;

/** A bar for each ten minutes; what is above the line was a flood. */
export function AlarmsChart({ report, zone }: AlarmsChartProps): ReactElement {
  const bars = chartBars(report.perTenMinutes);
  const top = chartTop(bars);
  const width = bars.length * barWidth;
  const floodY = height - (guide.floodAbove / top) * height;
  const most = Math.max(...bars.map(({ alarms }) => alarms));
  const label = t('shift.chart.label', {
    from: momentInZone(report.fromMs, zone),
    to: momentInZone(report.toMs, zone),
    alarms: report.alarms,
    most,
  });
  return (
    <section className="print:break-inside-avoid">
      <h2 className="mb-2 text-base font-semibold">{t('shift.chart')}</h2>
      <div className="flex gap-2">
        <div
          aria-hidden
          className="flex h-36 w-6 shrink-0 flex-col justify-between text-end text-xs text-text-2 print:h-24"
        >
          <span className="-translate-y-1/2">{top}</span>
          <span className="translate-y-1/2">0</span>
        </div>
        <div className="min-w-0 grow">
          <div className="relative">
            <svg
              role="img"
              aria-label={label}
              viewBox={`0 0 ${width} ${height}`}
              preserveAspectRatio="none"
              className="block h-36 w-full border-b border-s border-line-ui print:h-24"
            >
              {bars.map((bar, index) => (
                <Bar key={bar.fromMs} bar={bar} x={index * barWidth} top={top} />
              ))}
              <line
                x1="0"
                x2={width}
                y1={floodY}
                y2={floodY}
                stroke="var(--color-text-2)"
                strokeDasharray="4 4"
                vectorEffect="non-scaling-stroke"
              />
            </svg>
            <span
              aria-hidden
              className="absolute end-1 -translate-y-full text-xs text-text-2"
              style={{ insetBlockStart: `${floodY}%` }}
            >
              {t('shift.chart.flood', { count: guide.floodAbove })}
            </span>
          </div>
          <TimeMarks bars={bars} zone={zone} />
        </div>
      </div>
      <ChartTable steps={report.perTenMinutes} zone={zone} />
    </section>
  );
}

interface BarProps {
  readonly bar: ChartBar;
  readonly x: number;
  readonly top: number;
}

function Bar({ bar: { alarms }, x, top }: BarProps) {
  if (alarms === 0) return null;
  const size = (alarms / top) * height;
  const isFlood = alarms > guide.floodAbove;
  return (
    <rect
      x={x + 1}
      y={height - size}
      width={barWidth - 2}
      height={size}
      fill={isFlood ? 'var(--color-text)' : 'var(--color-line-ui)'}
    />
  );
}

/** Times under the chart, as the clocks at the site showed them. */
function TimeMarks({ bars, zone }: { readonly bars: readonly ChartBar[]; readonly zone: string }) {
  const every = Math.max(1, Math.ceil(bars.length / marks));
  const shown = bars.filter((_, index) => index % every === 0);
  const isLong = bars.length * 10 > 24 * 60 + 60;
  return (
    <div aria-hidden className="flex text-xs text-text-2">
      {shown.map(({ fromMs }, index) => {
        const span = Math.min(every, bars.length - index * every);
        const at = momentInZone(fromMs, zone);
        return (
          <span key={fromMs} className="overflow-hidden whitespace-nowrap" style={{ flex: span }}>
            {isLong ? at.slice(5, 16) : at.slice(11, 16)}
          </span>
        );
      })}
    </div>
  );
}
