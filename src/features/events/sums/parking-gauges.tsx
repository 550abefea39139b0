import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '../../../messages/t.ts';
import { gaugeLook } from '../facts/parking-fact.tsx';
import { type LotLine, ParkingSum, trendMs } from './parking-sum.ts';
import { SumSection } from './sum-section.tsx';
import { type SumKind, useSum } from './use-sum.ts';

/** A quiet lot tells nothing for long. */
const readMs = trendMs * 36;
const almostFull = 0.95;

const parkingSum: SumKind<LotLine> = {
  topic: 'parking',
  spanMs: readMs,
  make: () => new ParkingSum(),
};

/** How full each lot is, with what came and went in the last ten minutes. */
export function ParkingGauges({ alone }: { readonly alone: boolean }): ReactElement | null {
  const summed = useSum(parkingSum);
  const { lines } = summed;
  // Most sites count no vehicles, which need not be said above every list.
  if (lines.length === 0 && summed.fault === null && !alone) return null;
  return (
    <SumSection
      title={t('events.parking.title')}
      summed={summed}
      empty={t('events.parking.nothing')}
      count={lines.length}
      closed={t('events.parking.closed', { lots: lines.length })}
      alone={alone}
    >
      {lines.map((line) => (
        <Gauge
          key={line.id}
          line={line}
          isAlike={lines.some(({ id, name }) => id !== line.id && name === line.name)}
        />
      ))}
    </SumSection>
  );
}

interface GaugeProps {
  readonly line: LotLine;
  /** Another device has a lot of the same name. */
  readonly isAlike: boolean;
}

function Gauge({ line, isAlike }: GaugeProps): ReactElement {
  const { count, most, change, latest } = line;
  const name = isAlike
    ? t('events.filter.cameraOf', { camera: line.name, device: latest.deviceName })
    : line.name;
  const isFull = most !== undefined && most > 0 && count >= most * almostFull;
  const Icon = change === undefined || change === 0 ? ArrowRight : change > 0 ? ArrowUp : ArrowDown;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-3 text-sm">
      <bdi className="min-w-24 truncate">{name}</bdi>
      {most !== undefined && most > 0 && (
        <meter min={0} max={most} value={count} aria-label={name} className={gaugeLook} />
      )}
      <span className={isFull ? 'font-semibold' : undefined}>
        {most === undefined
          ? t('events.parking.count', { count })
          : t('events.parking.of', { count, most })}
      </span>
      {isFull && <span className="text-xs">{t('events.parking.full')}</span>}
      {change !== undefined && (
        <span className="inline-flex items-center gap-1 text-xs text-text-2">
          <Icon aria-hidden className="size-3.5" />
          {t('events.parking.change', {
            change: new Intl.NumberFormat(document.documentElement.lang, {
              signDisplay: 'exceptZero',
            }).format(change),
          })}
        </span>
      )}
    </li>
  );
}
