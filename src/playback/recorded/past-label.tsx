import { History } from 'lucide-react';
import type { ReactElement } from 'react';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from './master-clock.ts';
import { useClockStep } from './use-clock.ts';

export interface PastLabelProps {
  readonly clock: MasterClock;
  readonly zone: string;
}

/** Nobody may take the past for the present: says so, and which moment it is. */
export function PastLabel({ clock, zone }: PastLabelProps): ReactElement {
  const moment = momentInZone(useClockStep(clock, 1000), zone);
  return (
    <p className="pointer-events-none absolute start-1 top-1 flex max-w-full flex-wrap items-center gap-x-2 rounded-sm bg-past px-1 font-semibold text-black text-xs">
      <span className="inline-flex items-center gap-1">
        <History aria-hidden className="size-3 shrink-0" />
        {t('recorded.frame')}
      </span>
      <span className="tabular-nums">
        <span className="hidden @min-[340px]:inline">{moment.slice(0, 11)}</span>
        {moment.slice(11)} <span className="hidden @min-[240px]:inline">{zone}</span>
      </span>
    </p>
  );
}
